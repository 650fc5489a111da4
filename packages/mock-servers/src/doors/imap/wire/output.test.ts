import { Duplex } from 'node:stream'
import { expect, test } from 'vitest'
import { ConnectionLost, Output } from './output.ts'

/** A socket whose peer reads when told. */
class Slow extends Duplex {
  readonly received: Buffer[] = []
  #held: (() => void) | undefined
  open = true

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.received.push(chunk)
    if (this.open) done()
    else this.#held = done
  }

  readOn(): void {
    this.open = true
    this.#held?.()
  }

  get text(): string {
    return Buffer.concat(this.received).toString('latin1')
  }
}

test('pieces leave in order, small ones together and large ones in parts', async () => {
  const socket = new Slow()
  const output = new Output(socket)
  const large = Buffer.alloc(200_000, 'x')
  output.line('one')
  output.line('tw\xf6')
  output.write(large)
  output.line('three')
  await output.flow()
  expect(socket.text).toBe(`one\r\ntw\xf6\r\n${large.toString()}three\r\n`)
  expect(Math.max(...socket.received.map(({ length }) => length))).toBeLessThanOrEqual(65_536)
  expect(socket.received[0]!.toString('latin1')).toBe('one\r\ntw\xf6\r\n')
})

test('it waits for a client that does not read, and what is written meanwhile follows', async () => {
  const socket = new Slow({ writableHighWaterMark: 10 })
  socket.open = false
  const output = new Output(socket)
  output.write('a long line that fills the socket')
  let flowed = false
  const flow = output.flow().then(() => (flowed = true))
  output.write(', and more')
  await new Promise((resolve) => setImmediate(resolve))
  expect(flowed).toBe(false)
  socket.readOn()
  await flow
  expect(socket.text).toBe('a long line that fills the socket, and more')
})

test('a client that goes ends the waiting', async () => {
  const socket = new Slow({ writableHighWaterMark: 10 })
  socket.open = false
  const output = new Output(socket)
  output.write('a long line that fills the socket')
  output.write(Buffer.alloc(100_000))
  const flow = output.flow().catch((error: unknown) => error)
  await new Promise((resolve) => setImmediate(resolve))
  socket.destroy()
  expect(await flow).toBeInstanceOf(ConnectionLost)
})
