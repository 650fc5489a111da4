export type CommandName =
  | 'settings'
  | 'check'
  | 'explain'
  | 'send'
  | 'list'
  | 'read'
  | 'login'
  | 'logout'
  | 'accounts'
  | 'token'
  | 'mock'
  | 'demo'

type ArgumentName = 'ADDRESS' | 'TEXT' | 'UID'

/** Help, and what each command and argument is for. */
export type CommandsWords = {
  help: {
    tagline: string
    usage: string
    commands: string
    arguments: string
    flags: string
    globalFlags: string
    examples: string
    /** Placeholders of the usage line. */
    anyFlags: string
    anyCommand: string
    required: string
    repeatable: string
    defaultIs: (value: string) => string
    /** What is said of a flag, and the remarks on it. */
    withRemarks: (text: string, remarks: readonly string[]) => string
    more: string
    /** Where what the exit codes mean is told. */
    moreCodes: string
    /** Where everything is told. */
    documents: string
    exitCodes: string
    exits: Readonly<Record<string, string>>
  }
  commands: Record<CommandName, { brief: string; description: readonly string[] }>
  arguments: Record<ArgumentName, string>
}
