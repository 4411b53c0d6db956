/** A 退回单 that comes back: what the unit wrote beside each finding. */
import { isReturnForm, RETURN_MARK } from "../../template/product-marks";
import { cellAt, cellsOf, cellsOfRow, lastRow } from "../../workbook/cells";
import type { Sheet, Workbook } from "../../workbook/workbook";
import { isRecord, jsonIn, textOrNull } from "../record/read-finding";
import { ANSWER_RECORD } from "./return-form";

export interface FormAnswer {
  /** The finding, by its key. */
  readonly about: string;
  /** A mark of the values that the unit had before it. */
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
 * Rows may have been moved, and columns put in: the answers stand beside the hidden column, wherever that is. Who misses
 * theirs writes into the next column that he sees; who means several findings at once merges their cells.
 */
function readReturnForm(sheet: Sheet): ReturnFormReading {
  const column = [...cellsOf(sheet)].find(({ value }) => value === RETURN_MARK)!.column;
  const head = [...cellsOf(sheet)].find(({ value }) => value === ANSWER_RECORD);
  const about = jsonIn(cellAt(sheet, 1, column)?.value);
  const answers = new Map<string, FormAnswer>();
  const loose: string[] = [];
  for (let row = (head?.row ?? 3) + 1; row <= lastRow(sheet); row++) {
    const text = answerIn(sheet, row, column);
    if (text === "") continue;
    const answer = answerFrom(cellAt(sheet, row, column)?.value, text);
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

function answerIn(sheet: Sheet, row: number, column: number): string {
  const merge = sheet.merges.find(
    ({ top, bottom, left, right }) =>
      top <= row && row <= bottom && left <= column - 1 && column - 1 <= right,
  );
  const own = merge ? cellAt(sheet, merge.top, merge.left) : cellAt(sheet, row, column - 1);
  const beyond = cellsOfRow(sheet, row).filter((cell) => cell.column > column);
  const texts = [...(merge && merge.left < column - 1 ? [] : [own]), ...beyond];
  return texts
    .map((cell) => String(cell?.value ?? "").trim())
    .filter((text) => text !== "")
    .join("；");
}

/** Two findings may be about the same, as two sheets that are missing. */
function joined(before: FormAnswer | undefined, answer: FormAnswer): FormAnswer {
  return before && before.text !== answer.text
    ? { ...answer, text: `${before.text}；${answer.text}` }
    : answer;
}

function answerFrom(record: unknown, text: string): FormAnswer | null {
  const json = jsonIn(record);
  if (!isRecord(json)) return null;
  const { about, seen, code, sheet, cell } = json;
  if (typeof about !== "string" || typeof seen !== "string" || typeof code !== "string") return null;
  return { about, seen, code, place: { sheet: textOrNull(sheet), cell: textOrNull(cell) }, text };
}
