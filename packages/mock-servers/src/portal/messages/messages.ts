/** Every text of the account page. A language is an object of this type: a text that is missing does not compile. */
export type Messages = object
