/** Names of sheets, made from what staff call their forms and lists. */

/** Excel's limit (support page "Rename a worksheet"). */
const LONGEST = 31;

/** The text as Excel takes it for a sheet's name: without its forbidden signs, and not too long. */
export function sheetNameOf(text: string): string {
  const name = text
    .replace(/[[\]:*?/\\\p{Cc}]/gu, "_")
    .replace(/'/g, "’")
    .slice(0, LONGEST)
    .trim();
  // Excel keeps this name for itself.
  return /^history$/i.test(name) || name === "" ? `${name}_` : name;
}
