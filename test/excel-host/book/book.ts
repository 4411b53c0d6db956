import { parseArea, type Area } from "../../../src/workbook/address";
import {
  accessDenied,
  HostError,
  invalidArgument,
  invalidOperation,
  itemAlreadyExists,
} from "../protocol/errors";
import type { Json } from "../protocol/messages";
import type { Calculator } from "./calculator";
import type { CommentState } from "./comment-state";
import { BookEvents } from "./events";
import type { Fault } from "./faults";
import type { NameState } from "./name-state";
import { PropertyBag } from "./property-bag";
import { dropSheetIn, renameSheetIn, sameName } from "./references";
import { Sheet } from "./sheet";
import { cellsToCalculate } from "./recalculate";
import { UndoStack } from "./undo-stack";

export interface Selection {
  sheet: Sheet;
  area: Area;
}

/** An open workbook: everything a person would find in the file and on the screen. Knows nothing of the protocol. */
export class Book {
  name = "Book1.xlsx";
  readOnly = false;
  readonly sheets: Sheet[] = [];
  readonly names: NameState[] = [];
  readonly comments: CommentState[] = [];
  readonly settings = new Map<string, Json>();
  readonly properties = new PropertyBag();
  readonly customProperties = new Map<string, Json>();
  readonly events = new BookEvents();
  /** Some things differ between Excel on the desktop and on the web. */
  platform: "pc" | "mac" | "web" | "ios" = "pc";
  calculationMode: "Automatic" | "AutomaticExceptTables" | "Manual" = "Automatic";
  /** Values stay as they are until the end of the batch: Application.suspendApiCalculationUntilNextSync. */
  calculationSuspended = false;
  /** New workbooks that were opened beside this one. */
  openedBeside = 0;
  structureProtection: { readonly password: string | null } | null = null;
  readonly faults = new Set<Fault>();
  readonly undoStack = new UndoStack();
  /** Days count from 1904, as in workbooks that were begun on an old Mac. */
  date1904 = false;
  /** A chart sheet is in front: it is no worksheet, and has no cells. */
  chartSheetIsActive = false;
  /** The person has clicked into another workbook. */
  otherWorkbookHasFocus = false;
  private stale = true;
  private chosen: Selection | undefined;
  private lastId = 0;

  constructor(private readonly calculator: Calculator) {}

  /** `{00000003-…}`: ids look like Excel's and are the same in every run. */
  newId(): string {
    this.lastId++;
    return `{${this.lastId.toString(16).toUpperCase().padStart(8, "0")}-0000-4000-8000-000000000000}`;
  }

  get activeSheet(): Sheet {
    return this.selection.sheet;
  }

  get selection(): Selection {
    this.chosen ??= { sheet: this.firstVisible(), area: { top: 0, left: 0, bottom: 0, right: 0 } };
    return this.chosen;
  }

  select(sheet: Sheet, area: Area): void {
    const before = this.activeSheet;
    this.chartSheetIsActive = false;
    sheet.selection = area;
    this.chosen = { sheet, area };
    if (before !== sheet) this.events.emit({ kind: "activated", sheet: sheet.id, before: before.id });
  }

  activate(sheet: Sheet): void {
    this.assertFocus();
    if (sheet.visibility !== "Visible") throw invalidOperation("a hidden sheet cannot be activated");
    this.select(sheet, sheet.selection);
  }

  sheet(nameOrId: string): Sheet | undefined {
    return this.sheets.find((sheet) => sheet.id === nameOrId || sameName(sheet.name, nameOrId));
  }

  /** @param at The position; last if absent. */
  addSheet(name: string, at = this.sheets.length): Sheet {
    this.assertStructure();
    this.assertSheetName(name);
    const sheet = new Sheet(this, name, this.newId());
    this.sheets.splice(at, 0, sheet);
    this.touch();
    this.undoStack.record(() => this.deleteSheet(sheet));
    this.events.emit({ kind: "added", sheet: sheet.id });
    return sheet;
  }

  /** `Sheet1`, `Sheet2` …: the first name that is free. */
  freeSheetName(): string {
    let n = 1;
    while (this.sheet(`Sheet${n}`)) n++;
    return `Sheet${n}`;
  }

  deleteSheet(sheet: Sheet): void {
    this.assertStructure();
    if (sheet.visibility === "VeryHidden") throw invalidOperation("a very hidden sheet cannot be deleted");
    if (sheet.visibility === "Visible") this.assertAnotherVisible();
    const wasActive = this.activeSheet === sheet;
    this.sheets.splice(this.sheets.indexOf(sheet), 1);
    sheet.deleted = true;
    this.rewriteFormulas((formula) => dropSheetIn(formula, sheet.name));
    removeWhere(this.comments, (comment) => comment.sheet === sheet);
    if (wasActive) this.chosen = undefined;
    this.clearUndo();
    this.touch();
    this.events.emit({ kind: "deleted", sheet: sheet.id });
  }

