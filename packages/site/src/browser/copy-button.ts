/** A button that copies a text and says so, in the words that the page's frame brings along. */
export function copyButton(text: string, about?: string): HTMLButtonElement {
  const { copy = '', copied = '' } = document.body.dataset
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'copy'
  const label = document.createElement('span')
  label.textContent = copy
  button.append(label)
  if (about !== undefined) button.append(unseen(` ${about}`))
  button.addEventListener('click', () => {
    void put(text).then((done) => {
      if (done) label.textContent = copied
      return undefined
    })
  })
  button.addEventListener('blur', () => {
    label.textContent = copy
  })
  return button
}

/** Into the clipboard; where the page may not do that, nothing happens and nothing is said. */
async function put(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}

/** For those who hear the page, and not see which line the button stands in. */
function unseen(text: string): HTMLElement {
  const span = document.createElement('span')
  span.className = 'unseen'
  span.textContent = text
  return span
}
