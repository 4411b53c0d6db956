/** Long texts over several cells. */

/** Excel keeps 32 767 characters to a cell. */
const LONGEST = 30_000;

/** The text in parts that a cell takes; none is cut within a character. */
export function chunks(text: string): string[] {
  const parts: string[] = [];
  for (let from = 0; from < text.length;) {
    const full = from + LONGEST;
    const to = /[\ud800-\udbff]/.test(text[full - 1] ?? "") ? full - 1 : full;
    parts.push(text.slice(from, to));
    from = to;
  }
  return parts;
}