  renameSheet(sheet: Sheet, name: string): void {
    this.assertStructure();
    if (name === sheet.name) return;
    if (!sameName(name, sheet.name)) this.assertSheetName(name);
    const before = sheet.name;
    this.undoable(() => this.renameSheet(sheet, before));
    sheet.name = name;
    this.rewriteFormulas((formula) => renameSheetIn(formula, before, name));
    this.touch();
  }

  moveSheet(sheet: Sheet, position: number): void {
    this.assertStructure();
    if (!(position >= 0 && position < this.sheets.length)) throw invalidArgument("position");
    this.sheets.splice(this.sheets.indexOf(sheet), 1);
    this.sheets.splice(position, 0, sheet);
  }

  /** What Excel takes back on the web only; on the desktop it clears the undo stack. */
  undoable(takeBack: () => void): void {
    if (this.platform === "web") this.undoStack.record(takeBack);
    else this.clearUndo();
  }

  clearUndo(): void {
    if (!this.faults.has("undoStackSurvives")) this.undoStack.clear();
  }

  /** The sheet in front, where it is a worksheet: https://github.com/OfficeDev/office-js/issues/2444 */
  activeWorksheet(): Sheet {
    this.assertFocus();
    if (!this.chartSheetIsActive) return this.activeSheet;
    throw new HostError(
      "UnsupportedSheet",
      "This sheet type does not support this operation, since it is a Macro or Chart sheet.",
    );
  }

  /** https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-troubleshooting */
  assertFocus(): void {
    if (!this.otherWorkbookHasFocus) return;
    throw new HostError(
      "InactiveWorkbook",
      "The operation failed because multiple workbooks are open and the workbook being called by this API has lost focus.",
    );
  }

  assertStructure(): void {
    if (this.readOnly || this.structureProtection) throw accessDenied();
  }

  assertAnotherVisible(): void {
    if (this.sheets.filter((sheet) => sheet.visibility === "Visible").length < 2) {
      throw invalidOperation("a workbook must keep one visible sheet");
    }
  }

  /** Sheet-level names win over those of the workbook. */
  findName(name: string, sheet?: Sheet): NameState | undefined {
    return [...(sheet?.names ?? []), ...this.names].find((known) => sameName(known.name, name));
  }

  /** `'单位数据'!C5:C26` or `Sheet1!A1` → sheet and area; undefined where it is none. */
  locate(reference: string, own?: Sheet): { sheet: Sheet; area: Area } | undefined {
    const bang = reference.lastIndexOf("!");
    const sheetName = reference
      .slice(0, Math.max(bang, 0))
      .replace(/^'(.*)'$/, "$1")
      .replace(/''/g, "'");
    const sheet = bang < 0 ? own : this.sheet(sheetName);
    const area = parseArea(reference.slice(bang + 1));
    return sheet && area ? { sheet, area } : undefined;
  }

  /** Takes everything out, so that another workbook can be opened in its place. */
  empty(): void {
    for (const sheet of this.sheets) sheet.deleted = true;
    for (const list of [this.sheets, this.names, this.comments]) list.length = 0;
    this.settings.clear();
    this.customProperties.clear();
    this.structureProtection = null;
    this.chosen = undefined;
    this.touch();
  }

  /** Values that are shown may not be those of the cells any more: in manual mode until somebody calculates. */
  get isStale(): boolean {
    return this.stale && this.calculationMode === "Manual";
  }

  /** To be called after every change of a value or formula. */
  touch(): void {
    this.stale = true;
  }

  /** Excel computes after each change; we do it when somebody looks. `force` is F9. */
  calculate(force = false): void {
    if (!force && (this.calculationMode === "Manual" || this.calculationSuspended)) return;
    if (!this.stale) return;
    this.stale = false;
    const { sheets, names } = cellsToCalculate(this);
    this.calculator.calculate(sheets, names, (sheet, row, column, value) => {
      this.sheets[sheet]!.grid.touch(row, column).value = value;
    });
  }

  /** Lets every formula of the workbook follow a change of sheets or lines. */
  rewriteFormulas(change: (formula: string, own: Sheet) => string): void {
    for (const sheet of this.sheets) sheet.rewriteFormulas((formula) => change(formula, sheet));
    for (const name of this.names) name.formula = change(name.formula, this.sheets[0]!);
  }

  /** A sheet's name: 1 to 31 characters, none of `\ / ? * : [ ]`, no apostrophe at its ends, not "History". */
  private assertSheetName(name: string): void {
    const wellFormed = name.length > 0 && name.length <= 31 && !/[\\/?*:[\]]|^'|'$/.test(name);
    if (!wellFormed || /^history$/i.test(name)) throw invalidArgument(`sheet name ${name}`);
    if (this.sheet(name)) throw itemAlreadyExists();
  }

  private firstVisible(): Sheet {
    const sheet = this.sheets.find((candidate) => candidate.visibility === "Visible");
    if (!sheet) throw invalidOperation("the workbook has no visible sheet");
    return sheet;
  }
}

export function removeWhere<T>(list: T[], is: (item: T) => boolean): void {
  for (let i = list.length - 1; i >= 0; i--) if (is(list[i]!)) list.splice(i, 1);
}
