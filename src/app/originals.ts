/** The files as they were given: handles, no copies of what is in them, so that a report can be marked and sent back. */
import { expandZip, type ExpandedZip } from "../files/expand-zip";
import { browserInflate } from "../files/read/browser-inflate";
import type { SourceFile } from "../ports/ports";
import { passedOverInFolder } from "./report-names";
import type { GivenFile } from "./given-file";

export class Originals {
  /** By the name that the reader gave the file; one in a zip is found in that again. */
  private readonly givenBy = new Map<string, GivenFile>();

  /** `lists[i]`: what `given[i]` holds. */
  take(given: readonly GivenFile[], lists: readonly ExpandedZip[]): void {
    given.forEach((file, i) => lists[i]!.files.forEach(({ name }) => this.givenBy.set(name, file)));
  }

  clear(): void {
    this.givenBy.clear();
  }

  /** Null where the file was never given, or was moved, changed or deleted since. */
  async bytesOf(name: string): Promise<Uint8Array | null> {
    const given = this.givenBy.get(name);
    if (!given) return null;
    try {
      const file = (await sourceFiles(given)).files.find((each) => each.name === name);
      return file ? await file.bytes() : null;
    } catch (error) {
      // W3C File API, 6.2: what cannot be read any more.
      if (error instanceof DOMException && /^(NotReadable|NotFound|Security)Error$/.test(error.name))
        return null;
      throw error;
    }
  }
}

/** The file itself, or what is in a zip. */
export function sourceFiles({ name, content }: GivenFile): Promise<ExpandedZip> {
  const file: SourceFile = { name, bytes: () => bytesOf(content) };
  return expandZip(file, { inflate: browserInflate, passOver: passedOverInFolder });
}

export async function bytesOf(content: Blob): Promise<Uint8Array> {
  return new Uint8Array(await content.arrayBuffer());
}
