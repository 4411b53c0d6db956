/** Document properties: whose file it was is not carried on. */
import type { ForeignPackage } from "../patch/foreign-package";
import { addTitle } from "../write-title";

const PROPERTIES = /^(?:core-properties|extended-properties|custom-properties|thumbnail)$/;

/** Author, company, times, own properties and the picture of the first page go; only our title is there then. */
export function replaceProperties(store: ForeignPackage, title: string | undefined): void {
  store.unrelate("", ({ type }) => PROPERTIES.test(type));
  store.sweep();
  if (title !== undefined) addTitle(store, title);
}
