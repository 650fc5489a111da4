/** What is typed is the same in every language. */

export const tryTest = `import { startMicrosoft } from '@sparekey/mock-servers'

await using microsoft = await startMicrosoft({
  accounts: [{ address: 'hanako@hotmail.com', password: 'correct horse' }],
})
const account = microsoft.accounts.get('hanako@hotmail.com')
account.twoStep = true
const { password } = account.createAppPassword('Thunderbird')
microsoft.clock.set('2026-11-22')`

export const useMock = `npx sparekey mock --as-of now --write servers.json
npx sparekey check hanako@hotmail.com --servers servers.json`

export const useContainer = `node scripts/container-context.mjs build/container
docker build -t sparekey-mock build/container
docker run --rm -p 1995:1995 -p 1993:1993 -p 1587:1587 -p 1080:1080 -p 1443:1443 sparekey-mock`
