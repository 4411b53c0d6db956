/** How much room a text takes. */

/** How many lines the text takes in a field this many characters wide; a Chinese character is two wide. */
export function textLines(text: string, width: number): number {
  if (text === "") return 1;
  const perLine = Math.max(2, Math.floor(width) - 1);
  return text
    .split("\n")
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(displayWidth(line) / perLine)), 0);
}

function displayWidth(text: string): number {
  let width = 0;
  for (const char of text) width += char.codePointAt(0)! < 0x2e80 && !"“”‘’—…·".includes(char) ? 1 : 2;
  return width;
}
