/**
 * The one script there is, for pages that update while they are open. It hears that something changed, fetches the same
 * page again and puts the server's own parts in the place of the old ones; it makes no markup itself. Without it the page
 * is complete, only not live.
 */
export const liveScript = `const root = document.querySelector('[data-live]')
let updating = false
let again = false

async function update() {
  again = true
  if (updating) return
  updating = true
  while (again) {
    again = false
    const response = await fetch(location.href, { headers: { accept: 'text/html' } }).catch(() => undefined)
    if (!response) continue
    if (!response.ok || response.redirected) return location.reload()
    replaceParts(new DOMParser().parseFromString(await response.text(), 'text/html'))
  }
  updating = false
}

function replaceParts(fresh) {
  const focused = document.activeElement?.getAttribute('href')
  for (const part of document.querySelectorAll('[data-live-part]')) {
    const replacement = fresh.getElementById(part.id)
    if (!replacement || replacement.innerHTML === part.innerHTML) continue
    // A status is spoken when its text changes, not when another one takes its place: it stays where it is.
    const status = part.querySelector('[data-live-status]')
    const news = replacement.querySelector('[data-live-status]')
    part.replaceChildren(...replacement.childNodes)
    if (!status || !news) continue
    news.replaceWith(status)
    if (status.textContent !== news.textContent) status.textContent = news.textContent
  }
  if (!focused || document.activeElement !== document.body) return
  for (const link of document.querySelectorAll('[data-live-part] a')) {
    if (link.getAttribute('href') === focused) return link.focus()
  }
}

if (root) {
  const source = new EventSource(root.dataset.live)
  source.addEventListener('change', update)
  // What happened between the page and the stream, or while the stream was down.
  source.addEventListener('open', update)
  // Refused for good: whoever asks again for the page is told why.
  source.addEventListener('error', () => {
    if (source.readyState === EventSource.CLOSED) update()
  })
}
`
