/** The rooms where a wrong line costs a person most, and in which nearly every mutant has to be caught. */
export const rooms = [
  { name: 'core: diagnosis', package: 'packages/core', folder: 'src/diagnosis', not: /^(texts|words)/ },
  { name: 'core: signatures', package: 'packages/core', folder: 'src/signatures' },
  { name: 'core: sign-in with OAuth', package: 'packages/core', folder: 'src/oauth' },
  { name: 'core: server map', package: 'packages/core', folder: 'src/network', only: /^(server-map|mapped)/ },
  { name: 'mock-servers: sign-in', package: 'packages/mock-servers', folder: 'src/sign-in' },
  { name: 'mock-servers: identity', package: 'packages/mock-servers', folder: 'src/identity' },
  { name: 'pop3-server-mock: state machine', package: 'packages/pop3-server-mock', folder: 'src/protocol' },
]
