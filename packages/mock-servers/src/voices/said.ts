/**
 * A sentence of Microsoft's, and the row of docs/microsoft-sign-in.md that has it word for word: a clause of an RFC where
 * Microsoft's own words are not known. `{name}` is filled in. Whoever says it writes it down: nothing here reads the rows.
 */
export type Said = { readonly text: string; readonly evidence: string }

type Placeholder<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholder<Rest>
  : never

/** The sentence with its placeholders filled in. */
export function fill<const Text extends string>(
  { text }: { readonly text: Text },
  values: Readonly<Record<Placeholder<Text>, string | number>>,
): string {
  const given: Readonly<Record<string, string | number>> = values
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(given[name]))
}

/** The sentences of a table without their evidence. */
export function texts<Name extends string>(table: Readonly<Record<Name, Said>>): Readonly<Record<Name, string>> {
  const entries = Object.entries<Said>(table).map(([name, { text }]) => [name, text])
  return Object.fromEntries(entries) as Record<Name, string>
}
