/** Opening the doors: all of them, or none. Knows no protocol. */
import type { Door, DoorName } from './door.ts'

/** A door could not be opened; none is. `code` is the system's, such as `EADDRINUSE`. */
export class CannotListen extends Error {
  override name = 'CannotListen'
  readonly door: DoorName
  readonly host: string
  readonly port: number
  readonly code: string

  constructor(door: DoorName, host: string, port: number, cause: unknown) {
    const code = (cause as NodeJS.ErrnoException).code ?? 'unknown'
    const why = reasons[code] ?? `cannot be listened on (${code})`
    super(`${door}: port ${port} on ${host} ${why}`, { cause })
    this.door = door
    this.host = host
    this.port = port
    this.code = code
  }
}

const reasons: Record<string, string> = {
  EADDRINUSE: 'is in use by another program',
  EACCES: 'may not be used without more rights',
  EADDRNOTAVAIL: 'does not exist on this machine',
}

/** Opens every door, one after the other, or none. */
export async function openAll(
  host: string,
  ports: Partial<Record<DoorName, number | undefined>>,
  doors: Record<DoorName, (port: number) => Promise<Door>>,
): Promise<Record<DoorName, Door>> {
  const opened: [DoorName, Door][] = []
  for (const [name, open] of Object.entries(doors) as [DoorName, (port: number) => Promise<Door>][]) {
    const port = ports[name] ?? 0
    try {
      opened.push([name, await open(port)])
    } catch (error) {
      await Promise.all(opened.map(([, door]) => door.close()))
      throw new CannotListen(name, host, port, error)
    }
  }
  return Object.fromEntries(opened) as Record<DoorName, Door>
}
