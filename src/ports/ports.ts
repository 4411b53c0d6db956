/** What a session needs from outside. `files/`, `excel/`, the pane and the command line provide it; tests fake it. */
import type { SheetHighlights } from "../workbook/highlight";
import type { Workbook } from "../workbook/workbook";
import type { FilePlan, OfficeCell, SheetPlan, WorkbookPlan } from "../workbook/plan";

/** A file that somebody sent: its bytes are fetched only when its turn comes. */
export interface SourceFile {
  /** The path relative to what was given, with `/`; for a single file its base name. */
  readonly name: string;
  bytes(): Promise<Uint8Array>;
}

/** Why a file is passed over by its name: Office or the system left it behind, or it is no workbook. */
export type PassedOver = "temporary" | "hidden" | "notAWorkbook";

/**
 * Why a file could not be read. The codes are the catalogue's (D03 to D09: what kind of file it is) where it has one,
 * else F codes; `format` names what the file really is, where that is known (`pdf`, `picture`, `word`, `encrypted` …).
 */
export interface FileError {
  readonly code: FileErrorCode;
  readonly params: Readonly<Record<string, string | number>>;
}

export type FileErrorCode =
  | "D03" // .xls that cannot be read
  | "D04" // .et/.wps or a renamed extension that cannot be read
  | "D05" // csv, HTML or another format in disguise that cannot be read
  | "D06" // needs a password
  | "D09" // a photo, scan, PDF or Word document
  | "F01" // empty file
  | "F02" // damaged or cut off
  | "F03" // over a limit (size, cells, entries): hostile or no report
  | "F04" // not a workbook of any kind we know
  | "F05" // took too long and was stopped
  | "F06"; // cannot be opened on this machine (gone, no permission)

/** Something about the file worth saying although it was read: the true format of a disguised file, for one. */
export interface FileNotice {
  readonly code: "D03" | "D04" | "D05";
  readonly params: Readonly<Record<string, string | number>>;
}

export type ReadResult =
  | {
      readonly file: string;
      readonly ok: true;
      readonly workbook: Workbook;
      readonly notices: readonly FileNotice[];
    }
  | { readonly file: string; readonly ok: false; readonly error: FileError };

export interface ReadOptions {
  /** Aborting stops at once; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Called when a file is done, in any order. */
  readonly onProgress?: (done: number, total: number, file: string) => void;
  /**
   * Called with each file as it is read, in any order. Where it answers true the result was taken over, and is not held
   * for the answer: so that a thousand workbooks are never in memory together.
   */
  readonly take?: (result: ReadResult) => boolean;
}

/** Reads workbooks, off the main thread where there are threads. Results are in the order of the files, those left out that were taken over meanwhile. */
export interface WorkbookReader {
  read(files: readonly SourceFile[], options?: ReadOptions): Promise<readonly ReadResult[]>;
  /** Ends its workers. */
  close(): Promise<void>;
}

/** The files in a zip, each inflated only when its turn comes; a file that is no zip comes back alone. */
export interface ExpandedZip {
  readonly files: readonly SourceFile[];
  /** Names of files in it that were passed over, each with the reason. */
  readonly skipped: readonly { readonly file: string; readonly reason: PassedOver }[];
}

/** The text of a document, or why it could not be read. */
export type TextReading =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly code: FileErrorCode };

/** All that a session does with files. */
export interface FileTools {
  readonly reader: WorkbookReader;
  readonly workbooks: WorkbookWriter;
  readonly documents: DocumentWriter;
  readonly marker: WorkbookHighlighter;
  readonly archiver: Archiver;
  readonly filler: WorkbookFiller;
  readonly packager: OfficePackager;
  /** @param passOver why a file in a zip is not to be read, by its name there; null where it is */
  expandZip(file: SourceFile, passOver: (name: string) => PassedOver | null): Promise<ExpandedZip>;
  /** The text of a .docx or .txt file. */
  readDocument(bytes: Uint8Array): Promise<TextReading>;
  /** Plain text in whatever encoding Office writes it; null where it is none. */
  decodeText(bytes: Uint8Array): string | null;
}

/** Writes a plan as the bytes of an .xlsx file. */
export interface WorkbookWriter {
  write(plan: FilePlan): Uint8Array;
}

/** Takes an office's workbook as the package that its forms are written into (`OfficePlan.bytes`). */
export interface OfficePackager {
  take(source: OfficeSource): Promise<OfficeOutcome>;
}

export interface OfficeSource {
  readonly bytes: Uint8Array;
  /** The same file as it was read: the package is drawn from it where the bytes are no .xlsx. */
  readonly workbook: Workbook;
  /** Sheets that are left out: ours of a template workbook, those of an office's that are no form. */
  readonly remove?: readonly string[];
  /** New names of sheets by their names in the file; formulas follow. */
  readonly rename?: ReadonlyMap<string, string>;
  /** Cells that are emptied or get their formula back: what a unit filled in, our signs. */
  readonly cells?: readonly { readonly sheet: string; readonly cells: readonly OfficeCell[] }[];
  /** A copy that a unit filled in: its notes are left out too. Those of a blank stay, without their authors. */
  readonly filled?: boolean;
}

