import type { ForeignPackage } from "../patch/foreign-package";

/** Exactly one sheet is in front: several selected ones would all be changed by what is typed into one. */
export function selectSheet(store: ForeignPackage, path: string, selected: boolean): void {
  const xml = store.need(path);
  const changed = xml.replace(/<(?:[\w.-]+:)?sheetView\b[^>]*>/g, (tag) => {
    const plain = tag.replace(/\stabSelected\s*=\s*(?:"[^"]*"|'[^']*')/, "");
    return selected ? plain.replace(/sheetView\b/, 'sheetView tabSelected="1"') : plain;
  });
  if (changed !== xml) store.replace(path, changed);
}
