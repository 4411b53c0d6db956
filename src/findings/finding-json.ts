/**
 * A finding to JSON, where its code is a text, and out of it again. Nothing of what is read is trusted: the workbook may
 * have been anywhere.
 */
import { isCheckCode } from "./catalogue";
import type { Decision } from "./decisions";
import type { Evidence, Finding, FindingParam, Place, Proposal } from "./finding";
import { isAmbiguous } from "./catalogue-entry";
import { codeText, ruleCode, type FindingCode } from "./finding-code";

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

/** `ownRule` is there only where the office's number is one of our codes as well. */
type CodeJson = { readonly code: string; readonly ownRule?: true };

/** The finding with its code as a text, ready for JSON. */
export function findingJson<F extends { readonly code: FindingCode }>(
  finding: F,
): Omit<F, "code"> & CodeJson {
  return {
    ...finding,
    code: codeText(finding.code),
    ...(isAmbiguous(finding.code) ? { ownRule: true } : {}),
  };
}

/** The decision with the codes of its findings as texts, ready for JSON. */
export function decisionJson(decision: Decision): object {
  if ("finding" in decision) return { ...decision, finding: findingJson(decision.finding) };
  return decision.kind === "sendBack" ? { ...decision, asked: decision.asked.map(findingJson) } : decision;
}

/** What is no code of ours is a rule of the template: then its relation or its message says what is asked. */
function codeFrom({ code, ownRule, message, params }: Json): FindingCode | null {
  if (typeof code !== "string") return null;
  if (isCheckCode(code) && ownRule !== true) return code;
  const relation = isRecord(params) ? params["relation"] : undefined;
  return typeof relation === "string" || typeof message === "string" ? ruleCode(code) : null;
}

/** Without what it brings about. */
export function findingFrom(json: Json): Finding | null {
  const { place } = json;
  const code = codeFrom(json);
  const findingClass = (["mustFix", "explain", "note"] as const).find((each) => each === json["class"]);
  if (!findingClass || code === null || !isRecord(place)) return null;
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

const EVIDENCE: readonly Evidence[] = [
  "asRead",
  "oneOf",
  "formula",
  "sum",
  "carried",
  "tenThousand",
  "telephone",
];

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
