/**
 * The few calls of the control API (docs/reference/control-api.md) that journeys need, over HTTP, as any language would
 * make them.
 */
export class ControlApi {
  readonly #base: string

  /** @param base `http://HOST:PORT/api/v1` */
  constructor(base: string) {
    this.#base = base
  }

  async get<T>(path: string): Promise<T> {
    return (await this.#call('GET', path)).json() as Promise<T>
  }

  async send<T>(method: 'POST' | 'PATCH' | 'PUT', path: string, body: unknown): Promise<T> {
    return (await this.#call(method, path, JSON.stringify(body), 'application/json')).json() as Promise<T>
  }

  async delete(path: string): Promise<void> {
    await this.#call('DELETE', path)
  }

  async raw(path: string): Promise<Buffer> {
    return Buffer.from(await (await this.#call('GET', path)).arrayBuffer())
  }

  async #call(method: string, path: string, body?: string, type?: string): Promise<Response> {
    const response = await fetch(this.#base + path, {
      method,
      ...(body === undefined ? {} : { body, headers: { 'content-type': type ?? 'application/json' } }),
    })
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
    return response
  }
}
