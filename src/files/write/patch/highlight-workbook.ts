/** Marks in a unit's own workbook, as a session asks for them: never half of them, and why not where not. */
import type { HighlightOutcome, WorkbookHighlighter } from "../../../ports/ports";
import { parseA1 } from "../../../workbook/address";
import { FileReadError } from "../../read/errors";
import type { CellPatch, SheetPatch } from "./patch";
import { PatchError } from "./patch-error";
import { patchXlsx, type PatchOptions } from "./patch-xlsx";

/** With `nodeInflate` in Node; what works anywhere if absent. */
export function workbookHighlighter(options: PatchOptions = {}): WorkbookHighlighter {
  return { mark: (bytes, marks) => mark(bytes, marks, options) };
}

/** A cell with a conversation keeps it and gets the fill alone: a note beside it would not be shown. */
function mark(bytes: Uint8Array, marks: readonly SheetPatch[], options: PatchOptions): HighlightOutcome {
  try {
    return { ok: true, bytes: patchXlsx(bytes, { sheets: marks }, options) };
  } catch (error) {
    if (error instanceof PatchError && error.code === "threadedComment") {
      const fewer = withoutNoteAt(marks, error.place);
      if (fewer) return mark(bytes, fewer, options);
    }
    return refusal(error);
  }
}

function refusal(error: unknown): HighlightOutcome {
  if (error instanceof PatchError) {
    const reason = error.code === "signed" ? "signed" : "refused";
    return { ok: false, reason, detail: `${error.code} ${error.place}` };
  }
  if (error instanceof FileReadError) return { ok: false, reason: "refused", detail: error.error.code };
  throw error;
}

/** `place` is a sheet and a cell as {@link PatchError} names them; null where no note is left there. */
function withoutNoteAt(marks: readonly SheetPatch[], place: string): readonly SheetPatch[] | null {
  const at = place.lastIndexOf("!");
  const sheet = place.slice(0, at);
  const address = parseA1(place.slice(at + 1));
  let found = false;
  const bare = (cell: CellPatch): CellPatch => {
    if (cell.row !== address?.row || cell.column !== address.column || cell.comment === undefined)
      return cell;
    found = true;
    const { comment: _comment, ...rest } = cell;
    return rest;
  };
  const fewer = marks.map((one) => (one.sheet === sheet ? { ...one, cells: one.cells.map(bare) } : one));
  return found ? fewer : null;
}
