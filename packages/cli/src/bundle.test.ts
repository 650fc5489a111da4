/** What is published: the bundle imports what `package.json` says, and a quick command loads little. */
import { readdir, readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'

type Package = { dependencies: Record<string, string>; optionalDependencies: Record<string, string> }

const dist = new URL('../dist/', import.meta.url)
const read = (name: string, base = dist) => readFile(new URL(name, base), 'utf8')
const packageAt = async (path: string) => JSON.parse(await read(path, new URL('../', import.meta.url))) as Package

const staticImport = /^(?:import|export)\b[^"'()]*["']([^"']+)["']/gm
const dynamicImport = /\bimport\(["']([^"']+)["']\)/g

function imports(code: string, pattern: RegExp): string[] {
  return [...code.matchAll(pattern)].map(([, name]) => name!)
}

/** Everything that is loaded with a chunk, before any of its code runs. */
async function loadedWith(chunk: string, seen = new Set<string>()): Promise<Set<string>> {
  for (const name of imports(await read(chunk), staticImport)) {
    if (seen.has(name)) continue
    seen.add(name)
    if (name.startsWith('./')) await loadedWith(name, seen)
  }
  return seen
}

describe('the command', () => {
  it('is there before the build, or npm would not link it in a checkout', async () => {
    const { bin } = JSON.parse(await read('../package.json')) as { bin: Record<string, string> }
    expect(bin).toEqual({ sparekey: expect.not.stringMatching(/^(?:build|dist)\b/) })
  })
})

describe('the bundle', () => {
  it('imports nothing that is not a dependency', async () => {
    const { dependencies, optionalDependencies } = await packageAt('package.json')
    for (const chunk of (await readdir(dist)).filter((name) => name.endsWith('.js'))) {
      const code = await read(chunk)
      for (const name of [...imports(code, staticImport), ...imports(code, dynamicImport)]) {
        if (/^(?:\.\/|node:)/.test(name)) continue
        const [, packageName = name] = /^((?:@[^/]+\/)?[^/]+)/.exec(name) ?? []
        expect(Object.keys({ ...dependencies, ...optionalDependencies })).toContain(packageName)
      }
    }
  })

  it('wants the same versions as the code of core that is in it', async () => {
    const [own, core] = await Promise.all([packageAt('package.json'), packageAt('../core/package.json')])
    const shared = Object.keys(core.dependencies).filter((name) => name in own.dependencies)
    expect(shared).toContain('imapflow')
    for (const name of shared) expect([name, own.dependencies[name]]).toEqual([name, core.dependencies[name]])
  })

  it('starts with nothing but its own code and the parser', async () => {
    const others = [...(await loadedWith('bin.js'))].filter(
      (name) => !name.startsWith('./') && !name.startsWith('node:'),
    )
    expect(others).toEqual(['@stricli/core'])
  })

  it('loads neither mail libraries nor the mock for settings and explain', async () => {
    for (const command of ['settings', 'explain']) {
      const others = [...(await loadedFor(command))].filter((name) => !/^(?:\.\/|node:)/.test(name))
      expect(others).toEqual(['@stricli/core'])
    }
  })

  // What a command starts with, counted in files and bytes rather than in time. `rolldown.config.ts` puts together what
  // runs together: a module that moved out of its group shows here. `explain` has the texts of every finding in both languages.
  it.each([
    ['settings', 6, 140_000],
    ['explain', 6, 285_000],
  ])('loads little for %s: %i files, %i bytes', async (command, mostFiles, mostBytes) => {
    const own = [...(await loadedFor(command))].filter((name) => name.startsWith('./'))
    const sizes = await Promise.all(own.map(async (name) => (await read(name)).length))
    expect(own.length).toBeLessThanOrEqual(mostFiles)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(mostBytes)
  })
})

/** Everything that is loaded to run a command in English. */
async function loadedFor(command: string): Promise<Set<string>> {
  const lazily = imports(await read('bin.js'), dynamicImport)
  const chunks = ['en', command].map((wanted) => lazily.find((name) => name.startsWith(`./${wanted}-`)))
  const loaded = new Set(['./bin.js'])
  for (const chunk of ['./bin.js', ...chunks]) {
    expect(chunk).toBeDefined()
    await loadedWith(chunk!, loaded.add(chunk!))
  }
  return loaded
}
