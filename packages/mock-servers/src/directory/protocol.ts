/** The protocols of mail programs. The owner of an account can switch each of them off. */
export type Protocol = 'pop3' | 'imap' | 'smtp'
