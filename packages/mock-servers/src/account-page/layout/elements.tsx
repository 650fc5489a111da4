/** The parts that pages are made of: forms that carry their token, fields with their labels, instants, notes. */
import type { Child } from 'hono/jsx'
import { tokenField } from '../visit/forms.ts'
import type { Language } from '../../http/languages.ts'
import type { Visitor } from '../visit/options.ts'

type Inside = { children?: Child }

/** The only form there is: it posts, and it carries the visitor's token. */
export function PostForm({
  action,
  visitor,
  children,
  ...more
}: Inside & { action: string; visitor: Visitor; class?: string }) {
  return (
    <form method="post" action={action} {...more}>
      <input type="hidden" name={tokenField} value={visitor.formToken} />
      {children}
    </form>
  )
}

export type FieldProps = {
  name: string
  label: string
  type?: 'text' | 'password' | 'email'
  value?: string | undefined
  /** What it is for, or how it looks. */
  hint?: string
  /** Why what was typed cannot be taken. */
  problem?: string | undefined
  autocomplete?: string
  inputmode?: 'numeric' | 'email'
  maxlength?: number
  required?: boolean
  autofocus?: boolean
  class?: string
}

/** A text field whose label, hint and problem a screen reader reads with it. */
export function Field({ name, label, hint, problem, type = 'text', required = true, ...more }: FieldProps) {
  const described = [hint && `${name}-hint`, problem && `${name}-problem`].filter(Boolean).join(' ')
  return (
    <p class="field">
      <label for={name}>{label}</label>
      {hint && (
        <span class="hint" id={`${name}-hint`}>
          {hint}
        </span>
      )}
      {problem && (
        <strong class="problem" id={`${name}-problem`}>
          {problem}
        </strong>
      )}
      <input
        id={name}
        name={name}
        type={type}
        required={required}
        aria-describedby={described || undefined}
        aria-invalid={problem ? 'true' : undefined}
        {...more}
      />
    </p>
  )
}

/** A question with yes or no. */
export function Checkbox({ name, label, checked }: { name: string; label: string; checked: boolean }) {
  return (
    <p class="choice">
      <input id={name} name={name} type="checkbox" checked={checked} />
      <label for={name}>{label}</label>
    </p>
  )
}

/** What only a mock may show. */
export function DeveloperPanel({ visitor, id, children }: Inside & { visitor: Visitor; id: string }) {
  return (
    <aside class="developer" aria-labelledby={id}>
      <h2 id={id}>{visitor.messages.developer.title}</h2>
      {children}
    </aside>
  )
}

export function Warning({ children }: Inside) {
  return <p class="warning">{children}</p>
}

/** In universal time, like the mock's own. */
export function Instant({ at, language }: { at: Date; language: Language }) {
  return <time datetime={at.toISOString()}>{formats[language].format(at)} UTC</time>
}

const formats = {
  en: instantFormat('en-GB'),
  ja: instantFormat('ja-JP'),
} as const satisfies Record<Language, Intl.DateTimeFormat>

function instantFormat(locale: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'UTC' })
}
