/** Texts that no cell shows any more would still be in the file. */
import type { ForeignPackage } from "../patch/foreign-package";
import { childrenOf, Edits, rootOf } from "../patch/xml-edit";

/** Empties them; the others keep their places. */
export function dropUnusedStrings(store: ForeignPackage, sheets: readonly string[]): void {
  const part = store.relationshipsNow(store.workbook).find(({ type }) => type === "sharedStrings")?.target;
  const xml = part === undefined ? null : store.text(part);
  if (part === undefined || xml === null) return;
  const used = new Set(sheets.flatMap((sheet) => indexesIn(store.need(sheet))));
  const edits = new Edits(xml);
  const texts = childrenOf(xml, rootOf(xml)).filter(({ tag }) => tag.name === "si");
  texts.forEach(({ tag, end }, index) => {
    const { prefix } = tag;
    if (!used.has(index)) edits.replace(tag.start, end, `<${prefix}si><${prefix}t/></${prefix}si>`);
  });
  store.replace(part, edits.apply());
}

function indexesIn(xml: string): number[] {
  const cells = xml.matchAll(
    /<(?:[\w.-]+:)?c\s[^>]*?\bt\s*=\s*["']s["'][^>]*>\s*<(?:[\w.-]+:)?v(?:\s[^>]*)?>\s*(\d+)/g,
  );
  return [...cells].map(([, index]) => Number(index));
}
