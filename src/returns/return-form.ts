/** 退回单 as a sheet: one A4 page wide, to be printed, signed and filled in by the unit, and to be read again. */
import { wrappedLines } from "../workbook/text-lines";
import { isReturnForm, RETURN_MARK } from "../template/product-signatures";
import { findingKey, seenIn } from "../findings/explanations";
import type { CellStyle, SheetPlan, ValidationPlan, WorkbookPlan } from "../workbook/plan";
import { headerText } from "../workbook/typed-text";
import type { Sheet } from "../workbook/workbook";
import { periodInSentence, type Say } from "../findings/say";
import { SheetBuilder } from "../workbook/sheet-builder";
import { fitText } from "../workbook/fit-plan";
import { fitMessages, someNames, writableSheet } from "../county-workbook/fit";
import {
  CENTERED,
  CODE,
  HEADER,
  NOTE_WRAPPED,
  pages,
  SECTION,
  TITLE_CENTERED,
  WRAPPED,
} from "../workbook/styles";
import { EFFECT_FILLS } from "./highlights";
import { codeText } from "../findings/finding-code";
import { handledText } from "./handled";
import { baseName, placeText } from "../county-layout/place-text";
import type { ReturnedFinding, UnitReturn } from "./unit-returns";

const COLUMNS = [
  ["return.head.ordinal", 6],
  ["return.head.place", 14],
  ["return.head.raw", 16],
  ["return.head.what", 46],
  ["return.head.mend", 36],
  ["return.head.answer", 26],
] as const;
const RIGHT = COLUMNS.length - 1;
const LETTER: CellStyle = { size: 12, wrap: true, vertical: "center" };
/** The unit writes here, also where somebody protects the sheet; a text whatever it begins with. */
const ANSWER: CellStyle = { ...WRAPPED, format: "@", fill: "FFFBE6", unlocked: true };
const PLACE: CellStyle = { ...CODE, wrap: true };
const WEIGHT_STYLES = {
  mustFix: { ...SECTION, fill: EFFECT_FILLS.mustFix, border: "thin" },
  explain: { ...SECTION, fill: EFFECT_FILLS.explain, border: "thin" },
} as const;

/** `copies`: what is said of the marked copies of the unit's own workbooks; none where there is nothing to say. */
export function returnFormPlan(unitReturn: UnitReturn, copies: readonly string[], say: Say): WorkbookPlan {
  const sheet = returnForm(unitReturn, copies, say);
  return { title: say("return.title.of", { unit: unitReturn.unit }), names: [], sheets: [sheet] };
}

export function returnForm(unitReturn: UnitReturn, copies: readonly string[], say: Say): SheetPlan {
  const { unit } = unitReturn;
  const sheet = new SheetBuilder(returnSheetName(unit));
  putHead(sheet, unitReturn, say);
  const header = 3;
  COLUMNS.forEach(([key], column) => sheet.put(header, column, say(key), HEADER));
  sheet.height(header, 24);
  const asked = new Map<number, ReturnedFinding>();
  const end = putFindings(sheet, header + 1, unitReturn, asked, say);
  const foot = putHandled(sheet, end, unitReturn, say);
  putFoot(sheet, foot, unitReturn, copies, say);
  sheet.widths(COLUMNS.map(([, width]) => width));
  putRecords(sheet, { header, foot, asked }, unitReturn);
  const plan = sheet.build({
    tabColor: "B3261E",
    validations: asked.size > 0 ? [answerHint(header + 1, end - 1, say)] : [],
    freeze: { rows: header + 1, columns: 0 },
    print: pages(say("return.page", { unit: headerText(unit) }), {
      landscape: true,
      titleRows: { first: header, last: header },
    }),
  });
  return writableSheet(plan, say);
}

/** How these sheets are known in a workbook; part of the file format, and so Chinese in every language. */
const RETURN_SHEET = "退回单";

