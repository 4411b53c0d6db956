/** Collects what of a workbook could not be read while the rest was. */
import type { Loss } from "../../workbook/workbook";
import { FileReadError } from "./errors";

/** So many of a kind are listed for each sheet; of the rest only the number is given. */
const MOST_LISTED = 10;

export class Losses {
  private readonly found: { -readonly [K in keyof Loss]: Loss[K] }[] = [];
  private readonly counts = new Map<string, number>();

  add(what: Loss["what"], sheet: string | null, cell: string | null, part: string | null): void {
    const key = `${what} ${sheet ?? ""}`;
    const count = (this.counts.get(key) ?? 0) + 1;
    this.counts.set(key, count);
    if (count <= MOST_LISTED) this.found.push({ what, sheet, cell, part, more: 0 });
    else this.found.findLast((loss) => loss.what === what && loss.sheet === sheet)!.more++;
  }

  /** What a part of no weight gives; `otherwise`, and a loss, where it is damaged or too large. */
  optional<T>(sheet: string | null, part: string, otherwise: T, read: () => T): T {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof FileReadError)) throw error;
      this.add("part", sheet, null, part);
      return otherwise;
    }
  }

  get list(): readonly Loss[] {
    return this.found;
  }
}
