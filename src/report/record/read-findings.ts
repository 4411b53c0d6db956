/** 审核结果, read back from the hidden column that keeps each finding as the program had it. */
import type { Finding, FindingParam, Place } from "../../intake/finding";
import { cellAt, cellsOf, lastRow } from "../../workbook/cells";
import type { Sheet } from "../../workbook/workbook";
import { FINDING_RECORD } from "../findings-sheet";

/** Null where the column is gone. A row that somebody typed over is left out. */
export function readFindings(sheet: Sheet): Finding[] | null {
  const head = [...cellsOf(sheet)].find(({ value }) => value === FINDING_RECORD);
  if (!head) return null;
  const roots: Open[] = [];
  const path: Open[] = [];
  for (let row = head.row + 1; row <= lastRow(sheet); row++) {
    const read = parsed(cellAt(sheet, row, head.column)?.value);
    if (!read) continue;
    // Rows stand below what brought them about; one whose cause was deleted stands by itself.
    const depth = Math.min(read.depth, path.length);
    path.length = depth;
    const open: Open = { finding: read.finding, effects: [] };
    (path.at(-1)?.effects ?? roots).push(open);
    path.push(open);
  }
  return roots.map(closed);
}

interface Open {
  readonly finding: Finding;
  readonly effects: Open[];
}

function closed({ finding, effects }: Open): Finding {
  return { ...finding, causes: effects.map(closed) };
}

function parsed(text: unknown): { finding: Finding; depth: number } | null {
  if (typeof text !== "string") return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null; // Typed over: the words beside it are still there for people.
  }
  return isRecord(value) ? findingFrom(value) : null;
}

type Json = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Nothing of the text is taken on trust: the workbook may have been anywhere. */
function findingFrom(json: Json): { finding: Finding; depth: number } | null {
  const { code, depth, place } = json;
  const findingClass = (["mustFix", "explain", "note"] as const).find((each) => each === json["class"]);
  if (!findingClass || typeof code !== "string" || !isRecord(place) || typeof depth !== "number") return null;
  const message = textOrNull(json["message"]);
  const advice = textOrNull(json["advice"]);
  const finding: Finding = {
    class: findingClass,
    code,
    unit: textOrNull(json["unit"]),
    place: placeFrom(place),
    indicator: textOrNull(json["indicator"]),
    values: isRecord(json["values"]) ? paramsFrom(json["values"]) : null,
    params: isRecord(json["params"]) ? paramsFrom(json["params"]) : {},
    ...(message === null ? {} : { message }),
    ...(advice === null ? {} : { advice }),
    ...(json["explanationRequired"] === true ? { explanationRequired: true } : {}),
    causes: [],
  };
  return { finding, depth };
}

function placeFrom({ file, sheet, cell }: Json): Place {
  return { file: textOrNull(file), sheet: textOrNull(sheet), cell: textOrNull(cell) };
}

function paramsFrom(json: Json): Record<string, FindingParam> {
  return Object.fromEntries(
    Object.entries(json).filter(
      (entry): entry is [string, FindingParam] =>
        entry[1] === null || typeof entry[1] === "string" || typeof entry[1] === "number",
    ),
  );
}

function textOrNull(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}
