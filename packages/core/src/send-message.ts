import { judged } from './judged.ts'
import { deliver, type Delivery, type SendResult } from './submission/deliver.ts'

/**
 * Sends one message by the way that is open: SMTP, and Graph where Microsoft has switched SMTP AUTH off for the mailbox.
 * Throws `SparekeyError`: the finding that the server's words tell, and for a refused sign-in that of a check;
 * `sign-in-refused` and `message-refused` where the cause is not known (all with `details.reply`); the findings of a
 * connection. If no clear answer comes after the message was handed over, `details.delivery` is `unknown`.
 */
export function sendMessage(delivery: Delivery): Promise<SendResult> {
  return judged(delivery, () => deliver(delivery))
}
