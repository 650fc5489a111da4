/** What `work` throws or rejects with; `undefined` if it does not. */
export async function failureOf(work: () => unknown): Promise<unknown> {
  try {
    await work()
    return undefined
  } catch (error) {
    return error
  }
}
