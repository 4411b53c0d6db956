/** Small means to write XML: escaping and elements. */

/** XML as a whole, or piece by piece where there is much of it. */
export type Xml = string | Iterable<string>;

export const XML_HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export const NAMESPACES = {
  sheet: "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
  relationship: "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
  packageRelationship: "http://schemas.openxmlformats.org/package/2006/relationships",
  contentTypes: "http://schemas.openxmlformats.org/package/2006/content-types",
  drawing: "http://schemas.openxmlformats.org/drawingml/2006/main",
  sheetDrawing: "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing",
  chart: "http://schemas.openxmlformats.org/drawingml/2006/chart",
} as const;

/** `undefined` leaves the attribute out; true and false become 1 and 0. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

const MARKUP = /[&<>"]/g;
const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
// XML 1.0 section 2.2: no control characters but tab, line feed and carriage return, no lone surrogates.
const NOT_XML =
  /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
// ECMA-376 part 1, 22.9.2.19 (ST_Xstring): what XML cannot hold is `_xHHHH_`, and so is an underscore that looks like it.
// The carriage return counts among them: an XML parser would turn it into a line feed.
const NOT_XSTRING = new RegExp(`${NOT_XML.source}|\\r|_(?=x[0-9A-Fa-f]{4}_)`, "g");

const escapeMarkup = (text: string): string => text.replace(MARKUP, (character) => ENTITIES[character]!);

/** Text for drawings and properties; characters that XML cannot hold become U+FFFD. */
export function escapeText(text: string): string {
  return escapeMarkup(xmlText(text));
}

/** Text for whoever escapes markup himself: characters that XML cannot hold become U+FFFD. */
export function xmlText(text: string): string {
  return text.replace(NOT_XML, "\ufffd");
}

/** Text for cells, formulas and names: nothing is lost, see ST_Xstring. */
export function escapeXstring(text: string): string {
  const plain = text.replace(NOT_XSTRING, (character) => {
    const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
    return `_x${code}_`;
  });
  return escapeMarkup(plain);
}

/** A parser turns line ends and tabs in attributes into blanks unless they are written as numbers. */
function escapeAttribute(text: string): string {
  return escapeText(text).replace(/[\n\r\t]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** The opening tag without its end: `<row r="3"`. */
function opening(name: string, attributes: Attributes): string {
  let tag = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined) continue;
    const text = typeof value === "boolean" ? (value ? "1" : "0") : escapeAttribute(String(value));
    tag += ` ${key}="${text}"`;
  }
  return tag;
}

/** An element; the children are XML already, in the order that the schema asks for. */
export function element(name: string, attributes: Attributes = {}, ...children: readonly string[]): string {
  const content = children.join("");
  return content === ""
    ? `${opening(name, attributes)}/>`
    : `${opening(name, attributes)}>${content}</${name}>`;
}

/** The same of children that come piece by piece. */
export function* elementInPieces(
  name: string,
  attributes: Attributes,
  pieces: Iterable<string>,
): Generator<string> {
  yield `${opening(name, attributes)}>`;
  yield* pieces;
  yield `</${name}>`;
}

/** An element with a `count` attribute around its children; nothing where there are none. */
export function counted(name: string, children: readonly string[]): string {
  return children.length === 0 ? "" : element(name, { count: children.length }, ...children);
}

/** Without it a reader may drop blanks at the ends of a text. Excel writes it too, although the schema forgot it. */
export function spaceAttribute(text: string): string {
  return /^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : "";
}
