/** The files as they were given: handles, no copies of what is in them, so that a report can be marked and sent back. */
import type { ExpandedZip, FileTools, SourceFile } from "../ports/ports";
import { passedOverInFolder } from "./report-names";
import type { FileDates, GivenFile } from "./given-file";

export class Originals {
  /** By the name that the reader gave the file; one in a zip is found in that again. */
  private readonly givenBy = new Map<string, GivenFile>();

  constructor(private readonly tools: FileTools) {}

  /** `lists[i]`: what `given[i]` holds. */
  take(given: readonly GivenFile[], lists: readonly ExpandedZip[]): void {
    given.forEach((file, i) => lists[i]!.files.forEach(({ name }) => this.givenBy.set(name, file)));
  }

  /** The file itself, or what is in a zip. */
  expand(given: GivenFile): Promise<ExpandedZip> {
    return this.tools.expandZip(sourceFile(given), passedOverInFolder);
  }

  /** By the name that the reader gave the file. */
  get dates(): Readonly<Record<string, FileDates>> {
    const known = [...this.givenBy].flatMap(([name, { dates }]) => (dates ? [[name, dates] as const] : []));
    return Object.fromEntries(known);
  }

  clear(): void {
    this.givenBy.clear();
  }

  /** Null where the file was never given, or was moved, changed or deleted since. */
  async bytesOf(name: string): Promise<Uint8Array | null> {
    const given = this.givenBy.get(name);
    if (!given) return null;
    try {
      const file = (await this.expand(given)).files.find((each) => each.name === name);
      return file ? await file.bytes() : null;
    } catch (error) {
      // W3C File API, 6.2: what cannot be read any more.
      if (error instanceof DOMException && /^(NotReadable|NotFound|Security)Error$/.test(error.name))
        return null;
      throw error;
    }
  }
}

export function sourceFile({ name, content }: GivenFile): SourceFile {
  return { name, bytes: () => bytesOf(content) };
}

export async function bytesOf(content: GivenFile["content"]): Promise<Uint8Array> {
  return new Uint8Array(await content.arrayBuffer());
}
