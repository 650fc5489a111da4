/**
 * A person at a browser without scripts: opens pages, follows redirects, keeps cookies, fills in the form that asks for what
 * is known and presses its button. For journeys in which the page itself is not what is tested (`browser/` does that).
 */
type Owner = { address: string; password: string }
type Page = { url: string; status: number; html: string }

export class Person {
  readonly #cookies = new Map<string, string>()
  #page: Page | undefined

  /** Where the browser is now. */
  get page(): Page {
    if (!this.#page) throw new Error('no page has been opened')
    return this.#page
  }

  async open(url: string): Promise<Page> {
    return this.#go(url, { method: 'GET' })
  }

  /** Fills in the page's form with these fields or buttons, and sends it off with what else stands in it. */
  async submit(given: Record<string, string>): Promise<Page> {
    const { url, html } = this.page
    const form = formsIn(html).find(({ names }) => Object.keys(given).every((name) => names.has(name)))
    if (!form) throw new Error(`no form at ${url} asks for ${Object.keys(given).join(', ')}:\n${html}`)
    const body = new URLSearchParams({ ...form.hidden, ...given })
    return this.#go(new URL(form.action, url).href, {
      method: 'POST',
      body: body.toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
    })
  }

  /** On the page where a device's code is typed in: the code, the sign-in, and the answer. */
  async answerDevice(
    device: { page: string; code: string },
    owner: Owner,
    answer: 'yes' | 'no' = 'yes',
  ): Promise<Page> {
    await this.open(device.page)
    await this.submit({ code: device.code })
    return this.signInAndAnswer(owner, answer)
  }

  /** From the sign-in page to the answer about what a program may do. */
  async signInAndAnswer(owner: Owner, answer: 'yes' | 'no' = 'yes'): Promise<Page> {
    await this.signIn(owner)
    return this.submit({ answer })
  }

  /** From the sign-in page to wherever it leads. */
  async signIn(owner: Owner): Promise<Page> {
    await this.submit(owner)
    const [, code] = /data-testid="code">(\d{6})</.exec(this.page.html) ?? [] // two-step verification is on
    return code === undefined ? this.page : this.submit({ code })
  }

  async #go(url: string, request: RequestInit): Promise<Page> {
    for (let hops = 0; hops < 10; hops++) {
      const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
      const headers = { ...(request.headers as Record<string, string>), ...(cookie && { cookie }) }
      const response = await fetch(url, { ...request, headers, redirect: 'manual' })
      for (const line of response.headers.getSetCookie()) {
        const [, name, value] = /^([^=;]+)=([^;]*)/.exec(line) ?? []
        if (name !== undefined && value !== undefined) this.#cookies.set(name, value)
      }
      const html = await response.text()
      const location =
        response.headers.get('location') ?? /http-equiv="refresh" content="0;url=([^"]+)"/.exec(html)?.[1]
      this.#page = { url, status: response.status, html }
      if (location === undefined) return this.#page
      url = new URL(location, url).href
      request = { method: 'GET' }
    }
    throw new Error(`${url} redirects without end`)
  }
}

type Form = { action: string; names: Set<string>; hidden: Record<string, string> }

/** Forms in the markup of our own pages: attributes quoted, one form never inside another. */
function formsIn(html: string): Form[] {
  return [...html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)].map(([, about = '', inside = '']) => {
    const controls = [...inside.matchAll(/<(?:input|button)\b([^>]*)>/g)].map(([, attributes = '']) => ({
      name: attribute(attributes, 'name'),
      type: attribute(attributes, 'type'),
      value: attribute(attributes, 'value') ?? '',
    }))
    const named = controls.flatMap(({ name, ...rest }) => (name === undefined ? [] : [{ name, ...rest }]))
    return {
      action: attribute(about, 'action') ?? '',
      names: new Set(named.map(({ name }) => name)),
      hidden: Object.fromEntries(named.filter(({ type }) => type === 'hidden').map(({ name, value }) => [name, value])),
    }
  })
}

function attribute(text: string, name: string): string | undefined {
  return new RegExp(`\\b${name}="([^"]*)"`).exec(text)?.[1]?.replaceAll('&amp;', '&').replaceAll('&quot;', '"')
}