/**
 * What is not taken over, besides document properties: `formulas` are those that use functions we do not know to be
 * harmless, refer to another workbook or cannot be read; their results stay, `cells` names them. `looks`: the file is
 * no .xlsx; fonts, fills and print set-up are not known.
 */
export interface OfficeLeftOut {
  readonly what: "macros" | "signature" | "externalLinks" | "pivotTables" | "formulas" | "objects" | "looks";
  readonly cells?: readonly string[];
}

export type OfficeOutcome =
  | {
      readonly ok: true;
      readonly bytes: Uint8Array;
      readonly from: "xlsx" | "grid";
      readonly leftOut: readonly OfficeLeftOut[];
    }
  | {
      readonly ok: false;
      /** `encrypted`: only with a password; `damaged`; `noSheet`: none that could be shown would be left. */
      readonly reason: "encrypted" | "damaged" | "noSheet";
      /** The reader's or writer's own code and place, for whoever maintains the program. */
      readonly detail: string;
    };

/** A paragraph of a text to be printed, with what staff must still fill in. */
export interface DocumentParagraph {
  readonly role: "title" | "chapter" | "section" | "text" | "signature";
  readonly runs: readonly { readonly text: string; readonly gap?: boolean }[];
}

export interface DocumentPlan {
  readonly title: string;
  readonly author: string;
  readonly paragraphs: readonly DocumentParagraph[];
}

/** Writes a text as the bytes of a .docx file, in the look of official documents. */
export interface DocumentWriter {
  write(plan: DocumentPlan): Promise<Uint8Array>;
}

/** Marks cells in somebody else's .xlsx or .xlsm and leaves everything else byte for byte. */
export interface WorkbookHighlighter {
  mark(bytes: Uint8Array, marks: readonly SheetHighlights[]): HighlightOutcome;
}

export type HighlightOutcome =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | {
      readonly ok: false;
      /** `signed`: the marks would break a digital signature. `refused`: the workbook does not allow them. */
      readonly reason: "signed" | "refused";
      /** The writer's own code and place, for whoever maintains the program. */
      readonly detail: string;
    };

/** Writes values into cells of somebody else's .xlsx or .xlsm; charts over them follow, everything else stays byte for byte. */
export interface WorkbookFiller {
  fill(bytes: Uint8Array, changes: WorkbookChanges): FillOutcome;
}

export interface WorkbookChanges {
  readonly sheets: readonly { readonly sheet: string; readonly cells: readonly ChangedCell[] }[];
  /** Sheets that come after the last one. */
  readonly added: readonly SheetPlan[];
}

export interface ChangedCell {
  readonly row: number;
  readonly column: number;
  /** Null empties the cell. */
  readonly value: number | string | boolean | null;
  /** Without `=`; `value` is then its result, null where it is to be computed. */
  readonly formula?: string;
  /** Number format that the cell gets; its own stays if absent. */
  readonly format?: string;
}

export type FillOutcome =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | {
      readonly ok: false;
      /** `notXlsx`: another format, or encrypted. `refused`: the workbook does not allow the changes. */
      readonly reason: "signed" | "notXlsx" | "damaged" | "refused";
      /** The writer's own code and place, for whoever maintains the program. */
      readonly detail: string;
    };

/** A file to be packed; its name may hold `/`. */
export interface PackedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Packs files into one zip. */
export interface Archiver {
  pack(files: readonly PackedFile[]): Uint8Array;
}

/** Why the open workbook could not be read, written or shown. */
export interface HostError {
  readonly code: HostErrorCode;
  readonly params: Readonly<Record<string, string | number>>;
}

export type HostErrorCode =
  | "H01" // a cell is being edited
  | "H02" // a sheet or the workbook is protected, or opened for reading only
  | "H03" // a request is over what Excel on the web takes
  | "H04" // a sheet, chart or cell is gone
  | "H05" // Excel does not offer what is needed
  | "H06" // a sheet that is not ours has a name that we need
  | "H07" // Excel did not answer in time
  | "H08" // a writing has not come to its end: it was left in the middle, or another pane is at it
  | "H09" // Excel refused for a reason of its own
  | "H10" // another workbook is in front
  | "H11" // more cells at once than Excel changes or gives
  | "H12" // a formula is longer than this Excel takes
  | "H13" // the workbook has dates, and none shows from which year days are counted
  | "H14"; // a chart or macro sheet is in front where a worksheet is needed

export interface RenderOptions {
  /** Sheets that are ours and may be overwritten; any other of the plan's names must be free, else H06. */
  readonly own: readonly string[];
  /** Sheets that are ours and that the plan no longer has: they go. Whoever asks has said so to the person. */
  readonly remove?: readonly string[];
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number, sheet: string) => void;
  /** Called when Excel waits for a cell to be finished. */
  readonly onWaiting?: () => void;
  /** Called when Excel has not answered for long. */
  readonly onSlow?: () => void;
}

