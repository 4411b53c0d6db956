/** An office's blank → its forms: which cells are to be filled, which are computed, and what must be asked. */
import type { CellUse, OwnCell, OwnSheet, OwnTable, OwnText } from "../template/own-sheet";
import type { Form, Indicator } from "../template/template";
import { areaToA1, toA1 } from "../workbook/address";
import { cellsOf } from "../workbook/cells";
import type { OfficeCell } from "../workbook/plan";
import type { Sheet, Workbook } from "../workbook/workbook";
import { captionsOf, type Captions } from "./captions";
import { columnsOf, type DraftColumn } from "./columns";
import { translate, type Operand, type Resolve, type Translation } from "./formulas";
import { SheetGrid, type GridCell } from "./grid";
import { keyText, numbered, shortestTails } from "./keys";
import { linesOf, type DraftLine } from "./lines";
import type { Proposal, Question, QuestionCode } from "./question";
import { findTables, type TableArea } from "./tables";
import { isCrossedOut, isMeasure, isNoteHead, isPersonal, isRate } from "./words";

/** Why a sheet is no form. */
export type NoForm = "empty" | "hidden" | "list" | "noTable" | "tooLarge";

export interface Discovery {
  readonly forms: readonly Form[];
  /** In the order of the sheets and rows. */
  readonly questions: readonly Question[];
  readonly others: readonly { readonly sheet: string; readonly why: NoForm }[];
  /** Cells of the blank that hold what is a person's, as they are to be: names behind signatures, personal columns. */
  readonly personal: readonly { readonly sheet: string; readonly cells: readonly OfficeCell[] }[];
}

interface DraftCell {
  readonly row: number;
  readonly column: number;
  readonly line: number;
  readonly in: number;
  readonly cell: GridCell;
  use: CellUse;
  item?: string;
  formula?: string;
  translated?: string;
}

interface DraftTable {
  readonly area: TableArea;
  readonly lines: readonly DraftLine[];
  readonly columns: readonly DraftColumn[];
  readonly cells: DraftCell[];
  lineKeys: string[];
  columnKeys: string[];
}

interface DraftForm {
  readonly grid: SheetGrid;
  readonly captions: Captions;
  readonly tables: DraftTable[];
  readonly asked: Question[];
}

/** @param period what the forms are to be filled for, as months since the year 0; null where nobody says */
export function discoverForms(workbook: Workbook, period: number | null = null): Discovery {
  const drafts: DraftForm[] = [];
  const others: { sheet: string; why: NoForm }[] = [];
  for (const sheet of workbook.sheets) {
    const draft = draftOf(sheet, period);
    if (typeof draft === "string") others.push({ sheet: sheet.name, why: draft });
    else drafts.push(draft);
  }
  nameItems(drafts);
  compute(drafts);
  return {
    forms: drafts.map(formOf),
    questions: drafts.flatMap(({ asked }) => asked),
    others,
    personal: drafts.map(({ grid, tables }) => ({
      sheet: grid.sheet.name,
      cells: personalCells(grid, tables),
    })),
  };
}

/** Names behind the words of a signature go, and what stands in columns of names, telephone numbers and the like. */
function personalCells(grid: SheetGrid, tables: readonly DraftTable[]): OfficeCell[] {
  const cells: OfficeCell[] = [];
  for (const { row, column, value, kind } of cellsOf(grid.sheet)) {
    if (kind === "text" && withoutSigner(String(value)) !== value)
      cells.push({ row, column, value: withoutSigner(String(value)) });
  }
  for (const table of tables)
    for (const { row, column, in: c, cell } of table.cells)
      if (table.columns[c]!.doubt === "personal" && cell.shows !== "empty" && cell.shows !== "formula")
        cells.push({ row, column, value: null });
  return cells;
}

/** `填表人：沈玉婷` → `填表人：`. */
function withoutSigner(text: string): string {
  return text.replace(SIGNER, "$1");
}

const SIGNER =
  /((?:填表人|制表人|填报人|经办人|复核人?|审核人|审批人|负责人|联系人|主管领导|分管领导|联系电话|手机|电话)(?:[(（][^)）]{0,8}[)）])?\s*[:：])[ \u3000]*[^\s:：\u3000]{2,20}/g;