/** `退回单 台上镇`, within Excel's 31 characters. */
export function returnSheetName(unit: string): string {
  return `${RETURN_SHEET} ${unit.replace(/[\\/?*[\]:]/g, " ")}`.slice(0, 31).replace(/['\s]+$/, "");
}

export function isReturnSheet(sheet: Sheet): boolean {
  return sheet.name.startsWith(RETURN_SHEET) && isReturnForm(sheet);
}

/** Heads the hidden column beside the answers, in which each row says what it is about. */
export const ANSWER_RECORD = "answerRecord";
const HIDDEN: CellStyle = { format: "@" };

interface FormRows {
  readonly header: number;
  /** The first row below the table. */
  readonly foot: number;
  /** Which row asks about which finding. */
  readonly asked: ReadonlyMap<number, ReturnedFinding>;
}

/**
 * Out of sight, so that the answers can be read: whose it is, which finding each row is about, and what we
 * wrote in it, for units also write over our words or below them. What is beside the signatures is no answer.
 */
function putRecords(
  sheet: SheetBuilder,
  { header, foot, asked }: FormRows,
  { unit, period }: UnitReturn,
): void {
  const put = (row: number, record: object): void =>
    sheet.put(row, COLUMNS.length, JSON.stringify(record), HIDDEN);
  sheet.put(0, COLUMNS.length, RETURN_MARK, HIDDEN);
  put(1, { unit, period });
  sheet.put(header, COLUMNS.length, ANSWER_RECORD, HIDDEN);
  for (let row = header + 1; row <= foot; row++) {
    const finding = asked.get(row);
    put(row, { ...(finding && recordOf(finding)), texts: sheet.texts(row) });
  }
  for (const row of [foot + 2, foot + 3]) put(row, { signatures: true });
  sheet.hide(COLUMNS.length);
}

function recordOf(finding: ReturnedFinding): object {
  const { code, place, seen } = finding;
  return {
    about: findingKey(finding),
    seen: seen ?? seenIn(finding),
    code: codeText(code),
    sheet: place.sheet,
    cell: place.cell,
  };
}

/** What is to be written where, said as a cell of the column is chosen. */
function answerHint(first: number, last: number, say: Say): ValidationPlan {
  return {
    area: { top: first, left: RIGHT, bottom: last, right: RIGHT },
    type: "textLength",
    operator: "lessThanOrEqual",
    formula1: String(LONGEST_ANSWER),
    promptTitle: say("return.hint.title"),
    prompt: say("return.hint"),
    errorTitle: say("return.hint.title"),
    error: say("return.hint.tooLong", { count: LONGEST_ANSWER }),
    severity: "warning",
  };
}

const LONGEST_ANSWER = 500;

const across = (row: number) => ({ top: row, left: 0, bottom: row, right: RIGHT });

function putHead(sheet: SheetBuilder, { unit, period }: UnitReturn, say: Say): void {
  sheet.merge(across(0), say("return.title"), { ...TITLE_CENTERED, size: 20 });
  sheet.height(0, 38);
  sheet.merge(across(1), say("return.to", { unit }), { ...LETTER, bold: true });
  sheet.height(1, 24);
  sheet.merge(across(2), say("return.letter", { period: periodInSentence(period, say) }), LETTER);
  sheet.height(2, 40);
}

/** Both groups, each under its heading; numbers run through. Notes which row asks what; gives the next free row. */
function putFindings(
  sheet: SheetBuilder,
  first: number,
  { findings, files }: UnitReturn,
  asked: Map<number, ReturnedFinding>,
  say: Say,
): number {
  let row = first;
  const withFile = files.length > 1;
  for (const weight of ["mustFix", "explain"] as const) {
    const own = findings.filter((finding) => finding.weight === weight);
    if (own.length === 0) continue;
    sheet.merge(across(row++), say(`return.group.${weight}`, { count: own.length }), WEIGHT_STYLES[weight]);
    for (const finding of own) {
      asked.set(row, finding);
      putFinding(sheet, row++, asked.size, finding, withFile, say);
    }
  }
  return row;
}

function putFinding(
  sheet: SheetBuilder,
  row: number,
  ordinal: number,
  finding: ReturnedFinding,
  withFile: boolean,
  say: Say,
): void {
  const { what, mend } = say.findingParts(finding);
  const effects = effectsText(finding, say);
  // Where Excel made a date of it, the person saw the date and not its serial number.
  const raw = finding.params["shown"] ?? finding.raw;
  const texts = [
    placeOf(finding, withFile, say),
    raw === null ? "" : String(raw),
    effects === null ? what : `${what}\n${effects}`,
    mend,
  ].map((text) => shortened(text, say));
  sheet.put(row, 0, ordinal, CENTERED);
  texts.forEach((text, i) => sheet.put(row, i + 1, text, i < 2 ? PLACE : WRAPPED));
  sheet.put(row, RIGHT, null, ANSWER);
  sheet.height(row, heightFor(texts));
}

/** What the county did by itself is below what it asks: nothing is asked there. Gives the next free row. */
function putHandled(sheet: SheetBuilder, first: number, { findings, handled }: UnitReturn, say: Say): number {
  if (handled.length === 0) return first;
  const heading = { ...SECTION, fill: "E6EDE6", border: "thin", wrap: true } as const;
  sheet.merge(across(first), say("return.group.handled", { count: handled.length }), heading);
  sheet.height(first, 34);
  handled.forEach((each, i) => {
    const row = first + 1 + i;
    const { place, raw, what, because } = handledText(each, say);
    const texts = [place, raw, what, because].map((text) => shortened(text, say));
    sheet.put(row, 0, findings.length + i + 1, CENTERED);
    texts.forEach((text, k) => sheet.put(row, k + 1, text, k < 2 ? PLACE : WRAPPED));
    sheet.put(row, RIGHT, null, WRAPPED);
    sheet.height(row, Math.max(24, heightFor(texts) - 12));
  });
  return first + 1 + handled.length;
}

/** What a cell of the table shows at most; the record beside it holds the texts of the whole row. */
const LONGEST_TEXT = 2000;

function shortened(text: string, say: Say): string {
  return fitText(text, fitMessages(say), LONGEST_TEXT);
}

/** Points: room for all lines, and for an answer in handwriting. */
function heightFor(texts: readonly string[]): number {
  const lines = texts.map((text, i) => {
    return wrappedLines(text, COLUMNS[i + 1]![1]);
  });
  return Math.max(36, 8 + 15 * Math.max(...lines));
}

function placeOf(finding: ReturnedFinding, withFile: boolean, say: Say): string {
  const place = placeText(finding);
  const { file } = finding.place;
  if (!withFile || file === null) return place ?? say("return.wholeFile");
  return [place, baseName(file)].filter((part) => part !== null).join("\n");
}

/** `由此引起：关工02!E8、关工03!E9`: right once the root is. */
function effectsText(finding: ReturnedFinding, say: Say): string | null {
  const places = finding.causes.flatMap(placesBelow);
  const unique = [...new Set(places)].filter((place) => place !== placeText(finding));
  return unique.length === 0 ? null : say("return.effects", { places: someNames(unique, say) });
}

function placesBelow(finding: ReturnedFinding): string[] {
  const place = placeText(finding);
  return [...(place === null ? [] : [place]), ...finding.causes.flatMap(placesBelow)];
}

function putFoot(
  sheet: SheetBuilder,
  row: number,
  { committee }: UnitReturn,
  copies: readonly string[],
  say: Say,
): void {
  const lines = [...copies, say("return.howToAnswer")];
  sheet.merge(across(row), lines.join("\n"), NOTE_WRAPPED);
  sheet.height(row, 8 + 16 * lines.reduce((sum, text) => sum + Math.ceil(text.length / 90), 0));
  const sign = { ...LETTER, wrap: false };
  sheet.merge({ ...across(row + 2), right: 2 }, say("return.sign.unit"), sign);
  sheet.merge({ ...across(row + 2), left: 4 }, committee, { ...sign, horizontal: "center" });
  sheet.merge({ ...across(row + 3), right: 2 }, say("return.sign.filler"), sign);
  sheet.merge({ ...across(row + 3), left: 4 }, say("return.sign.date"), { ...sign, horizontal: "center" });
  sheet.height(row + 2, 26);
  sheet.height(row + 3, 26);
}
