/** Filled copies of an office's form → its forms, as from the blank that they were made from. */
import type { Rule } from "../../rules";
import { isDateFormat } from "../../workbook/dates";
import type { OwnCell, OwnTable } from "../../template/own-sheet";
import { sheetNameOf } from "../../template/sheet-name";
import type { Form } from "../../template/template";
import { freeSheetName } from "../../workbook/free-sheet-name";
import type { Workbook } from "../../workbook/workbook";
import { discoverForms, type Discovery, type DiscoveryOptions } from "../discover";
import { isCrossedOut } from "../words";
import { blankSheet, blankWorkbook, withoutCells, type BlankSheet, type UnitOf } from "./blank-of-copies";
import { withCardPlaces } from "./cards-of-copies";
import { departuresOf, type Departure } from "./departures-of-copies";
import { Evidence, shownBy, textOf, type Held } from "./evidence";
import type { CopyKind, FilledFile } from "./group-copies";
import { withoutRecords, type ListColumnOfCopies } from "./lists-of-copies";
import { normOf, type CopiedSheet } from "./norm";
import { sumsThatHold } from "./sums-that-hold";

export interface CopiesDiscovery {
  readonly discovery: Discovery;
  /** The copy whose package the template takes, when what is its unit's is out of it. */
  readonly norm: FilledFile;
  /** The blank as it must have been. */
  readonly blank: Workbook;
  /** By the norm's names of sheets: what they are to be called, and which cells change. */
  readonly sheets: readonly BlankSheet[];
  /** The norm's sheets that are no part of the form. */
  readonly remove: readonly string[];
  readonly departures: readonly Departure[];
  /** Sums that hold in all copies, to be proposed. */
  readonly rules: readonly Rule[];
}

/** A sheet that is drawn again, and what its copies hold. */
interface Drawn {
  readonly copied: CopiedSheet;
  readonly evidence: Evidence;
  readonly blank: BlankSheet;
  /** Of its lists, what units wrote below each heading. */
  readonly listColumns: readonly ListColumnOfCopies[];
}

/**
 * @param unitOf the unit's name of a sheet, as far as it is known
 * @param title what a sheet is called that bears its unit's name
 */
export function discoverCopies(
  kind: CopyKind,
  unitOf: UnitOf,
  options: DiscoveryOptions & { readonly title: string },
): CopiesDiscovery {
  const { copy, sheets } = normOf(kind);
  const isPart = kind.copies.some((each) => each.isPart);
  let drawn = sheets.map((copied): Drawn => {
    const evidence = new Evidence(copied);
    const { blank, columns } = withoutRecords(blankSheet(copied, evidence, unitOf), copied, evidence);
    return { copied, evidence, blank: withCardPlaces(blank, copied, evidence), listColumns: columns };
  });
  let first = discoverForms(workbookOf(copy.file, drawn), options);
  if (isPart) {
    drawn = calledAsForms(drawn, first.forms, options.title);
    first = discoverForms(workbookOf(copy.file, drawn), options);
  }
  const emptied = drawn.map((each): Drawn => {
    const form = first.forms.find(({ own }) => own!.sheet === each.blank.sheet.name);
    return form ? { ...each, blank: withoutCells(each.blank, unitsCells(form, each.evidence)) } : each;
  });
  const blank = workbookOf(copy.file, emptied);
  const wrote = writtenIn(first.forms, emptied);
  const discovery = withCaptions(discoverForms(blank, { ...options, ...wrote }), first.forms);
  const evidenceOf = ({ own }: Form): Evidence =>
    emptied.find((each) => each.blank.sheet.name === own!.sheet)!.evidence;
  return {
    discovery,
    departures: departuresOf(kind, sheets),
    rules: sumsThatHold(discovery.forms, evidenceOf),
    norm: copy.file,
    blank,
    sheets: emptied.map((each) => each.blank),
    remove: copy.file.workbook.sheets
      .map(({ name }) => name)
      .filter((name) => !emptied.some((each) => each.blank.source === name)),
  };
}

function workbookOf(norm: FilledFile, drawn: readonly Drawn[]): Workbook {
  return blankWorkbook(
    norm.workbook,
    drawn.map(({ blank }) => blank),
  );
}

/** Places for unit and period that can no longer be seen, now that nothing is written there. */
function withCaptions(discovery: Discovery, before: readonly Form[]): Discovery {
  const forms = discovery.forms.map((form) => {
    const known = before.find(({ own }) => own!.sheet === form.own!.sheet)?.own;
    const { unit = known?.unit, period = known?.period } = form.own!;
    return { ...form, own: { ...form.own!, ...(unit && { unit }), ...(period && { period }) } };
  });
  return { ...discovery, forms };
}

/** Where each unit has a sheet, no sheet is called as the form is: it gets the form's title. */
function calledAsForms(drawn: readonly Drawn[], forms: readonly Form[], title: string): Drawn[] {
  const taken = new Set<string>();
  return drawn.map(({ blank, ...rest }) => {
    const own = forms.find((form) => form.own!.sheet === blank.sheet.name)?.own;
    const name = freeSheetName(sheetNameOf(own?.titles[0] ?? title), taken);
    taken.add(name.toLowerCase());
    return { ...rest, blank: { ...blank, sheet: { ...blank.sheet, name } } };
  });
}

