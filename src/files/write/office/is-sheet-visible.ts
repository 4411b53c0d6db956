import type { ForeignPackage } from "../patch/foreign-package";
import { attributeOf, childOf, childrenOf, rootOf } from "../patch/xml-edit";

/** Is the sheet neither hidden nor very hidden? */
export function isSheetVisible(store: ForeignPackage, name: string): boolean {
  const xml = store.need(store.workbook);
  const list = childOf(xml, rootOf(xml), "sheets");
  const sheets = list ? childrenOf(xml, list) : [];
  const own = sheets.find(({ tag }) => attributeOf(xml, tag, "name") === name);
  return own !== undefined && (attributeOf(xml, own.tag, "state") ?? "visible") === "visible";
}
