/** The files of a stored session: its entries name them by numbers, and their bytes are stored beside. */
import type { StoredEntry } from "../ports/session-store";
import type { FileDates, GivenFile } from "./given-file";

/** What an entry has in place of a file. */
interface FileKey {
  readonly name: string;
  readonly dates?: FileDates;
  readonly storedFile: number;
}

interface StoredBytes {
  readonly key: number;
  readonly bytes: Uint8Array;
}

/** In bytes; files with photographs are large, and a county may send hundreds. */
const PORTION = 2 ** 25;

export class StoredFiles {
  /** Null where the file was taken out again: its place stays, so that the numbers of the others hold. */
  private readonly files: (GivenFile | null)[];
  /** Last year's workbook, for one: it may have the name of a unit's file. */
  private readonly others = new Set<number>();

  constructor(files: readonly (GivenFile | null)[] = []) {
    this.files = [...files];
  }

  /** The entry with numbers in place of files. */
  entry({ call, given }: StoredEntry): StoredEntry {
    const first = this.files.length;
    const entry = { call, given: given.map((each) => this.withKeys(each)) };
    if (call !== "addFiles") for (let key = first; key < this.files.length; key++) this.others.add(key);
    return entry;
  }

  private withKeys(given: unknown): unknown {
    if (Array.isArray(given)) return given.map((each) => this.withKeys(each));
    if (!isFile(given)) return given;
    const { name, dates } = given;
    return { name, ...(dates ? { dates } : {}), storedFile: this.files.push(given) - 1 };
  }

  /** Forgets every file of this name that was collected; gives their numbers. */
  drop(name: string | null): readonly number[] {
    const keys = [...this.files.keys()].filter(
      (key) => this.files[key]?.name === name && !this.others.has(key),
    );
    for (const key of keys) this.files[key] = null;
    return keys;
  }

  /** The bytes of the files that these entries name, in portions that fit into memory. The last one may be empty. */
  async *bytesOf(entries: readonly StoredEntry[]): AsyncGenerator<StoredBytes[]> {
    let portion: StoredBytes[] = [];
    let size = 0;
    for (const key of entries.flatMap(fileKeys)) {
      const content = this.files[key]?.content;
      if (!content) continue;
      if (size > PORTION) {
        yield portion;
        portion = [];
        size = 0;
      }
      const bytes = new Uint8Array(await content.arrayBuffer());
      portion.push({ key, bytes });
      size += bytes.length;
    }
    yield portion;
  }
}

function fileKeys({ given }: StoredEntry): number[] {
  return given.flat().flatMap((each) => (isFileKey(each) ? [each.storedFile] : []));
}

function isFile(value: unknown): value is GivenFile {
  return typeof value === "object" && value !== null && "name" in value && "content" in value;
}

export function isFileKey(value: unknown): value is FileKey {
  return typeof value === "object" && value !== null && "storedFile" in value;
}
