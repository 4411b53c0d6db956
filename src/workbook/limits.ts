/** Limits of Excel (support pages "Excel specifications and limits", "Apply data validation to cells"). */
export const LIMITS = {
  text: 32_767,
  /** Of a sheet. */
  rows: 1_048_576,
  formula: 8_192,
  /** Arguments of a function. */
  arguments: 255,
  /** Header and footer of a page; the title of a chart or an axis. */
  header: 255,
  /** Characters of the default font. */
  width: 255,
  /** Points. */
  height: 409,
  /** On one sheet. */
  links: 65_530,
  /** All choices of a list, with the commas between them. */
  choices: 255,
} as const;

/** Can Excel keep the choices within the validation, as one text in which commas part them? */
export function canDropDown(choices: readonly string[]): boolean {
  const text = choices.join(",");
  return text.length <= LIMITS.choices && !choices.some((each) => each.trim() === "" || /[,\r\n]/.test(each));
}

/** The beginning of the text, at most so long; no character is cut in two. */
export function beginningOf(text: string, longest: number): string {
  const head = text.slice(0, longest);
  return /[\ud800-\udbff]$/.test(head) ? head.slice(0, -1) : head;
}

/** A sentence names so many characters of names; the sample county's 22 units take half of it. */
const LONGEST_LIST = 240;

/** How many of the names a sentence can carry: at least one. */
export function howManyNames(names: readonly string[]): number {
  let length = 0;
  const count = names.findIndex((name) => (length += name.length + 1) > LONGEST_LIST);
  return count < 0 ? names.length : Math.max(1, count);
}
