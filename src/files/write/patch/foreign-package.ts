/** Somebody else's package: parts that are not touched are handed on still compressed, byte for byte. */
import { damaged, FileReadError } from "../../read/errors";
import type { Inflate } from "../../read/inflate";
import { DEFAULT_LIMITS } from "../../read/limits";
import { Package, resolveTarget, type Relationship } from "../../read/package";
import { decodeXml } from "../../read/xml-text";
import { openZip, type Zip } from "../../read/zip";
import { readDirectory, type ZipEntry as SourceEntry } from "../../read/zip-directory";
import { freePath, relationshipsPath, relativeTarget, type PartStore } from "../package";
import { element, NAMESPACES, XML_HEADER, type Xml } from "../xml";
import { encodeText, zipArchive, zipEntry, type Deflate, type ZipEntry } from "../zip";
import { attributeOf, childrenOf, Edits, rootOf, withPrefix } from "./xml-edit";

const CONTENT_TYPES = "[Content_Types].xml";
const STRICT = "http://purl.oclc.org/ooxml/";

export class ForeignPackage implements PartStore {
  private readonly zip: Zip;
  private readonly source: Package;
  private readonly entries: ReadonlyMap<string, SourceEntry>;
  /** New texts by path in small letters; null for a part that is taken out. */
  private readonly changed = new Map<string, { path: string; text: string | null }>();
  /** The workbook part's path. */
  readonly workbook: string;
  /** ISO 29500 Strict: other namespaces, otherwise the same. */
  readonly strict: boolean;

  /** Throws `FileReadError` (F02, F03, F04, D06) for what is no workbook. */
  constructor(
    private readonly bytes: Uint8Array,
    inflate: Inflate,
  ) {
    this.zip = openZip(bytes, inflate);
    this.source = new Package(this.zip, DEFAULT_LIMITS);
    const entries = readDirectory(bytes, DEFAULT_LIMITS);
    this.entries = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
    if (entries.some(({ encrypted }) => encrypted)) throw new FileReadError("D06", { format: "zip" });
    this.workbook = this.source.relationships("").find(({ type }) => type === "officeDocument")?.target ?? "";
    const text = this.text(this.workbook);
    if (text === null) throw new FileReadError("F04", { format: "zip" });
    this.strict = text.includes(`${STRICT}spreadsheetml/main`);
  }

  /** ECMA-376 part 2, 13.2.4: a signed package has a relationship to the origin of its signatures. */
  get isSigned(): boolean {
    return this.source.relationships("").some(({ type }) => type === "origin");
  }

  /** A part as it is now; null where there is none. */
  text(path: string): string | null {
    const changed = this.changed.get(path.toLowerCase());
    if (changed) return changed.text;
    const bytes = this.zip.read(path);
    return bytes && decodeXml(bytes, path);
  }

  /** A part that must be there. Throws F02 where it is not. */
  need(path: string): string {
    const text = this.text(path);
    if (text === null) throw damaged("missingPart", path);
    return text;
  }

  /** What a part refers to as it is now. */
  relationshipsNow(path: string): readonly Relationship[] {
    const text = this.text(relationshipsPath(path));
    if (text === null) return [];
    const folder = path.slice(0, path.lastIndexOf("/") + 1);
    return childrenOf(text, rootOf(text)).map(({ tag }) => {
      const attribute = (name: string): string => attributeOf(text, tag, name) ?? "";
      const typeAddress = attribute("Type");
      return {
        id: attribute("Id"),
        type: typeAddress.slice(typeAddress.lastIndexOf("/") + 1),
        typeAddress,
        target: attribute("TargetMode") === "External" ? "" : resolveTarget(folder, attribute("Target")),
      };
    });
  }

  /** Takes out relationships of a part; parts that no other part refers to go with {@link sweep}. */
  unrelate(source: string, isMeant: (relationship: Relationship) => boolean): void {
    for (const { id } of this.relationshipsNow(source).filter(isMeant)) {
      this.dropChild(relationshipsPath(source), "Id", id);
    }
  }

  /** Takes out every part to which no relationship leads any more, with its content type. */
  sweep(): void {
    const reached = new Set([CONTENT_TYPES.toLowerCase()]);
    const reach = (path: string): void => {
      const key = path.toLowerCase();
      if (reached.has(key)) return;
      if (path !== "") reached.add(key);
      const own = relationshipsPath(path);
      if (this.text(own) === null) return;
      reached.add(own.toLowerCase());
      for (const { target } of this.relationshipsNow(path)) if (target !== "") reach(this.stored(target));
    };
    reach("");
    for (const [key, { name }] of this.entries) {
      if (!reached.has(key)) this.changed.set(key, { path: name, text: null });
    }
    this.dropContentTypes((part) => reached.has(part.toLowerCase()));
  }

  /** Gives a part another content type. */
  retype(path: string, contentType: string): void {
    this.dropChild(CONTENT_TYPES, "PartName", `/${path}`);
    this.addContentType("Override", { PartName: `/${path}`, ContentType: contentType });
  }

  /** A target is a URI; the package may have the part under its plain name. */
  private stored(target: string): string {
    if (this.entries.has(target.toLowerCase()) || this.changed.has(target.toLowerCase())) return target;
    try {
      return decodeURIComponent(target);
    } catch {
      return target;
    }
  }

