/** Values written into somebody else's workbook, as a session asks for them: all of them or none, and why not. */
import type { FillOutcome, WorkbookChanges, WorkbookFiller } from "../../../ports/ports";
import { FileReadError } from "../../read/errors";
import { PlanError } from "../plan-error";
import { PatchError } from "./patch-error";
import { patchXlsx, type PatchOptions } from "./patch-xlsx";
import { refreshed } from "./refresh";

/** With `nodeInflate` in Node; what works anywhere if absent. */
export function workbookFiller(options: PatchOptions = {}): WorkbookFiller {
  return { fill: (bytes, changes) => fill(bytes, changes, options) };
}

function fill(bytes: Uint8Array, changes: WorkbookChanges, options: PatchOptions): FillOutcome {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return { ok: false, reason: "notXlsx", detail: "" };
  try {
    if (changes.sheets.length === 0 && changes.added.length === 0) return { ok: true, bytes };
    const patched = patchXlsx(bytes, changes, options);
    return { ok: true, bytes: refreshed(patched, changes.sheets, options) };
  } catch (error) {
    return refusal(error);
  }
}

function refusal(error: unknown): FillOutcome {
  if (error instanceof FileReadError) {
    const { code } = error.error;
    return { ok: false, reason: code === "F04" || code === "D06" ? "notXlsx" : "damaged", detail: code };
  }
  if (error instanceof PatchError || error instanceof PlanError) {
    const reason = error.code === "signed" ? "signed" : "refused";
    return { ok: false, reason, detail: `${error.code} ${error.place}` };
  }
  throw error;
}
