/** One message as it lies in a folder: the bytes as they came, never changed, and the flags, which the folder changes. */
export class Message {
  readonly uid: number
  /** The message's octets, exactly as the door that received it was given them. */
  readonly raw: Buffer
  readonly receivedAt: Date
  /** System flags in RFC 3501's spelling (`\Seen`) and `$MDNSent`; changed only through `Folder.setFlags`. */
  readonly flags: Set<string>
  /** \Recent (RFC 3501, 2.3.2): until the first session that selects the folder claims it. */
  recent = true

  constructor(uid: number, raw: Buffer, receivedAt: Date, flags: Iterable<string>) {
    this.uid = uid
    this.raw = raw
    this.receivedAt = receivedAt
    this.flags = new Set(flags)
  }

  get size(): number {
    return this.raw.length
  }
}
