import { Book } from "../book/book";
import type { Fault } from "../book/faults";
import type { Calculator } from "../book/calculator";
import type { Metadata } from "../metadata/metadata";
import { SimulatedHost } from "../seams/host";
import type { Switches } from "../seams/switches";
import { exportBook, importBook, type BookJson } from "./book-json";
import { WorkbookView } from "./workbook-view";

export type Platform = Book["platform"];

export interface ExcelOptions {
  /** `pc` if absent. The web has the 5 MB limit. */
  readonly platform?: Platform;
  /** The newest ExcelApi set that it knows; `1.14` if absent, the set that our manifest asks for. */
  readonly apiLevel?: string;
  /** Of the interface and the data; `zh-CN` if absent. */
  readonly language?: string;
  /** Names of the sheets of the new workbook; `Sheet1` if absent. */
  readonly sheets?: readonly string[];
  /** A workbook as {@link SimulatedExcel.export} gave it, in place of a new one. */
  readonly workbook?: BookJson;
  readonly readOnly?: boolean;
  /** False in an Excel on an iPad: pane and buttons share no page; true if absent. */
  readonly sharedRuntime?: boolean;
  /** What this Excel does other than we hope; see `book/faults.ts`. */
  readonly faults?: readonly Fault[];
  /** Days count from 1904. */
  readonly date1904?: boolean;
  /** Remembers what Ctrl+Z would take back. */
  readonly undo?: boolean;
}

/** What differs between Node and a browser. */
export interface ExcelParts {
  readonly metadata: Metadata;
  readonly calculator: Calculator;
}

/** A simulated Excel with one open workbook: as a person sees it, and with the switches of a test. */
export class SimulatedExcel {
  readonly host: SimulatedHost;
  readonly language: string;
  /** The open workbook as a person sees and touches it. */
  readonly workbook: WorkbookView;
  /** What the add-in saved with `Office.context.document.settings`. */
  readonly documentSettings = new Map<string, string>();
  private readonly book: Book;

  constructor(parts: ExcelParts, options: ExcelOptions = {}) {
    this.book = new Book(parts.calculator);
    this.book.platform = options.platform ?? "pc";
    this.language = options.language ?? "zh-CN";
    this.host = new SimulatedHost(
      this.book,
      parts.metadata,
      options.apiLevel ?? "1.14",
      options.sharedRuntime,
    );
    if (options.workbook) importBook(this.book, options.workbook);
    else for (const name of options.sheets ?? ["Sheet1"]) this.book.addSheet(name);
    this.book.readOnly = options.readOnly ?? false;
    this.book.date1904 = options.date1904 ?? false;
    this.book.undoStack.isOn = options.undo ?? false;
    for (const fault of options.faults ?? []) this.book.faults.add(fault);
    this.workbook = new WorkbookView(this.book);
  }

  /** Puts another workbook in the place of the open one; references that an add-in holds into the old one are lost. */
  replaceWorkbook(fill: (book: Book) => void): void {
    this.book.empty();
    fill(this.book);
  }

  get platform(): Platform {
    return this.book.platform;
  }

  /** How many new workbooks the add-in opened beside this one. */
  get openedBeside(): number {
    return this.book.openedBeside;
  }

  /** Cell-edit mode, failing and slow syncs. */
  get switches(): Switches {
    return this.host.switches;
  }

  /**
   * Everything that is in the workbook and on the screen as plain data without ids: values, formulas, formats,
   * names, charts, selection. Equal before and after means that nothing was changed.
   */
  snapshot(): BookJson {
    return exportBook(this.book);
  }

  /** The workbook as plain JSON, to be opened again with the option `workbook`. */
  export(): BookJson {
    return exportBook(this.book);
  }
}
