/** A finding out of JSON. Nothing of the text is taken on trust: the workbook may have been anywhere. */
import type { Evidence, Finding, FindingParam, Place, Proposal } from "./finding";

export type Json = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Null where the text is no JSON object: somebody typed over it. The words beside it are still there for people. */
export function jsonIn(text: unknown): Json | null {
  if (typeof text !== "string") return null;
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

/** Without what it brings about. */
export function findingFrom(json: Json): Finding | null {
  const { code, place } = json;
  const findingClass = (["mustFix", "explain", "note"] as const).find((each) => each === json["class"]);
  if (!findingClass || typeof code !== "string" || !isRecord(place)) return null;
  const message = textOrNull(json["message"]);
  const advice = textOrNull(json["advice"]);
  const proposal = isRecord(json["proposal"]) ? proposalFrom(json["proposal"]) : null;
  return {
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
    ...(proposal === null ? {} : { proposal }),
    causes: [],
  };
}

const EVIDENCE: readonly Evidence[] = ["asRead", "oneOf", "formula", "sum", "carried", "tenThousand"];

function proposalFrom({ from, was, to, because }: Json): Proposal | null {
  if (!isRecord(because) || typeof from !== "string") return null;
  const code = EVIDENCE.find((each) => each === because["code"]);
  if (!code || !isValue(to) || !(was === null || isValue(was))) return null;
  const params = isRecord(because["params"]) ? paramsFrom(because["params"]) : {};
  return { from, was, to, because: { code, params } };
}

function isValue(value: unknown): value is number | string | boolean {
  return typeof value === "number" || typeof value === "string" || typeof value === "boolean";
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

export function textOrNull(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}
