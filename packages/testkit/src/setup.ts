/** For vitest's `setupFiles`: a test that runs out of time is told at which line of a transcript nothing came. */
import { afterEach } from 'vitest'
import { takeWaits } from './wire/waiting.ts'

afterEach(({ task }) => {
  if (task.result?.state !== 'fail') return
  const waits = takeWaits()
  if (waits.length > 0) throw new Error(`nothing came at ${waits.join(', nor at ')}`)
})
