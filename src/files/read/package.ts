import { damaged, overLimit } from "./errors";
import type { ReadLimits } from "./limits";
import { XmlReader } from "./xml-reader";
import { toUtf8 } from "./xml-text";
import type { Zip } from "./zip";

export interface Relationship {
  readonly id: string;
  /** Last step of the type's address, the same for Transitional and Strict: `worksheet`, `sharedStrings` … */
  readonly type: string;
  /** The type's whole address. */
  readonly typeAddress: string;
  /** Name of the part it leads to. */
  readonly target: string;
}

/** The parts of an Open Packaging file (ECMA-376 part 2). */
export class Package {
  constructor(
    private readonly zip: Zip,
    readonly limits: ReadLimits,
  ) {}

  has(part: string): boolean {
    return this.zip.has(part);
  }

  /** The part's bytes; null where it is missing. */
  bytes(part: string): Uint8Array | null {
    return this.zip.read(part) ?? this.zip.read(decoded(part));
  }

  /** The same for a sheet, which may be far larger. */
  sheetBytes(part: string): Uint8Array | null {
    return this.zip.readSheet(part) ?? this.zip.readSheet(decoded(part));
  }

  /** A reader over the part; null where it is missing. */
  xml(part: string): XmlReader | null {
    const bytes = this.bytes(part);
    if (!bytes) return null;
    const { smallPartBytes, tagLength } = this.limits;
    if (bytes.length > smallPartBytes) throw overLimit("smallPartBytes", bytes.length, smallPartBytes);
    return new XmlReader(toUtf8(bytes, part), part, tagLength);
  }

  /** What the part (`""` for the package itself) refers to within the package. */
  relationships(part: string): Relationship[] {
    const slash = part.lastIndexOf("/");
    const folder = part.slice(0, slash + 1);
    const xml = this.xml(`${folder}_rels/${part.slice(slash + 1)}.rels`);
    const found: Relationship[] = [];
    while (xml?.nextOf(RELATIONSHIP)) {
      if (found.length >= this.limits.entries) throw damaged("relationships", part);
      const typeAddress = xml.attribute("Type") ?? "";
      found.push({
        id: xml.attribute("Id") ?? "",
        type: typeAddress.slice(typeAddress.lastIndexOf("/") + 1),
        typeAddress,
        target:
          xml.attribute("TargetMode") === "External"
            ? ""
            : resolveTarget(folder, xml.attribute("Target") ?? ""),
      });
    }
    return found;
  }
}

/** A target is a URI (ECMA-376 part 2, 6.2.2): `sheet%201.xml` for `sheet 1.xml`. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

const RELATIONSHIP = ["Relationship"];

/** A target is relative to its part's folder, or to the root where it begins with a slash. */
export function resolveTarget(folder: string, target: string): string {
  const path = target.replace(/\\/g, "/");
  const steps: string[] = [];
  for (const step of (path.startsWith("/") ? path : folder + path).split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/");
}
