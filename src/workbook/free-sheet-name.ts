/** Excel's limit (support page "Rename a worksheet"). */
const LONGEST = 31;

/**
 * The name, or the name with a number where it is taken: Excel takes two names that differ only in upper and lower case
 * for one. `taken` holds names in small letters.
 */
export function freeSheetName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name.toLowerCase())) return name;
  for (let number = 2; ; number++) {
    const suffix = `（${number}）`;
    const head = name.slice(0, LONGEST - suffix.length).replace(/[\ud800-\udbff]$/, "");
    if (!taken.has((head + suffix).toLowerCase())) return head + suffix;
  }
}
