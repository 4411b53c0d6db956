/** What goes back to the units as one zip: a folder for each with its 退回单 and its own workbook, marked. */
import { highlightsOf } from "./highlights";
import { returnFormPlan } from "./return-form";
import { indexText, highlightedName, windowsText, type CopyNote, type CopyOutcome } from "./return-files";
import { baseName } from "../county-layout/place-text";
import { returnText } from "./return-text";
import type { SessionOfReturns, ReturnedFile, UnitReturn } from "./unit-returns";
import type { Say } from "../findings/say";
import type { SheetHighlights } from "../workbook/highlight";
import { distinctFileNames, fileNameFor } from "../workbook/file-names";
import type { Workbook } from "../workbook/workbook";
import type { Archiver, PackedFile, WorkbookHighlighter, WorkbookWriter } from "../ports/ports";

export interface ReturnTools {
  readonly writer: WorkbookWriter;
  readonly marker: WorkbookHighlighter;
  readonly archiver: Archiver;
  readonly say: Say;
  /** A file as it was read; null where that is not known. */
  workbookOf(file: string | null): Workbook | null;
  /** A file's bytes as they were sent; null where they cannot be had any more. */
  bytesOf(file: string): Promise<Uint8Array | null>;
}

export interface ReturnOptions {
  readonly signal?: AbortSignal;
  /** Called before each unit; waited for, so that a cancel can be heard in between. */
  readonly onProgress?: (done: number, total: number, unit: string) => Promise<void> | void;
}

export interface ReturnSet {
  readonly zip: Uint8Array;
  readonly units: readonly ReturnedUnit[];
}

export interface ReturnedUnit {
  readonly unit: string;
  /** What became of each of its files. */
  readonly copies: readonly CopyNote[];
}

/**
 * One folder for each of the returns, and the list of them on top. A workbook that cannot be marked never keeps its
 * unit's 退回单 back: the list and the 退回单 say why. Rejects with the signal's reason when it is aborted.
 */
export async function returnSet(
  returns: readonly UnitReturn[],
  session: SessionOfReturns & { readonly county: string },
  tools: ReturnTools,
  { signal, onProgress }: ReturnOptions = {},
): Promise<ReturnSet> {
  const files: PackedFile[] = [];
  const units: ReturnedUnit[] = [];
  const folders = distinctFileNames(returns.map(({ unit }) => unit));
  for (const [i, each] of returns.entries()) {
    await onProgress?.(i, returns.length, each.unit);
    signal?.throwIfAborted();
    const { files: own, copies } = await unitFolder(each, folders[i]!, tools);
    files.push(...own);
    units.push({ unit: each.unit, copies });
  }
  signal?.throwIfAborted();
  const { say, archiver } = tools;
  const index = windowsText(indexText(returns, units, session, say));
  return { zip: archiver.pack([{ name: say("return.file.index"), bytes: index }, ...files]), units };
}

interface Folder {
  readonly files: readonly PackedFile[];
  readonly copies: readonly CopyNote[];
}

async function unitFolder(unitReturn: UnitReturn, folder: string, tools: ReturnTools): Promise<Folder> {
  const { say, writer } = tools;
  const { unit } = unitReturn;
  const inFolder = (name: string): string => `${folder}/${fileNameFor(name)}`;
  const copies: CopyNote[] = [];
  const marked: PackedFile[] = [];
  for (const file of unitReturn.files) {
    const copy = await markedCopy(unitReturn, file, copies, tools);
    copies.push(copy.note);
    if (copy.bytes) marked.push({ name: inFolder(copy.note.params["copy"]!), bytes: copy.bytes });
  }
  const plan = returnFormPlan(
    unitReturn,
    copies.map(({ key, params }) => say(key, params)),
    say,
  );
  const text = windowsText(returnText(unitReturn, say) ?? "");
  return {
    copies,
    files: [
      { name: inFolder(say("return.file.form", { unit })), bytes: writer.write(plan) },
      { name: inFolder(say("return.file.text", { unit })), bytes: text },
      ...marked,
    ],
  };
}

interface Copy {
  readonly note: CopyNote;
  readonly bytes?: Uint8Array;
}

async function markedCopy(
  unitReturn: UnitReturn,
  { file, shared }: ReturnedFile,
  before: readonly CopyNote[],
  { say, marker, workbookOf, bytesOf }: ReturnTools,
): Promise<Copy> {
  if (file === null) return { note: { key: "return.copy.open", params: {} } };
  const name = baseName(file);
  const without = (why: CopyOutcome, more: CopyNote["params"] = {}): Copy => ({
    note: { key: `return.copy.${why}`, params: { file: name, ...more } },
  });
  if (shared) return without("shared");
  const workbook = workbookOf(file);
  const bytes = await bytesOf(file);
  if (!workbook) return without(bytes === null ? "gone" : "unreadable");
  if (workbook.format !== "xlsx") return without("format");
  if (bytes === null) return without("gone");
  const marks = onSheetsOf(workbook, highlightsOf(unitReturn, file, say));
  if (marks.length === 0) return without("nothing");
  const outcome = marker.mark(bytes, marks);
  if (!outcome.ok) return without(outcome.reason, { detail: outcome.detail });
  const taken = before.flatMap(({ params }) => params["copy"] ?? []);
  const copy = highlightedName(name, taken, say);
  return { note: { key: "return.copy.marked", params: { file: name, copy } }, bytes: outcome.bytes };
}

/** A finding may speak of a sheet that should be there and is not. */
function onSheetsOf({ sheets }: Workbook, marks: readonly SheetHighlights[]): SheetHighlights[] {
  return marks.filter(({ sheet, cells }) => cells.length > 0 && sheets.some(({ name }) => name === sheet));
}
