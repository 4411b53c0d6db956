import { CONTENT_TYPES, type PartStore } from "./package";
import { element, escapeText } from "./xml";

const CORE_PROPERTIES = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
const CORE_RELATIONSHIP =
  "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
const DUBLIN_CORE = "http://purl.org/dc/elements/1.1/";

const PATH = "docProps/core.xml";

/** The workbook's title, the only property that we write. */
export function addTitle(store: PartStore, title: string): void {
  const xml = element(
    "cp:coreProperties",
    { "xmlns:cp": CORE_PROPERTIES, "xmlns:dc": DUBLIN_CORE },
    element("dc:title", {}, escapeText(title)),
  );
  store.relate("", CORE_RELATIONSHIP, PATH);
  store.add(PATH, xml, CONTENT_TYPES.coreProperties);
}