function draftOf(sheet: Sheet, period: number | null): DraftForm | NoForm {
  const grid = new SheetGrid(sheet);
  if (sheet.visibility !== "visible") return "hidden";
  if (grid.rows === 0) return "empty";
  if (grid.tooLarge) return "tooLarge";
  const asked: Question[] = [];
  const tables = findTables(grid)
    .map((area) => tableOf(grid, area, period))
    .filter((table) => table !== null);
  const open = tables.filter(hasOpenCell);
  const used = open.length > 0 ? open : tables;
  for (const table of tables) if (!used.includes(table)) asked.push(nothingToFill(sheet.name, table));
  if (used.length === 0) return "noTable";
  const first = Math.min(...used.map(({ area }) => area.head.top));
  const captions = captionsOf(grid, first);
  for (const table of used) askAboutColumns(asked, sheet.name, table);
  for (const table of used) useCells(asked, sheet.name, table);
  return { grid, captions, tables: used, asked };
}

function tableOf(grid: SheetGrid, area: TableArea, period: number | null): DraftTable | null {
  const lines = linesOf(grid, area);
  const filled = lines.filter(({ heading }) => !heading);
  const columns = columnsOf(
    grid,
    area,
    filled.map(({ row }) => row),
    period,
  );
  const cells = lines.flatMap((line, l) => (line.heading ? [] : cellsOfLine(grid, line, l, columns)));
  if (filled.length === 0 || !columns.some(({ role }) => role === "value")) return null;
  return { area, lines, columns, cells, lineKeys: [], columnKeys: [] };
}

/** The cells that begin in the line's row and columns; of a merged cell its first. */
function cellsOfLine(
  grid: SheetGrid,
  line: DraftLine,
  l: number,
  columns: readonly DraftColumn[],
): DraftCell[] {
  return columns.flatMap((column, c) => {
    const cell = grid.at(line.row, column.column);
    if (!grid.begins(line.row, column.column)) return [];
    return [{ row: line.row, column: column.column, line: l, in: c, cell, use: "unused" as CellUse }];
  });
}

/** Is there a cell that nobody has filled? */
function hasOpenCell({ cells, columns }: DraftTable): boolean {
  return cells.some(
    ({ cell, in: c }) =>
      columns[c]!.role === "value" &&
      (cell.shows === "empty" || (cell.shows === "number" && cell.number === 0)),
  );
}

const USES: readonly Proposal[] = ["sum", "text", "lastYear", "unused"];

function nothingToFill(sheet: string, { area }: DraftTable): Question {
  const cell = areaToA1({
    top: area.head.top,
    left: area.left,
    bottom: area.rows.at(-1)!,
    right: area.right,
  });
  return {
    sheet,
    cell,
    code: "nothingToFill",
    params: {},
    proposal: "leaveOut",
    choices: ["leaveOut", "sum"],
  };
}

function askAboutColumns(asked: Question[], sheet: string, { area, columns }: DraftTable): void {
  for (const { column, doubt, heads, use } of columns) {
    if (doubt === undefined) continue;
    const cell = areaToA1({ top: area.rows[0]!, left: column, bottom: area.rows.at(-1)!, right: column });
    asked.push({ sheet, cell, code: doubt, params: { name: heads.join(" ") }, proposal: use, choices: USES });
  }
}

/** What each cell is for, formulas left for later. */
function useCells(asked: Question[], sheet: string, table: DraftTable): void {
  const doubts = new Map<QuestionCode, DraftCell[]>();
  const doubt = (code: QuestionCode, cell: DraftCell): void => {
    doubts.set(code, [...(doubts.get(code) ?? []), cell]);
  };
  for (const draft of table.cells) {
    const line = table.lines[draft.line]!;
    const column = table.columns[draft.in]!;
    draft.use = useOf(draft, line, column, doubt);
  }
  for (const line of table.lines) {
    const label = line.path.at(-1) ?? "";
    const own = table.cells.filter(
      ({ row, use, cell }) => row === line.row && use === "text" && cell.shows !== "formula",
    );
    if (isRateLine(line) && own.length > 0) {
      const cell = rangeOf(own);
      asked.push({ sheet, cell, code: "rate", params: { name: label }, proposal: "text", choices: USES });
    }
  }
  for (const [code, cells] of doubts)
    for (const run of runsOf(cells))
      asked.push({ sheet, cell: rangeOf(run), code, params: {}, proposal: run[0]!.use, choices: USES });
}

function isRateLine({ path, measure }: DraftLine): boolean {
  return isRate(path.at(-1) ?? "") || (measure !== undefined && /[%‰]/.test(measure));
}

