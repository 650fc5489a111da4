import { programs, type ProgramKind } from '@sparekey/core'
import type { Context } from '../../run/context.ts'
import { fieldBlocks } from '../../render/fields.ts'
import { wrap } from '../../render/wrap.ts'

/** `sparekey settings --for help`: the names that `--for` and `--program` take. */
export function listPrograms({ out, say, lang }: Context): void {
  if (out.json) {
    out.document({ programs: programs.map(({ id, name, kind }) => ({ id, name: name[lang], kind })) })
    return
  }
  const kinds = Object.keys(say.programs.kinds) as ProgramKind[]
  const blocks = fieldBlocks(
    kinds.map((kind) =>
      programs.filter((program) => program.kind === kind).map(({ id, name }) => [id, name[lang]] as const),
    ),
    out,
  )
  const sections = kinds.map((kind, index) => [
    ...wrap(say.programs.kinds[kind], out.columns).map(out.style.bold),
    ...blocks[index]!,
  ])
  out.result(sections.flatMap((lines, index) => (index === 0 ? lines : ['', ...lines])))
}
