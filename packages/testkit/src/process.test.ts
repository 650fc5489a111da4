import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from './folder.ts'
import { ended, heard, run, start } from './process.ts'

const node = process.execPath

test('a program reads what it is given, writes to two streams and ends with a code', async () => {
  const program =
    'process.stdin.on("data", (data) => process.stdout.write(data)); console.error("and"); process.exitCode = 3'
  const { code, stdout, stderr, bytes } = await run(node, ['-e', program], { stdin: Buffer.from([0xff, 0x0a]) })
  expect([code, stdout, stderr, bytes]).toEqual([3, '\ufffd\n', 'and\n', Buffer.from([0xff, 0x0a])])
})

test('a program sees nothing of the environment but the path, and what it is given', async () => {
  await using folder = await temporaryFolder()
  const program = 'console.log(JSON.stringify([Object.keys(process.env).sort(), process.env.HOME, process.cwd()]))'
  const { stdout } = await run(node, ['-e', program], { env: { HOME: '/elsewhere' }, cwd: folder.path })
  expect(JSON.parse(stdout)).toEqual([['HOME', 'LANG', 'PATH'], '/elsewhere', folder.path])
})

test('a program that does not read what it is given is no failure', async () => {
  expect(await run(node, ['-e', ''], { stdin: 'x'.repeat(1_000_000) })).toMatchObject({ code: 0 })
})

test('a program that there is not rejects', async () => {
  await expect(run('/nonexistent/program', [])).rejects.toThrow('ENOENT')
})

test('what a program says can be waited for, and its end comes with all it said', async () => {
  const program = 'console.log("code AB"); process.stdin.resume(); process.stdin.on("end", () => console.log("bye"))'
  const child = start(node, ['-e', program])
  const [, code] = await heard(child.stdout, /code (\w+)\n/, new Promise(() => undefined))
  expect(code).toBe('AB')
  expect(await ended(child)).toMatchObject({ code: 0, stdout: 'bye\n' })
})

test('what a program never says is answered by what it said', async () => {
  const child = start(node, ['-e', 'console.log("something else")'])
  await expect(heard(child.stdout, /code/, ended(child))).rejects.toThrow('it ended, and said: something else')
})

test('a temporary folder holds files with exactly their permissions, and is gone afterwards', async () => {
  let path: string
  {
    await using folder = await temporaryFolder()
    path = folder.path
    await folder.write('a.json', { a: 1 })
    await folder.write('a.json', { b: 2 }, 0o644)
    expect(await folder.write('b.txt', 'text')).toBe(join(path, 'b.txt'))
    expect(await readFile(join(path, 'a.json'), 'utf8')).toBe('{"b":2}')
    expect(await readFile(join(path, 'b.txt'), 'utf8')).toBe('text')
    expect((await stat(join(path, 'a.json'))).mode & 0o777).toBe(0o644)
    expect((await stat(join(path, 'b.txt'))).mode & 0o777).toBe(0o600)
  }
  await expect(stat(path)).rejects.toThrow('ENOENT')
})