function useOf(
  draft: DraftCell,
  line: DraftLine,
  column: DraftColumn,
  doubt: (code: QuestionCode, cell: DraftCell) => void,
): CellUse {
  const { cell } = draft;
  if (column.use === "unused" || column.role === "ignored") return "unused";
  if (isPersonal(line.path.at(-1) ?? "")) return "unused";
  if (cell.shows === "text" && isCrossedOut(cell.text)) return "unused";
  if (column.role === "note") return "text";
  if (column.use === "lastYear") return "lastYear";
  const isNumber = cell.shows === "number" || isNumberText(cell);
  if (cell.shows === "text" && !isNumber) {
    if (column.use === "text") return "text";
    doubt("text", draft);
    return "unused";
  }
  const usual = isRateLine(line) || isNoteHead(line.path.at(-1) ?? "") ? "text" : column.use;
  if (cell.shows === "formula") return usual;
  if (cell.shows === "error") doubt("brokenReference", draft);
  if (isNumber)
    doubt(
      cell.formula !== undefined ? "typed" : Number(cell.number ?? cell.text) === 0 ? "zero" : "filled",
      draft,
    );
  return usual;
}

/** A number that is stored as a text. */
function isNumberText({ shows, text }: GridCell): boolean {
  return shows === "text" && /^-?[\d,]+(?:\.\d+)?$/.test(text);
}

/** Cells below each other in one column are asked about together. */
function runsOf(cells: readonly DraftCell[]): DraftCell[][] {
  const sorted = [...cells].sort((a, b) => a.column - b.column || a.row - b.row);
  const runs: DraftCell[][] = [];
  for (const cell of sorted) {
    const last = runs.at(-1)?.at(-1);
    if (last && last.column === cell.column && cell.row - last.row <= 1 && last.use === cell.use)
      runs.at(-1)!.push(cell);
    else runs.push([cell]);
  }
  return runs;
}

function rangeOf(cells: readonly DraftCell[]): string {
  return areaToA1({
    top: Math.min(...cells.map(({ row }) => row)),
    left: Math.min(...cells.map(({ column }) => column)),
    bottom: Math.max(...cells.map(({ row }) => row)),
    right: Math.max(...cells.map(({ column }) => column)),
  });
}

/** Keys of lines, columns and items, unique in the form; with the form in front where another form has the same. */
function nameItems(forms: readonly DraftForm[]): void {
  const prefixed = forms.map(nameLines);
  const owners = new Map<string, Set<number>>();
  prefixed.forEach((keys, f) => {
    for (const key of keys) owners.set(key, (owners.get(key) ?? new Set()).add(f));
  });
  forms.forEach((form, f) => {
    const shared = prefixed[f]!.some((key) => owners.get(key)!.size > 1);
    const lead = shared ? `${keyText(form.grid.sheet.name)}:` : "";
    for (const table of form.tables) nameCells(table, lead);
  });
}

/** @returns the keys of the form's lines */
function nameLines({ tables }: DraftForm): string[] {
  const taken = new Set<string>();
  tables.forEach((table, t) => {
    table.columnKeys = columnKeys(table);
    const keys = lineKeys(table.lines);
    const clash = keys.some((key) => taken.has(key));
    table.lineKeys = clash ? numbered(keys.map((key) => `表${t + 1}_${key}`)) : keys;
    for (const key of table.lineKeys) taken.add(key);
  });
  return [...taken];
}

function lineKeys(lines: readonly DraftLine[]): string[] {
  const codes = lines.map(({ code }) => (code === undefined ? "" : keyText(code)));
  const given = codes.filter((code) => code !== "");
  if (given.length > 0 && new Set(given).size === given.length) {
    const tails = shortestTails(contextPaths(lines));
    return numbered(codes.map((code, i) => code || tails[i]!));
  }
  return shortestTails(contextPaths(lines));
}

/** Paths with the line above in front where labels repeat: `其中：女` under 党员 and under 团员. */
function contextPaths(lines: readonly DraftLine[]): string[][] {
  const counts = new Map<string, number>();
  const label = (line: DraftLine): string => line.path.join("\n");
  for (const line of lines) counts.set(label(line), (counts.get(label(line)) ?? 0) + 1);
  let above: string[] = [];
  return lines.map((line) => {
    if (counts.get(label(line)) === 1) {
      above = line.path.slice(-1);
      return [...line.path];
    }
    return [...above, ...line.path];
  });
}