/** What waits for Excel, and can be stopped. */
export type AskOptions = Pick<RenderOptions, "signal" | "onWaiting" | "onSlow">;

/** What waits for Excel, and is not stopped half way. */
export type WaitOptions = Pick<RenderOptions, "onWaiting">;

export interface RenderOutcome {
  readonly added: readonly string[];
  readonly replaced: readonly string[];
  readonly removed: readonly string[];
  /** Sheets of the office's own that Excel did not take as they are: they were drawn. None if absent. */
  readonly drawn?: readonly string[];
  /** Charts whose series, read back, differ from the plan's cells; none if all is well. */
  readonly wrongCharts: readonly string[];
  /** Formulas that Excel, after a calculation of everything, gives other results than the plan; none if all is well. */
  readonly wrongCells: readonly WrongCell[];
  /** Puts back what was there before. Either this or `keep` is called, once. */
  undo(options?: WaitOptions): Promise<void>;
  /** Gives up undo and removes what was kept for it. */
  keep(options?: WaitOptions): Promise<void>;
}

/** A cell that shows something else than was planned. */
export interface WrongCell {
  readonly sheet: string;
  readonly cell: string;
  readonly planned: number | string | boolean;
  readonly found: number | string | boolean;
}

/** A writing that was left in the middle: the pane or Excel was closed. Sheets may be half of it. */
export interface UnfinishedWriting {
  /** Milliseconds since 1970; null where that cannot be read any more. */
  readonly began: number | null;
  /** It got on a moment ago: another pane may still be at it. */
  readonly recent: boolean;
  /** Those that it was to write or to take away, what was there already first. */
  readonly sheets: readonly string[];
  /**
   * Puts back what was there before, all or nothing. Either this or `keep` is called, once.
   * @throws {OpenWorkbookError} H08, with nothing changed, where the writing has got on since: another pane is at it
   */
  undo(options?: WaitOptions): Promise<void>;
  /** Leaves the sheets as they are and removes what was kept for undo. Throws as `undo` does. */
  keep(options?: WaitOptions): Promise<void>;
}

/** The workbook that is open before the user. Methods reject with an {@link OpenWorkbookError}. */
export interface OpenWorkbook {
  /** Everything in it, as the neutral grid. As `sheetNames` and `render`, H08 where a writing is unfinished. */
  read(options?: AskOptions): Promise<Workbook>;
  sheetNames(options?: AskOptions): Promise<readonly string[]>;
  /** Writes the plan's sheets; all or nothing. Foreign sheets, selection and view are left alone. */
  render(plan: WorkbookPlan, options: RenderOptions): Promise<RenderOutcome>;
  /** The writing that has not come to its end; null where there is none. */
  unfinished(options?: AskOptions): Promise<UnfinishedWriting | null>;
  /** Shows and selects the cell. */
  goTo(sheet: string, cell: string, options?: AskOptions): Promise<void>;
  /**
   * Shows a copy of a sheet of a file, and selects the cell. There is one such copy at most: the one before
   * goes. It is no part of what `read` and `sheetNames` give.
   */
  view(sheet: SheetPlan, cell: string, options?: AskOptions): Promise<void>;
  /** Takes the copy away, with its name, and goes back to where the person was; nothing where there is none. */
  closeView(options?: WaitOptions): Promise<void>;
}

export class OpenWorkbookError extends Error {
  constructor(readonly error: HostError) {
    super(error.code);
    this.name = "OpenWorkbookError";
  }
}

/** What became of one case of the self-test. `reason` is of Excel's and ours, in English; no data of a workbook. */
export interface SelfTestResult {
  readonly topic: string;
  /** One sentence about what Excel does. */
  readonly title: string;
  readonly outcome: "passed" | "failed" | "skipped";
  /** Why it was skipped, or what Excel did instead; empty where it passed. */
  readonly reason: SkipReason | { readonly found: string } | null;
}

/** `situation`: only another Excel, or a person who types meanwhile, could show it. */
export type SkipReason = "web" | "desktop" | "person" | "olderExcel" | "stopped" | "noAnswer";

/** Tries in this Excel what we rely on. */
export interface SelfTest {
  /** Is the open workbook a blank one, in which nothing can be disturbed? */
  isBlank(): Promise<boolean>;
  /** Opens a blank workbook beside it. The pane of that workbook runs the test there. */
  openBlank(): Promise<void>;
  /**
   * Runs the cases one after another, each on a sheet of its own that is taken away again. Aborting ends it after the
   * case at hand; what was not run is skipped.
   */
  run(options: {
    readonly signal: AbortSignal;
    onProgress(done: number, total: number): void;
  }): Promise<readonly SelfTestResult[]>;
}
