import { programs, type Program, type ProgramKind } from '@sparekey/core'
import type { Context } from '../../run/context.ts'
import { pad, width } from '../../render/width.ts'

/** `sparekey settings --for help`: the names that `--for` and `--program` take. */
export function listPrograms({ out, say, lang }: Context): void {
  if (out.json) {
    out.document({ programs: programs.map(({ id, name, kind }) => ({ id, name: name[lang], kind })) })
    return
  }
  const columns = Math.max(...programs.map(({ id }) => width(id)))
  const line = ({ id, name }: Program) => `  ${pad(id, columns)}  ${name[lang]}`
  const kinds = Object.keys(say.programs.kinds) as ProgramKind[]
  const sections = kinds.map((kind) => [
    out.style.bold(say.programs.kinds[kind]),
    ...programs.filter((program) => program.kind === kind).map(line),
  ])
  out.result(sections.flatMap((lines, index) => (index === 0 ? lines : ['', ...lines])))
}