function columnKeys({ columns }: DraftTable): string[] {
  const marks = columns.map(({ mark }) => mark ?? "");
  const tails = shortestTails(columns.map(({ heads }) => heads));
  const given = marks.filter((mark) => mark !== "");
  const unique = new Set(given).size === given.length;
  return numbered(marks.map((mark, i) => (unique && mark !== "" ? mark : tails[i]!)));
}

function nameCells(table: DraftTable, lead: string): void {
  const first = table.columns.findIndex(
    ({ role }, c) => role === "value" && table.cells.some((cell) => cell.in === c && hasItem(cell.use)),
  );
  for (const cell of table.cells) {
    const line = lead + table.lineKeys[cell.line]!;
    if (hasItem(cell.use)) cell.item = cell.in === first ? line : `${line}[${table.columnKeys[cell.in]!}]`;
  }
}

function hasItem(use: CellUse): boolean {
  return use !== "lastYear" && use !== "unused";
}

/** Translates the blank's formulas; what cannot be kept becomes a cell to be filled, and a question. */
function compute(forms: readonly DraftForm[]): void {
  const keys = new Set(
    forms.flatMap(({ tables }) => tables.flatMap(({ cells }) => cells.flatMap(({ item }) => item ?? []))),
  );
  const places = new Map(forms.map((form) => [form.grid.sheet.name, new Places(form)]));
  for (const form of forms) {
    const resolve: Resolve = (sheet, row, column) => {
      const place = sheet === null ? places.get(form.grid.sheet.name) : places.get(sheet);
      return place ? place.at(row, column) : null;
    };
    for (const table of form.tables)
      for (const cell of table.cells) {
        if (cell.cell.shows !== "formula" || cell.item === undefined) continue;
        const translation = translate(cell.cell.formula!, resolve, (text) => keys.has(text));
        applyTranslation(form, cell, translation);
      }
  }
}

function applyTranslation(form: DraftForm, cell: DraftCell, translation: Translation): void {
  const ask = (code: QuestionCode): void => {
    const choices: Proposal[] = translation.ok ? ["computed", "sum", "text", "unused"] : [...USES];
    const place = { sheet: form.grid.sheet.name, cell: toA1(cell.row, cell.column) };
    form.asked.push({ ...place, code, params: { formula: cell.cell.formula! }, proposal: cell.use, choices });
  };
  if (translation.ok) {
    cell.use = "computed";
    cell.formula = cell.cell.formula!;
    cell.translated = translation.formula;
    if (translation.doubt) ask(translation.doubt);
    return;
  }
  if (translation.reason === "label") {
    cell.use = "unused";
    delete cell.item;
    return;
  }
  if (translation.reason === "aggregate" || translation.reason === "notTranslated") cell.use = "text";
  ask(translation.reason);
}

/** What the cells of a form's sheet are to a formula. */
class Places {
  private readonly found = new Map<string, Operand>();

  constructor(private readonly form: DraftForm) {
    for (const table of form.tables) {
      const values = new Map<number, string>();
      for (const { item, in: c, line } of table.cells)
        if (item !== undefined && table.columns[c]!.role === "value" && !values.has(line))
          values.set(line, item);
      for (const { row, column, use, item, line, in: c } of table.cells) {
        const key = values.get(line);
        const before = use === "lastYear" && table.columns[c]!.role === "lastYear" && key !== undefined;
        if (item !== undefined) this.found.set(`${row} ${column}`, { kind: "item", key: item });
        else if (before) this.found.set(`${row} ${column}`, { kind: "lastYear", key });
        else if (use === "lastYear") this.found.set(`${row} ${column}`, { kind: "other" });
      }
    }
  }

  at(row: number, column: number): Operand {
    const found = this.found.get(`${row} ${column}`);
    if (found) return found;
    const { shows, number } = this.form.grid.at(row, column);
    if (shows === "empty") return { kind: "empty" };
    return shows === "number" && number !== null ? { kind: "number", value: number } : { kind: "other" };
  }
}

function formOf({ grid, captions, tables }: DraftForm): Form {
  const { unit, period } = captions;
  const own: OwnSheet = {
    sheet: grid.sheet.name,
    titles: captions.titles,
    tables: tables.map(ownTable),
    texts: textsOf(grid, tables),
    merges: grid.sheet.merges,
    ...(unit === undefined ? {} : { unit }),
    ...(period === undefined ? {} : { period }),
  };
  return {
    id: grid.sheet.name,
    code: "",
    title: captions.titles[0] ?? grid.sheet.name,
    fills: ["T", "D", "H"],
    layout: "own",
    own,
    indicators: tables.flatMap((table) => indicatorsOf(table, captions.measure)),
    notes: [],
  };
}

