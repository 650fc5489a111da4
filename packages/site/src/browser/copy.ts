/** Puts a button into everything that one may want to copy. Without this script the text is there all the same. */
import { copyButton } from './copy-button.ts'

for (const place of document.querySelectorAll<HTMLElement>('.command')) {
  const text = place.textContent?.trim() ?? ''
  place.prepend(copyButton(text))
}
