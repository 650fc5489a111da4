import { expect, test } from 'vitest'
import { type OAuthSupport, type ProgramKind, type ProgramVersion, programKinds } from './program.ts'
import { programs } from './programs.ts'

/** docs/reference/programs.md, made from the data: `npm run generate` writes it anew, and without that a change fails. */
const headings: Record<ProgramKind, string> = {
  desktop: 'Mail programs',
  phone: 'Phones',
  web: 'Services that fetch mail',
  'command-line': 'Programs of the command line',
  library: 'Libraries',
  copier: 'Copiers, printers and scanners',
  nas: 'NAS',
}

const page = () => `# Programs

What mail programs, phones, devices and libraries can do, as \`programs\` of \`@sparekey/core\` has it: whether they sign in
with OAuth 2.0 to Microsoft, by protocol and kind of account. The ids are the names that \`--for\` and \`--program\` take.
Every \`yes\` and \`no\` has a page that says it and the day it was seen; where no page was found, the cell says \`unknown\`.
A program that does not speak a protocol has \`no\` there. Programs of the command line and libraries take the token from
elsewhere (\`sparekey token\`): \`yes\` means that they can present one. Made from
[the data](../../packages/core/src/programs) by \`npm run generate\`: do not edit it here.
${programKinds.map(section).join('')}`

function section(kind: ProgramKind): string {
  const rows = programs
    .filter((program) => program.kind === kind)
    .flatMap(({ id, name, versions }) =>
      versions.map((version, index) => row(index === 0 ? [`\`${id}\``, name.en] : ['', ''], version)),
    )
  return `
## ${headings[kind]}

| Id | Name | Versions | IMAP | POP3 | SMTP | Pages |
|---|---|---|---|---|---|---|
${rows.join('\n')}
`
}

function row(name: string[], { range, oauth, evidence }: ProgramVersion): string {
  const pages = evidence.map(({ url, seen }, index) => `[${index + 1}](${url} "seen ${seen}")`)
  const cells = [oauth.imap, oauth.pop3, oauth.smtp].map(cell)
  return `| ${[...name, range === '*' ? 'all' : range, ...cells, pages.join(' ') || '–'].join(' | ')} |`
}

function cell({ personal, work, since }: OAuthSupport): string {
  const ability = personal === work ? personal : `personal ${personal}, work ${work}`
  return since === undefined ? ability : `${ability}, since ${since}`
}

test('docs/reference/programs.md shows the programs as they are', async () => {
  await expect(page()).toMatchFileSnapshot('../../../../docs/reference/programs.md')
})
