/** A 退回单 that comes back: what the unit wrote beside each finding. */
import { isReturnForm, returnSignature } from "../template/product-signatures";
import { cellAt, cellsOf, cellsOfRow, lastRow } from "../workbook/cells";
import type { Cell, Sheet, Workbook } from "../workbook/workbook";
import { jsonIn, textOrNull, type Json } from "../findings/finding-json";
import { ANSWER_RECORD } from "./return-form";

export interface FormAnswer {
  /** The finding, by its key. */
  readonly about: string;
  /** A hash of the values that the unit had before it. */
  readonly seen: string;
  readonly code: string;
  readonly place: { readonly sheet: string | null; readonly cell: string | null };
  readonly text: string;
}

export interface ReturnFormReading {
  /** Null where what says it is gone. */
  readonly unit: string | null;
  readonly period: string | null;
  readonly answers: readonly FormAnswer[];
  /** Answers of which nothing says any more what they are about: for a person to read. */
  readonly loose: readonly string[];
}

/** The 退回单 in a workbook, and the workbook without them; null where nothing else in it holds anything. */
export function takeReturnForms(workbook: Workbook): {
  readonly forms: readonly ReturnFormReading[];
  readonly rest: Workbook | null;
} {
  const own = workbook.sheets.filter(isReturnForm);
  if (own.length === 0) return { forms: [], rest: workbook };
  const others = workbook.sheets.filter((sheet) => !own.includes(sheet));
  const isEmpty = others.every(({ cells }) => cells.count === 0);
  return { forms: own.map(readReturnForm), rest: isEmpty ? null : { ...workbook, sheets: others } };
}

/**
 * Rows may have been moved, and columns put in: the answers are beside the hidden column, wherever that is. Who misses
 * theirs writes into the next column that he sees, over our own words, in a comment or below the table; who means
 * several findings at once merges their cells.
 */
function readReturnForm(sheet: Sheet): ReturnFormReading {
  const mark = returnSignature(sheet)!;
  const { column } = mark;
  const head = [...cellsOf(sheet)].find(({ value }) => value === ANSWER_RECORD);
  const about = jsonIn(cellAt(sheet, mark.row + 1, column)?.value);
  const answers = new Map<string, FormAnswer>();
  const loose: string[] = [];
  for (let row = (head?.row ?? mark.row + 3) + 1; row <= lastRow(sheet); row++) {
    const record = jsonIn(cellAt(sheet, row, column)?.value);
    const text = record?.["signatures"] === true ? "" : answerIn(sheet, row, column, record);
    if (text === "") continue;
    const answer = answerFrom(record, text);
    if (!answer && !loose.includes(text)) loose.push(text);
    if (answer) answers.set(answer.about, joined(answers.get(answer.about), answer));
  }
  return {
    unit: textOrNull(about?.["unit"]),
    period: textOrNull(about?.["period"]),
    answers: [...answers.values()],
    loose,
  };
}

/** Where a row has lost its record, so much left of the answer is our own. */
const OWN_CELLS = 3;

function answerIn(sheet: Sheet, row: number, column: number, record: Json | null): string {
  const cells = cellsOfRow(sheet, row).filter((cell) => cell.column !== column && textOf(cell) !== "");
  const before = cells.filter((cell) => cell.column < column - 1);
  const own = ownTexts(record) ?? (before.length < OWN_CELLS ? [] : null);
  const written = own === null ? [] : before.map((cell) => withoutOwn(textOf(cell), own));
  const comments = sheet.comments.filter((comment) => comment.row === row).map(({ text }) => text.trim());
  const beside = [answerFromAbove(sheet, row, column), ...cells.filter((cell) => cell.column >= column - 1)];
  return [...written, ...beside.map(textOf), ...comments].filter((text) => text !== "").join("；");
}

/** The answer cell of a row that was merged with the one above. */
function answerFromAbove(sheet: Sheet, row: number, column: number): Cell | undefined {
  const merge = sheet.merges.find(
    ({ top, bottom, left, right }) =>
      top < row && row <= bottom && left === column - 1 && column - 1 <= right,
  );
  return merge && cellAt(sheet, merge.top, merge.left);
}

/** Null where nothing says what we wrote in the row. */
function ownTexts(record: Json | null): readonly string[] | null {
  const texts = record?.["texts"];
  return Array.isArray(texts) ? texts.map(String) : null;
}

/** A sentence ends there, or a new one begins. */
const STOP = /[\s，。；：、！？（(]/;

/** What a unit wrote into one of our cells: behind our words, or in their place: 1208 over 120 is no 8. */
function withoutOwn(text: string, own: readonly string[]): string {
  if (own.some((each) => squeezed(each) === squeezed(text))) return "";
  const before = own.find(
    (each) =>
      each.length > 1 &&
      text.startsWith(each) &&
      (STOP.test(each.slice(-1)) || STOP.test(text[each.length]!)),
  );
  return before === undefined ? text : text.slice(before.length).trim();
}

/** Programs break lines in ways of their own. */
function squeezed(text: string): string {
  return text.replace(/\s|_x000D_/g, "");
}

function textOf(cell: Cell | undefined): string {
  return String(cell?.value ?? "").trim();
}

/** Two findings may be about the same, as two sheets that are missing. */
function joined(before: FormAnswer | undefined, answer: FormAnswer): FormAnswer {
  return before && before.text !== answer.text
    ? { ...answer, text: `${before.text}；${answer.text}` }
    : answer;
}

function answerFrom(record: Json | null, text: string): FormAnswer | null {
  const { about, seen, code, sheet, cell } = record ?? {};
  if (typeof about !== "string" || typeof seen !== "string" || typeof code !== "string") return null;
  return { about, seen, code, place: { sheet: textOrNull(sheet), cell: textOrNull(cell) }, text };
}
