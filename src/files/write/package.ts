/** An Open Packaging Conventions package (ISO 29500-2): parts, their content types, their relationships. */
import { element, NAMESPACES, XML_HEADER, type Xml } from "./xml";
import { encodeText, zipArchive, zipEntryOf, type Deflate, type ZipEntry } from "./zip";

const DEFAULT_TYPES: Readonly<Record<string, string>> = {
  rels: "application/vnd.openxmlformats-package.relationships+xml",
  xml: "application/xml",
  vml: "application/vnd.openxmlformats-officedocument.vmlDrawing",
};

const TYPE_PREFIX = "application/vnd.openxmlformats-officedocument.";

/** Content types of the parts that we write; a VML drawing has its type by its extension. */
export const CONTENT_TYPES = {
  workbook: `${TYPE_PREFIX}spreadsheetml.sheet.main+xml`,
  worksheet: `${TYPE_PREFIX}spreadsheetml.worksheet+xml`,
  styles: `${TYPE_PREFIX}spreadsheetml.styles+xml`,
  sharedStrings: `${TYPE_PREFIX}spreadsheetml.sharedStrings+xml`,
  comments: `${TYPE_PREFIX}spreadsheetml.comments+xml`,
  drawing: `${TYPE_PREFIX}drawing+xml`,
  chart: `${TYPE_PREFIX}drawingml.chart+xml`,
  coreProperties: "application/vnd.openxmlformats-package.core-properties+xml",
} as const;

/** The path of the part that holds the relationships of `source`; the package itself is `""`. */
export function relationshipsPath(source: string): string {
  const slash = source.lastIndexOf("/") + 1;
  return `${source.slice(0, slash)}_rels/${source.slice(slash)}.rels`;
}

/** How a part in the folder of `source` names `target`: `("xl/worksheets/sheet1.xml", "xl/comments1.xml") → "../comments1.xml"`. */
export function relativeTarget(source: string, target: string): string {
  const from = source.split("/").slice(0, -1);
  const to = target.split("/");
  let shared = 0;
  while (shared < from.length && from[shared] === to[shared]) shared++;
  return [...from.slice(shared).map(() => ".."), ...to.slice(shared)].join("/");
}

export function relationship(id: string, type: string, target: string): string {
  return element("Relationship", { Id: id, Type: type, Target: target });
}

/** A package that parts can be added to; paths have no leading slash. */
export interface PartStore {
  /** `xl/comments#.xml` with the first number that makes it a path not in use. */
  freePath(pattern: string): string;
  /** `xml` without the XML declaration; it is asked for its pieces at once. */
  add(path: string, xml: Xml, contentType?: string): void;
  /** Relates `source` to `target` and gives the id; `type` is the last word of the type's address, or all of it. */
  relate(source: string, type: string, target: string): string;
}

/** The first of `pattern` with 1, 2, 3 … for `#` that is not taken. */
export function freePath(pattern: string, taken: (path: string) => boolean): string {
  for (let number = 1; ; number++) {
    const path = pattern.replace("#", String(number));
    if (!taken(path)) return path;
  }
}

/** A package from nothing. */
export class PackageBuilder implements PartStore {
  /** Compressed at once, as hundreds of megabytes of XML may come. */
  private readonly parts = new Map<string, ZipEntry>();
  private readonly types = new Map<string, string>();
  private readonly relationships = new Map<string, string[]>();

  constructor(private readonly deflate?: Deflate) {}

  freePath(pattern: string): string {
    return freePath(pattern, (path) => this.parts.has(path));
  }

  add(path: string, xml: Xml, contentType?: string): void {
    this.parts.set(path, this.entry(path, typeof xml === "string" ? [xml] : xml));
    if (contentType !== undefined) this.types.set(path, contentType);
  }

  relate(source: string, type: string, target: string): string {
    const list = this.relationships.get(source) ?? [];
    const id = `rId${list.length + 1}`;
    const fullType = type.includes("/") ? type : `${NAMESPACES.relationship}/${type}`;
    list.push(relationship(id, fullType, relativeTarget(source, target)));
    this.relationships.set(source, list);
    return id;
  }

  build(): Uint8Array {
    const relationships = [...this.relationships].map(([source, list]) =>
      this.entry(relationshipsPath(source), [
        element("Relationships", { xmlns: NAMESPACES.packageRelationship }, ...list),
      ]),
    );
    const types = this.entry("[Content_Types].xml", [this.contentTypes()]);
    return zipArchive([types, ...relationships, ...this.parts.values()]);
  }

  private entry(path: string, xml: Iterable<string>): ZipEntry {
    return zipEntryOf(path, encoded(xml), this.deflate);
  }

  private contentTypes(): string {
    const defaults = Object.entries(DEFAULT_TYPES).map(([extension, type]) =>
      element("Default", { Extension: extension, ContentType: type }),
    );
    const overrides = [...this.types].map(([path, type]) =>
      element("Override", { PartName: `/${path}`, ContentType: type }),
    );
    return element("Types", { xmlns: NAMESPACES.contentTypes }, ...defaults, ...overrides);
  }
}

/** Characters that are encoded together. */
const TOGETHER = 1 << 19;

function* encoded(xml: Iterable<string>): Generator<Uint8Array> {
  let pieces = [XML_HEADER];
  let length = XML_HEADER.length;
  for (const piece of xml) {
    pieces.push(piece);
    length += piece.length;
    if (length < TOGETHER) continue;
    yield encodeText(pieces.join(""));
    pieces = [];
    length = 0;
  }
  if (length > 0) yield encodeText(pieces.join(""));
}
