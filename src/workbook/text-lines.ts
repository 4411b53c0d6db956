/** How much room a text takes. */

/** How many lines the text takes in a field this many characters wide; a Chinese character is two wide. */
export function textLines(text: string, width: number): number {
  if (text === "") return 1;
  return wrappedLines(text, Math.max(2, Math.floor(width) - 1));
}

/** How many lines the text takes where so many halves of a Chinese character fit on one. */
export function wrappedLines(text: string, perLine: number): number {
  const lines = text.split("\n").map((line) => Math.max(1, Math.ceil(halfWidths(line) / perLine)));
  return lines.reduce((sum, count) => sum + count, 0);
}

/** A text's width in halves of a Chinese character: digits and Latin letters take one, all others two. */
export function halfWidths(text: string): number {
  let width = 0;
  for (const char of text) width += char < "\u0100" && char !== "·" ? 1 : 2;
  return width;
}