  private dropContentTypes(isThere: (part: string) => boolean): void {
    const text = this.need(CONTENT_TYPES);
    const edits = new Edits(text);
    for (const { tag, end } of childrenOf(text, rootOf(text))) {
      const part = attributeOf(text, tag, "PartName")?.replace(/^\//, "");
      if (part !== undefined && !isThere(part) && !isThere(this.stored(part)))
        edits.replace(tag.start, end, "");
    }
    this.replace(CONTENT_TYPES, edits.apply());
  }

  /** What a part referred to when the package was opened. */
  relationships(path: string): readonly Relationship[] {
    return this.source.relationships(path);
  }

  freePath(pattern: string): string {
    return freePath(pattern, (path) => this.zip.has(path) || this.changed.has(path.toLowerCase()));
  }

  /** Our parts are Transitional; in a Strict package they get its namespaces. */
  add(path: string, pieces: Xml, contentType?: string): void {
    const xml = typeof pieces === "string" ? pieces : [...pieces].join("");
    const suited = this.strict ? xml.replace(/(\s(?:xmlns(?::\w+)?|uri)=")([^"]*)/g, toStrict) : xml;
    this.replace(path, XML_HEADER + suited);
    if (contentType === undefined) this.addDefaultType("vml", VML_TYPE);
    else this.addContentType("Override", { PartName: `/${path}`, ContentType: contentType });
  }

  replace(path: string, text: string): void {
    const known = this.entries.get(path.toLowerCase())?.name ?? path;
    this.changed.set(path.toLowerCase(), { path: known, text: declareUtf8(text) });
  }

  /** Takes a part out, with its content type and the relationship by which `source` knew it. */
  remove(source: string, { id, target }: Relationship): void {
    this.changed.set(target.toLowerCase(), { path: target, text: null });
    this.dropChild(relationshipsPath(source), "Id", id);
    this.dropChild(CONTENT_TYPES, "PartName", `/${target}`);
  }

  relate(source: string, type: string, target: string): string {
    const path = relationshipsPath(source);
    const text = this.text(path) ?? `${XML_HEADER}<Relationships xmlns="${NAMESPACES.packageRelationship}"/>`;
    const root = rootOf(text);
    const taken = new Set(childrenOf(text, root).map(({ tag }) => attributeOf(text, tag, "Id")));
    const id = freePath("rId#", (one) => taken.has(one));
    const prefix = this.strict ? `${STRICT}officeDocument/relationships` : NAMESPACES.relationship;
    const attributes = {
      Id: id,
      Type: type.includes("/") ? type : `${prefix}/${type}`,
      Target: relativeTarget(source, target),
    };
    const edits = new Edits(text);
    edits.append(root, withPrefix(element("Relationship", attributes), root.tag.prefix));
    this.replace(path, edits.apply());
    return id;
  }

  /** The archive: untouched entries first, in their order, then new ones. */
  build(deflate?: Deflate): Uint8Array {
    const kept: ZipEntry[] = [];
    for (const [key, entry] of this.entries) {
      const changed = this.changed.get(key);
      if (!changed) kept.push(this.compressed(entry));
      else if (changed.text !== null) kept.push(zipEntry(entry.name, encodeText(changed.text), deflate));
    }
    const added = [...this.changed].flatMap(([key, { path, text }]) =>
      this.entries.has(key) || text === null ? [] : [zipEntry(path, encodeText(text), deflate)],
    );
    return zipArchive([...kept, ...added]);
  }

  /** The local header's own lengths count, see APPNOTE 4.3.7; the gate has checked that the entry lies in the file. */
  private compressed({ name, method, crc, size, compressedSize, offset }: SourceEntry): ZipEntry {
    const header = new DataView(this.bytes.buffer, this.bytes.byteOffset + offset, 30);
    const start = offset + 30 + header.getUint16(26, true) + header.getUint16(28, true);
    const compressed = this.bytes.subarray(start, start + compressedSize);
    if (compressed.length !== compressedSize) throw damaged("cutOff", name);
    return { name, method, crc, size, compressed };
  }

  private addDefaultType(extension: string, contentType: string): void {
    const text = this.need(CONTENT_TYPES);
    const known = childrenOf(text, rootOf(text)).some(
      ({ tag }) => attributeOf(text, tag, "Extension")?.toLowerCase() === extension,
    );
    if (!known) this.addContentType("Default", { Extension: extension, ContentType: contentType });
  }

  private addContentType(name: string, attributes: Record<string, string>): void {
    const text = this.need(CONTENT_TYPES);
    const root = rootOf(text);
    const edits = new Edits(text);
    edits.append(root, withPrefix(element(name, attributes), root.tag.prefix));
    this.replace(CONTENT_TYPES, edits.apply());
  }

  private dropChild(path: string, attribute: string, value: string): void {
    const text = this.need(path);
    const edits = new Edits(text);
    for (const { tag, end } of childrenOf(text, rootOf(text))) {
      if (attributeOf(text, tag, attribute)?.toLowerCase() === value.toLowerCase())
        edits.replace(tag.start, end, "");
    }
    this.replace(path, edits.apply());
  }
}

const VML_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing";

/** Changed parts are written as UTF-8, whatever they were. */
function declareUtf8(text: string): string {
  return text.replace(/^(<\?xml[^>]*?\sencoding\s*=\s*)(?:"[^"]*"|'[^']*')/, '$1"UTF-8"');
}

/** ISO 29500-1 annex A: the namespaces of Strict are those of Transitional at another place, without the year. */
function toStrict(attribute: string, start: string, namespace: string): string {
  const rest = /^http:\/\/schemas\.openxmlformats\.org\/(\w+)\/2006\/(.*)$/.exec(namespace);
  return rest && rest[1] !== "package" ? `${start}${STRICT}${rest[1]}/${rest[2]}` : attribute;
}
