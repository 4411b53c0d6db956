/** Formulas in the parts of an office's package: those of cells, conditional formats, validations, charts and links. */
import { unescapeXml, unescapeXstring } from "../../read/xml-text";
import type { ForeignPackage } from "../patch/foreign-package";
import { escapeXstring } from "../xml";
import { withNewNames, type NewNames } from "../../../workbook/sheet-references";

const FORMULAS = /(<(?:[\w.-]+:)?(?:f|formula|formula1|formula2)(?:\s[^>]*)?>)([^<]+)(<\/)/g;
const LOCATIONS = /(<(?:[\w.-]+:)?hyperlink\s[^>]*?\slocation=")([^"]*)(")/g;

/** The parts that hang on a sheet and may refer to others, the sheet itself first. */
function partsOf(store: ForeignPackage, sheet: string): string[] {
  const parts = [sheet];
  for (const part of parts) {
    for (const { type, target } of store.relationshipsNow(part)) {
      if (/^(?:drawing|chart|chartEx|table|ctrlProp)$/.test(type) && !parts.includes(target))
        parts.push(target);
    }
  }
  return parts;
}

/** Formulas and links of the sheets follow those that were renamed. */
export function renameInSheets(store: ForeignPackage, sheets: readonly string[], names: NewNames): void {
  if (names.size === 0) return;
  const renamed = (_: string, before: string, text: string, after: string): string =>
    before + escapeXstring(withNewNames(unescapeXstring(unescapeXml(text)), names)) + after;
  for (const part of new Set(sheets.flatMap((sheet) => partsOf(store, sheet)))) {
    const xml = store.text(part);
    if (xml === null) continue;
    const changed = xml.replace(FORMULAS, renamed).replace(LOCATIONS, renamed);
    if (changed !== xml) store.replace(part, changed);
  }
}
