/** Links from what somebody said to the findings it may mean. */
import type { ExplanationCode, FindingCode } from '@sparekey/core'
import { Part } from '../layout/elements.tsx'
import type { Place } from '../layout/place.ts'
import { findingPath } from './paths.ts'

type Cause = { code: FindingCode | ExplanationCode; title: string }

export function CauseLink({ at, code, text }: { at: Place; code: Cause['code']; text: string }) {
  return (
    <p>
      <a href={at.to(findingPath(code))}>{text}</a>
    </p>
  )
}

/** What else it may be, likelier first. */
export function Causes({ at, causes, title }: { at: Place; causes: readonly Cause[]; title: string }) {
  if (causes.length === 0) return null
  return (
    <Part id="also" title={title}>
      <ul>
        {causes.map(({ code, title }) => (
          <li>
            <a href={at.to(findingPath(code))}>{title}</a>
          </li>
        ))}
      </ul>
    </Part>
  )
}