function ownTable({ lines, columns, cells, lineKeys: keys, columnKeys: inKeys }: DraftTable): OwnTable {
  return {
    lines: lines
      .map(({ row, path, code }, i) => ({
        key: keys[i]!,
        ...(code === undefined ? {} : { code }),
        path,
        row,
      }))
      .filter((_, i) => !lines[i]!.heading),
    columns: columns.map(({ heads, role, column }, i) => ({ key: inKeys[i]!, heads, role, column })),
    cells: cells.map(({ row, column, use, line, in: c, item, formula, cell }): OwnCell => ({
      row,
      column,
      use,
      line: keys[line]!,
      in: inKeys[c]!,
      ...(item === undefined ? {} : { item }),
      ...(formula === undefined ? {} : { formula }),
      ...(formula !== undefined || holdsOf(cell, columns[c]!) === null
        ? {}
        : { holds: holdsOf(cell, columns[c]!)! }),
    })),
  };
}

/** What the blank holds in the cell; null for nothing, and for what is a person's. */
function holdsOf({ formula, number, written }: GridCell, { doubt }: DraftColumn): string | number | null {
  if (formula !== undefined) return `=${formula}`;
  if (doubt === "personal") return null;
  return number ?? (written === "" ? null : written);
}

/** Everything that the blank shows beside the cells of use. Signatures lose the names behind them (law 10). */
function textsOf(grid: SheetGrid, tables: readonly DraftTable[]): OwnText[] {
  const used = new Set(
    tables.flatMap(({ cells }) =>
      cells.filter(({ use }) => use !== "unused").map(({ row, column }) => `${row} ${column}`),
    ),
  );
  const texts: OwnText[] = [];
  for (const { row, column, value, formula } of cellsOf(grid.sheet)) {
    if (used.has(`${row} ${column}`)) continue;
    const text = formula === undefined ? String(value ?? "") : `=${formula}`;
    if (text !== "") texts.push({ row, column, text: withoutSigner(text) });
  }
  return texts;
}

function indicatorsOf(table: DraftTable, general: string | undefined): Indicator[] {
  const values = table.columns.filter((_, c) =>
    table.cells.some(({ in: each, item }) => each === c && item !== undefined),
  );
  const carried = table.columns.some(({ role }) => role === "lastYear");
  return table.cells.flatMap((cell): Indicator[] => {
    if (cell.item === undefined) return [];
    const line = table.lines[cell.line]!;
    const column = table.columns[cell.in]!;
    const isText = cell.use === "text";
    const wordy =
      isText &&
      !isRateLine(line) &&
      (column.role === "note" || column.doubt === "words" || !isRateColumn(column));
    return [
      {
        code: cell.item,
        name: nameOf(line, column, values.length > 1, table),
        measure: wordy ? "" : measureOf(line, column, general),
        kind: wordy ? "text" : "decimal",
        fills: ["T", "D", "H"],
        aggregation: isText ? "text" : cell.use === "computed" ? "computed" : "sum",
        ...(cell.translated === undefined ? {} : { formula: cell.translated }),
        required: false,
        indent: 0,
        carried: carried && column.role === "value" && !isText,
      },
    ];
  });
}

function isRateColumn({ heads, role }: DraftColumn): boolean {
  return role === "change" || heads.some((head) => isRate(head) || /[%‰]/.test(head));
}

function measureOf(line: DraftLine, column: DraftColumn, general: string | undefined): string {
  const own = column.measure ?? line.measure;
  if (own !== undefined) return own;
  const last = column.heads.at(-1) ?? "";
  if (isMeasure(last)) return last;
  return general ?? "";
}

/** `1.承兑汇票 · 余额/发生额`; a table with one column of items needs only the line. */
function nameOf(
  line: DraftLine,
  column: DraftColumn,
  several: boolean,
  { lines, columns }: DraftTable,
): string {
  const label = line.path.at(-1) ?? line.code ?? "";
  const repeated = lines.filter(({ path }) => path.at(-1) === label).length > 1;
  const named = repeated ? line.path.join(" ") || (line.code ?? "") : label;
  if (!several) return named;
  const head = column.heads.at(-1) ?? column.mark ?? "";
  const twice = columns.filter(({ heads }) => heads.at(-1) === head).length > 1;
  return `${named} · ${twice ? column.heads.join(" ") : head}`;
}
