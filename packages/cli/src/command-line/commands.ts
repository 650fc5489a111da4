import { accountsCommand, logoutCommand, tokenCommand } from '../commands/accounts/commands.ts'
import { checkCommand } from '../commands/check/command.ts'
import { demoCommand } from '../commands/demo/command.ts'
import { explainCommand } from '../commands/explain/command.ts'
import { loginCommand } from '../commands/login/command.ts'
import { listCommand, readCommand } from '../commands/mail/commands.ts'
import { mockCommand } from '../commands/mock/command.ts'
import { sendCommand } from '../commands/send/command.ts'
import { settingsCommand } from '../commands/settings/command.ts'
import type { CommandSpec } from '../flags/command.ts'
import type { CommandName } from '../words/commands.ts'

/** Every command; global flags are not here (`globals.ts`). */
export const commands: Record<CommandName, CommandSpec> = {
  settings: settingsCommand,
  check: checkCommand,
  explain: explainCommand,
  send: sendCommand,
  list: listCommand,
  read: readCommand,
  login: loginCommand,
  logout: logoutCommand,
  accounts: accountsCommand,
  token: tokenCommand,
  mock: mockCommand,
  demo: demoCommand,
}
