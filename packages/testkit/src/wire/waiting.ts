type Wait = { readonly what: string }

const waits = new Set<Wait>()

export async function waitingFor<T>(what: string, work: Promise<T>): Promise<T> {
  const wait = { what }
  waits.add(wait)
  try {
    return await work
  } finally {
    waits.delete(wait)
  }
}

/** What is waited for at this moment, in words. It is told once: whoever has run out of time waits for ever. */
export function takeWaits(): string[] {
  const told = [...waits].map(({ what }) => what)
  waits.clear()
  return told
}
