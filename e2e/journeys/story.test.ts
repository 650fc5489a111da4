import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startMicrosoft } from '@sparekey/mock-servers'
import { it } from 'vitest'
import { ControlApi } from '../support/control-api.ts'
import { playStory } from '../support/story.ts'
import { temporaryFolder } from '@sparekey/testkit/folder'

const password = 'correct horse battery'

it('plays the story with the command line, step by step', async () => {
  await using folder = await temporaryFolder()
  await using microsoft = await startMicrosoft({ accounts: [{ address: 'hanako@hotmail.com', password }] })
  const servers = join(folder.path, 'servers.json')
  await writeFile(servers, JSON.stringify(microsoft.servers), { mode: 0o600 })
  await playStory({ api: new ControlApi(microsoft.servers.api), servers, folder: folder.path, password })
})
