import { mappedNetwork, parseServerMap } from '@sparekey/core'
import type { Context } from '../../run/context.ts'
import { demoWentWrong } from '../../failure/exit-codes.ts'
import { playStory } from './story.ts'
import { randomPassword, storyAddress } from '../mock/options.ts'
import { renderEnd, renderIntro, renderScene, sceneDocument } from './render.ts'

const steps = 6

/** `sparekey demo`: plays the story against mock servers of its own, and tells each step as it happens. */
export async function demo(context: Context, _flags: object): Promise<void> {
  const { out, say, lang, globals } = context
  const { startMicrosoft } = await import('@sparekey/mock-servers')
  const begin = performance.now()
  const address = storyAddress
  const password = randomPassword()
  await using microsoft = await startMicrosoft({ accounts: [{ address, password }], limits: { deviceCodeInterval: 1 } })
  const network = mappedNetwork(parseServerMap(microsoft.servers))
  if (!out.json) out.result(renderIntro(address, microsoft.servers.asOf, say, out))
  const told: object[] = []
  const timeoutMs = globals.timeoutSeconds * 1000
  let ok = true
  for await (const scene of playStory({ microsoft, address, password, timeoutMs })) {
    if (!out.json) out.result(renderScene(scene, told.length, { say, lang, out, network }))
    told.push(sceneDocument(scene, told.length + 1))
    ok &&= scene.asTold
  }
  ok &&= told.length === steps
  if (out.json) out.document({ ok, asOf: microsoft.servers.asOf, address, steps: told })
  else out.result(renderEnd(ok, (performance.now() - begin) / 1000, say, out))
  if (!ok) context.exitCode = demoWentWrong
}
