/** A file of messages in another language: the keys of the Chinese one, no more and no less. */
export type Translation<Chinese> = Readonly<Record<keyof Chinese, string>>;
