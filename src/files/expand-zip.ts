import type { ExpandedZip, PassedOver, SourceFile } from "../ports/ports";
import { FileReadError, overLimit } from "./read/errors";
import type { Inflate } from "./read/inflate";
import { sniff } from "./read/sniff";
import { openArchive, type PackedEntry } from "./read/zip";

export interface ExpandOptions {
  readonly inflate: Inflate;
  /** Why a file in a zip is none to be read, by its name there; null where it is one. */
  readonly passOver: (name: string) => PassedOver | null;
}

type Skipped = ExpandedZip["skipped"][number];

/** So much of one zip is opened, zips within it included; what goes beyond is no county's reports. */
const MOST = {
  /** Zips in zips in zips. */
  depth: 3,
  files: 2000,
  /** Bytes of all files when inflated. Each is inflated alone, when its turn comes: this limits the time it takes. */
  bytes: 2 ** 30,
  /** Bytes of the zip itself: the workbooks of a county with their photographs. */
  zip: 2 ** 28,
  /** Bytes of the zips in it, which stay in memory. */
  within: 2 ** 27,
} as const;

/**
 * The files in a zip that a unit sent instead of a workbook, each inflated only when its turn comes; named
 * `zip's name/name within`, zips within likewise. A file that is no such zip, a workbook for one, comes back alone as it
 * is, and so does one that is damaged or cannot be had: reading it says what is wrong. A zip of which nothing can be
 * taken is one file whose `bytes` reject with the reason.
 */
export async function expandZip(file: SourceFile, options: ExpandOptions): Promise<ExpandedZip> {
  return new Expansion(options).expand(remembered(file), file, 1);
}

/** Its bytes are fetched again only where memory had become scarce: a zip is asked for each of its files. */
function remembered(file: SourceFile): SourceFile {
  let held: WeakRef<Uint8Array> | null = null;
  return {
    name: file.name,
    bytes: async () => {
      const bytes = held?.deref() ?? (await file.bytes());
      held = new WeakRef(bytes);
      return bytes;
    },
  };
}

/** One zip that was given, with all that is in it. */
class Expansion {
  private files = 0;
  private bytes = 0;
  private within = 0;

  constructor(private readonly options: ExpandOptions) {}

  /** @param given what comes back where the zip is none */
  async expand(zip: SourceFile, given: SourceFile, depth: number): Promise<ExpandedZip> {
    const entries = await this.open(zip);
    if (entries === null) return { files: [given], skipped: [] };
    const [wanted, skipped] = this.sorted(zip.name, entries);
    const refusal = this.refusalOf(wanted, depth);
    if (refusal !== null) return { files: [unreadable(zip, refusal)], skipped };
    const files: SourceFile[] = [];
    const names = distinct(wanted.map(({ name }) => safeName(name)));
    for (const [i, entry] of wanted.entries()) {
      const at = entries.indexOf(entry);
      const file = {
        name: `${zip.name}/${names[i]}`,
        bytes: async () => openArchive(await zip.bytes(), this.options.inflate)[at]!.read(),
      };
      const inside = /\.zip$/i.test(entry.name) ? await this.inside(entry, file, depth) : null;
      files.push(...(inside?.files ?? [file]));
      skipped.push(...(inside?.skipped ?? []));
    }
    return { files, skipped };
  }

  private sorted(zip: string, entries: readonly PackedEntry[]): [PackedEntry[], Skipped[]] {
    const wanted: PackedEntry[] = [];
    const skipped: Skipped[] = [];
    for (const entry of entries) {
      const name = safeName(entry.name);
      const reason = this.options.passOver(name);
      if (reason === null) wanted.push(entry);
      else skipped.push({ file: `${zip}/${name}`, reason });
    }
    return [wanted, skipped];
  }

  /** A zip in the zip; null for one that is read as it is, to say what is wrong with it. */
  private async inside(entry: PackedEntry, file: SourceFile, depth: number): Promise<ExpandedZip | null> {
    this.within += entry.size;
    if (this.within > MOST.within) {
      const error = overLimit("zipWithin", this.within, MOST.within);
      return { files: [unreadable(file, error)], skipped: [] };
    }
    try {
      const bytes = entry.read();
      return await this.expand({ name: file.name, bytes: () => Promise.resolve(bytes) }, file, depth + 1);
    } catch (error) {
      if (error instanceof FileReadError) return null;
      throw error;
    }
  }

  /** Null for what is no zip, or a document that is packed as one: Open XML, OpenDocument. */
  private async open(zip: SourceFile): Promise<readonly PackedEntry[] | null> {
    const bytes = await zip.bytes().catch(() => null);
    if (bytes === null || bytes.length > MOST.zip || sniff(bytes) !== "zip") return null;
    try {
      const entries = openArchive(bytes, this.options.inflate);
      return entries.some(({ name }) => DOCUMENT.test(name)) ? null : entries;
    } catch (error) {
      if (error instanceof FileReadError) return null;
      throw error;
    }
  }

  private refusalOf(wanted: readonly PackedEntry[], depth: number): FileReadError | null {
    if (wanted.length === 0) return new FileReadError("F04", { format: "emptyZip" });
    if (wanted.every(({ encrypted }) => encrypted)) return new FileReadError("D06", { format: "zip" });
    if (depth > MOST.depth) return overLimit("zipDepth", depth, MOST.depth);
    this.files += wanted.length;
    if (this.files > MOST.files) return overLimit("zipFiles", this.files, MOST.files);
    this.bytes += wanted.reduce((sum, { size }) => sum + size, 0);
    return this.bytes > MOST.bytes ? overLimit("zipBytes", this.bytes, MOST.bytes) : null;
  }
}

const DOCUMENT = /^(?:\[Content_Types\]\.xml|content\.xml|_rels\/\.rels)$/i;

function unreadable({ name }: SourceFile, error: FileReadError): SourceFile {
  return { name, bytes: () => Promise.reject(error) };
}

/** A name is for people to read; without `..`, drive and root it leads nowhere. */
function safeName(name: string): string {
  return name
    .split("/")
    .filter((step) => step !== "" && step !== "." && step !== ".." && !/^[A-Za-z]:$/.test(step))
    .join("/");
}

/** Two files of one name in a zip are both read: the later one's name gets a number. */
function distinct(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let own = name;
    for (let number = 2; taken.has(own); number++) own = name.replace(/(?=\.\w*$)|$/, `（${number}）`);
    taken.add(own);
    return own;
  });
}
