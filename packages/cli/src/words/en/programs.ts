import type { ProgramsWords } from '../programs.ts'

export const programs: ProgramsWords = {
  programs: {
    kinds: {
      desktop: 'Mail programs',
      phone: 'Phones',
      web: 'Services that fetch mail',
      'command-line': 'Programs of the command line',
      library: 'Libraries',
      copier: 'Copiers, printers and scanners',
      nas: 'NAS',
    },
    forProgram: (name) => `for ${name}`,
    use: {
      save: (file) => `Save this as ${file}, readable by you alone.`,
      run: () => 'Run this in a shell.',
      paste: () => 'Make this part of your program.',
    },
    signInOnce: 'Sign in with Microsoft once; from then on the program gets its tokens by itself:',
    asksForPassword: 'The password is asked for. With two-step verification switched on, type an app password.',
    secretInVariable: {
      oauth2:
        'Put a token into the environment variable ACCESS_TOKEN. It lasts about an hour; this prints a fresh one:',
      password:
        'Put the password into the environment variable MAIL_PASSWORD. With two-step verification switched on, it is an app password.',
    },
    fromVersion: (name, version) => `This needs ${name} ${version} or newer.`,
    cannot: (name, protocols) =>
      `${name} cannot sign in over ${listed(protocols)}: Microsoft takes no passwords there any more, and the program does not know OAuth 2.0.`,
    notKnown: (name) =>
      `Whether ${name} can sign in with Microsoft (OAuth 2.0) is not known here. If its settings offer no such way, it cannot.`,
    switchIsAt: (place) => `Where OAuth 2.0 is chosen: ${place}`,
    several: (input, ids) => `"${input}" may be any of these: ${ids.join(', ')}.`,
  },
}

function listed(names: readonly string[]): string {
  return [names.slice(0, -1).join(', '), ...names.slice(-1)].filter(Boolean).join(' and ')
}
