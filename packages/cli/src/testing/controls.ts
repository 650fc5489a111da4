/** What a terminal would obey, or by which it would show a line as another one. */
export const controls = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/u
