/** What a terminal would obey. */
export const controls = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u