/**
 * Cells to be filled in which most copies happen to agree. Where a whole column agrees, while others do not, its
 * figures were there before anybody filled the form: last year's, fillers.
 */
function unitsCells({ own }: Form, evidence: Evidence): Set<string> {
  const places = new Set<string>();
  for (const caption of [own!.unit, own!.period]) {
    if (caption) for (const place of behindCaption(caption, evidence)) places.add(place);
  }
  for (const table of own!.tables) {
    const given = givenColumns(table, evidence);
    for (const cell of table.cells) {
      if (cell.fill !== undefined) continue;
      const isFormula = cell.formula !== undefined || String(cell.holds ?? "").startsWith("=");
      if (cell.holds === undefined || isFormula || given.has(cell.in)) continue;
      if (cell.use === "unused" && !isFilledIn(cell, evidence)) continue;
      places.add(`${cell.row} ${cell.column}`);
    }
  }
  return places;
}

/** A name or day in the cells behind the caption. */
function behindCaption(
  { row, column, label }: { row: number; column: number; label: string },
  evidence: Evidence,
): string[] {
  if (label === "") return [`${row} ${column}`];
  const isDay = ({ cell }: Held): boolean => cell?.kind === "number" && isDateFormat(cell.format);
  return [1, 2, 3]
    .map((next) => column + next)
    .filter((next) => evidence.at(row, next).some(isDay))
    .map((next) => `${row} ${next}`);
}

/** Keys of columns in which all copies agree, and hold more than one value, while they differ in another column. */
function givenColumns({ columns, cells }: OwnTable, evidence: Evidence): ReadonlySet<string> {
  const differing = new Set<string>();
  const values = new Map<string, Set<string>>();
  for (const cell of cells) {
    const shown = new Set(evidence.at(cell.row, cell.column).map(shownBy));
    if (shown.size > 1 && cell.formula === undefined) differing.add(cell.in);
    values.set(cell.in, new Set([...(values.get(cell.in) ?? []), ...shown]));
  }
  if (differing.size === 0) return new Set();
  const isGiven = (key: string): boolean => {
    const held = [...(values.get(key) ?? [])].filter((value) => value !== "" && Number(value) !== 0);
    return !differing.has(key) && held.length > 1;
  };
  return new Set(columns.map(({ key }) => key).filter(isGiven));
}

/** Where most units that wrote something wrote words or days, and where most wrote numbers. */
function writtenIn(
  forms: readonly Form[],
  drawn: readonly Drawn[],
): Required<Pick<DiscoveryOptions, "isWordy" | "isNumeric" | "choicesBelow">> {
  const [wordy, numeric] = [new Set<string>(), new Set<string>()];
  for (const { own } of forms) {
    const { evidence } = drawn.find(({ blank }) => blank.sheet.name === own!.sheet)!;
    for (const cell of own!.tables.flatMap(({ cells }) => cells)) {
      const place = `${own!.sheet} ${cell.row} ${cell.column}`;
      if (isWordy(cell, evidence)) wordy.add(place);
      if (isNumeric(cell, evidence)) numeric.add(place);
    }
  }
  const inList = (sheet: string, row: number, column: number): ListColumnOfCopies | undefined =>
    drawn
      .find(({ blank }) => blank.sheet.name === sheet)
      ?.listColumns.find(
        ({ rows, ...each }) => each.column === column && row >= rows.first && row <= rows.last,
      );
  return {
    isWordy: (sheet, row, column) =>
      wordy.has(`${sheet} ${row} ${column}`) || inList(sheet, row, column)?.holds === "words",
    isNumeric: (sheet, row, column) =>
      numeric.has(`${sheet} ${row} ${column}`) || inList(sheet, row, column)?.holds === "figures",
    choicesBelow: (sheet, row, column) => inList(sheet, row, column)?.choices,
  };
}

function isNumeric({ row, column }: OwnCell, evidence: Evidence): boolean {
  const held = evidence.at(row, column).filter((each) => shownBy(each) !== "");
  return held.filter((each) => each.cell?.kind === "number" && !isDay(each)).length * 2 > held.length;
}

function isWordy({ row, column, use, formula }: OwnCell, evidence: Evidence): boolean {
  if (use === "unused" || formula !== undefined) return false;
  const held = evidence.at(row, column).filter((each) => shownBy(each) !== "");
  const words = held.filter((each) => isDay(each) || isWord(textOf(each))).length;
  return words * 2 > held.length;
}

function isDay({ cell }: Held): boolean {
  return cell?.kind === "number" && isDateFormat(cell.format);
}

/** A text among the figures is the form's own, unless it says that there is nothing, or other copies have a number. */
function isFilledIn({ row, column, holds }: OwnCell, evidence: Evidence): boolean {
  if (typeof holds !== "string" || isCrossedOut(holds)) return false;
  return NOTHING.test(holds.trim()) || evidence.at(row, column).some(({ cell }) => cell?.kind === "number");
}

const NOTHING = /^(?:[无零没]|没有|未填|暂无|不适用)/;

/** Not a number in whatever spelling, nor a word for none. */
function isWord(text: string): boolean {
  return /\p{L}/u.test(text) && !/\d/.test(text) && !NOTHING.test(text);
}
