/**
 * 修改记录: what the county decided about cells, findings and files, and why; what went back to whom, and what they
 * answered. Only of what went back does it say when.
 */
import { codeText } from "../findings/finding-code";
import { isConfirmable } from "../findings/catalogue";
import { decisionJson, findingFrom, isRecord, jsonIn, textOrNull, type Json } from "../findings/finding-json";
import {
  inOrder,
  unitOf,
  type Accept,
  type AskedFinding,
  type DecidedFinding,
  type Decision,
  type SendBack,
  type SentFile,
} from "../findings/decisions";
import type { Finding } from "../findings/finding";
import { cellAt, cellsOf, lastRow } from "../workbook/cells";
import type { PlanCell, SheetPlan } from "../workbook/plan";
import { chunks } from "../workbook/text-chunks";
import type { Sheet } from "../workbook/workbook";
import type { CountyContext } from "./county-context";
import { someNames } from "./fit";
import { dataWithoutNumbers, findingWithoutNumbers, PersonalCells } from "./privacy";
import { proposalText } from "./proposal-text";
import { baseName, placeText } from "../county-layout/place-text";
import { dayText, type Say } from "../findings/say";
import { SheetTable } from "./sheet-table";
import { SheetBuilder } from "../workbook/sheet-builder";
import { SHEETS } from "../county-layout/sheet-names";
import { CENTERED, CODE, HEADER, NOTE_WRAPPED, pages, TEXT, TITLE, WRAPPED } from "../workbook/styles";

const NOTE_ROW = 1;
const HEADER_ROW = 2;
const TABLE = new SheetTable([
  ["ordinal", 6],
  ["decision", 12],
  ["unit", 14],
  ["indicator", 24],
  ["file", 22],
  ["sheet", 12],
  ["cell", 8],
  ["from", 18],
  ["to", 24],
  ["because", 44],
]);
const { length: COLUMNS } = TABLE.columns;

/**
 * Heads the hidden column that has each decision as the program knows it, for reading the workbook again. What is too
 * long for one cell goes on in the cells beside it.
 */
const DECISION_RECORD = "decisionRecord";

export function isDecisionRecord({ row, column }: PlanCell): boolean {
  return row > HEADER_ROW && column >= COLUMNS;
}

export function writeDecisionsSheet({ consolidation, say }: CountyContext): SheetPlan {
  const { template, submissions, decisions = [] } = consolidation;
  const personal = new PersonalCells(template, submissions);
  const shown = inOrder(decisions).flatMap((decision) => shareable(decision, personal, say) ?? []);
  const sheet = new SheetBuilder(SHEETS.decisions);
  const right = COLUMNS - 1;
  sheet.put(0, 0, say("report.decisions.title"), TITLE);
  sheet.height(0, 28);
  const note = say(shown.length === 0 ? "report.decisions.none" : "report.decisions.note");
  sheet.merge({ top: NOTE_ROW, left: 0, bottom: NOTE_ROW, right }, note, NOTE_WRAPPED);
  sheet.height(NOTE_ROW, 32);
  TABLE.putHeads(sheet, HEADER_ROW, say, HEADER);
  sheet.put(HEADER_ROW, COLUMNS, DECISION_RECORD, { format: "@" });
  const records = shown.map((decision) =>
    chunks(JSON.stringify(dataWithoutNumbers(decisionJson(decision), say))),
  );
  shown.forEach((decision, i) => {
    const row = HEADER_ROW + 1 + i;
    putDecision(sheet, row, i + 1, decision, say);
    records[i]!.forEach((chunk, k) => sheet.put(row, COLUMNS + k, chunk, { format: "@" }));
  });
  sheet.widths(TABLE.columns.map(([, width]) => width));
  const hidden = Math.max(1, ...records.map(({ length }) => length));
  for (let k = 0; k < hidden; k++) sheet.hide(COLUMNS + k);
  return sheet.build({
    freeze: { rows: HEADER_ROW + 1, columns: 0 },
    print: pages(say("report.page", { sheet: SHEETS.decisions }), {
      landscape: true,
      titleRows: { first: HEADER_ROW, last: HEADER_ROW },
    }),
  });
}

/** The decision as it may leave the machine; null where nothing of it would be left. */
function shareable(decision: Decision, personal: PersonalCells, say: Say): Decision | null {
  const redacted = (found: DecidedFinding): DecidedFinding => {
    const whole: Finding = { ...found, causes: [] };
    const clean = findingWithoutNumbers(personal.redact(whole, say("report.personalLeftOut")), say);
    const { causes: _none, ...finding } = clean;
    return finding;
  };
  if (decision.kind === "sendBack") {
    const asked = decision.asked.map((each) => ({ ...redacted(each), weight: each.weight }));
    return { ...decision, asked };
  }
  if (!("finding" in decision)) return decision;
  const finding = redacted(decision.finding);
  if (decision.kind === "explain") return { ...decision, finding };
  const { proposal } = finding;
  return proposal === undefined ? null : { ...decision, finding: { ...finding, proposal } };
}

function putDecision(sheet: SheetBuilder, row: number, ordinal: number, decision: Decision, say: Say): void {
  const { file, place, name, from, to, because } = wordsOf(decision, say);
  TABLE.putRow(sheet, row, {
    ordinal: [ordinal, CENTERED],
    decision: [say(`report.decisions.${isTelephoned(decision) ? "telephone" : decision.kind}`), CENTERED],
    unit: [unitOf(decision) ?? say("report.unknownUnit"), TEXT],
    indicator: [name, WRAPPED],
    file: [file ?? say("report.openWorkbook"), WRAPPED],
    sheet: [place?.sheet ?? null, WRAPPED],
    cell: [place?.cell ?? null, CODE],
    from: [from, { ...WRAPPED, format: "@" }],
    to: [to, { ...WRAPPED, horizontal: "left" }],
    because: [because, WRAPPED],
  });
}

function isTelephoned(decision: Decision): boolean {
  return decision.kind === "accept" && decision.finding.proposal.because.code === "telephone";
}

interface DecisionWords {
  readonly file: string | null;
  readonly place: Finding["place"] | null;
  readonly name: string | null;
  readonly from: string | null;
  readonly to: string | number | null;
  readonly because: string;
}

function wordsOf(decision: Decision, say: Say): DecisionWords {
  switch (decision.kind) {
    case "accept":
      return acceptWords(decision, say);
    case "explain": {
      const { finding, text, source } = decision;
      const what = say.finding({ ...finding, causes: [] });
      const because =
        source === undefined ? what : say("report.decisions.fromForm", { what, file: nameIn(source, say) });
      return {
        file: finding.place.file,
        place: finding.place,
        name: nameOf(finding),
        from: null,
        to: text,
        because,
      };
    }
    case "choose": {
      const files = decision.among.map((file) => file ?? say("report.openWorkbook"));
      const because = say("report.decisions.among", { files: someNames(files, say) });
      return { ...NOTHING, file: decision.file, because };
    }
    case "confirm": {
      const because = say(`report.decisions.reading.${decision.code}`);
      return { ...NOTHING, file: decision.file, because };
    }
    case "countAnyway":
      return { ...NOTHING, file: decision.file, because: say("report.decisions.otherPeriod") };
    case "sendBack":
      return sentBackWords(decision, say);
    case "answer": {
      const { file, place, code, text } = decision;
      return {
        ...NOTHING,
        file,
        place: { file, ...place },
        to: text,
        because: say("report.decisions.answerTo", { code }),
      };
    }
  }
}

/** `1 月 18 日`: for how many points, where; what has come since. */
function sentBackWords({ day, earlier, sent, came, asked }: SendBack, say: Say): DecisionWords {
  const list = (texts: readonly string[]): string => someNames([...new Set(texts)], say);
  const names = (files: SendBack["sent"]): string => list(files.map(({ file }) => nameIn(file, say)));
  const places = list(asked.map((finding) => placeText(finding) ?? codeText(finding.code)));
  const days = list([...earlier, day].map((each) => dayText(each, say)));
  return {
    ...NOTHING,
    file: names(sent),
    to:
      came.length > 0
        ? say("report.decisions.came", { files: names(came) })
        : say("report.decisions.waiting"),
    because: say("report.decisions.sentBack", { days, count: asked.length, places }),
  };
}

function nameIn(file: string | null, say: Say): string {
  return file === null ? say("report.openWorkbook") : baseName(file);
}

const NOTHING = { place: null, name: null, from: null, to: null } as const;

function acceptWords({ finding }: Accept, say: Say): DecisionWords {
  const { place, proposal } = finding;
  return { file: place.file, place, name: nameOf(finding), ...proposalText(proposal, say) };
}

function nameOf({ indicator, params }: Pick<Finding, "indicator" | "params">): string | null {
  const words = [indicator, params["name"]].filter((word) => typeof word === "string");
  return words.length === 0 ? null : words.join(" ");
}

/** Null where the column is gone. A row that somebody typed over is left out, and so is its decision. */
export function readDecisionsSheet(sheet: Sheet): readonly Decision[] | null {
  const head = [...cellsOf(sheet)].find(({ value }) => value === DECISION_RECORD);
  if (!head) return null;
  const rows = Array.from({ length: lastRow(sheet) - head.row }, (_, i) => head.row + 1 + i);
  return inOrder(
    rows.flatMap((row) => {
      const json = jsonIn(recordAt(sheet, row, head.column));
      return (json && decisionFrom(json)) ?? [];
    }),
  );
}

/** A long record goes on in the cells to the right. */
function recordAt(sheet: Sheet, row: number, column: number): string {
  let text = "";
  for (let next = column; ; next++) {
    const value = cellAt(sheet, row, next)?.value;
    if (typeof value !== "string") return text;
    text += value;
  }
}

function decisionFrom(json: Json): Decision | null {
  const { kind, unit, file, code, among, marks, seen, text, source } = json;
  if (kind === "accept" || kind === "explain") {
    const whole = isRecord(json["finding"]) ? findingFrom(json["finding"]) : null;
    if (whole === null) return null;
    const { causes: _none, proposal, ...finding } = whole;
    if (kind === "accept") return proposal ? { kind, finding: { ...finding, proposal } } : null;
    if (typeof seen !== "string" || typeof text !== "string") return null;
    const from = typeof source === "string" || source === null ? { source } : {};
    return { kind, finding: { ...finding, ...(proposal ? { proposal } : {}) }, seen, text, ...from };
  }
  if (kind === "choose" && typeof unit === "string" && Array.isArray(among))
    return { kind, unit, file: textOrNull(file), among: among.map(textOrNull), ...marksFrom(marks) };
  if (kind === "confirm" && isConfirmable(code))
    return { kind, unit: textOrNull(unit), file: textOrNull(file), code };
  if (kind === "countAnyway" && typeof json["mark"] === "string")
    return { kind, unit: textOrNull(unit), file: textOrNull(file), mark: json["mark"] };
  if (kind === "sendBack" && typeof unit === "string") return sendBackFrom(unit, json);
  if (kind === "answer" && typeof unit === "string") return answerFrom(unit, json);
  return null;
}

function marksFrom(marks: unknown): { readonly marks?: readonly string[] } {
  return Array.isArray(marks) && marks.every((each) => typeof each === "string") ? { marks } : {};
}

function sendBackFrom(unit: string, { day, earlier, sent, came, answered, asked }: Json): Decision | null {
  if (typeof day !== "string" || !isDay(day)) return null;
  return {
    kind: "sendBack",
    unit,
    day,
    earlier: listOf(earlier, (each) => (typeof each === "string" && isDay(each) ? each : null)),
    sent: listOf(sent, fileFrom),
    came: listOf(came, fileFrom),
    answered: listOf(answered, textOrNull),
    asked: listOf(asked, askedFrom),
  };
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text);
}

function fileFrom(value: unknown): SentFile | null {
  if (!isRecord(value) || typeof value["mark"] !== "string") return null;
  return { file: textOrNull(value["file"]), mark: value["mark"] };
}

function askedFrom(value: unknown): AskedFinding | null {
  const whole = isRecord(value) ? findingFrom(value) : null;
  const weight = CLASSES.find((each) => isRecord(value) && each === value["weight"]);
  if (!whole || !weight) return null;
  const { causes: _none, proposal: _nothing, ...finding } = whole;
  return { ...finding, weight };
}

const CLASSES = ["mustFix", "explain", "note"] as const;

function answerFrom(unit: string, { file, about, seen, code, place, text }: Json): Decision | null {
  if (typeof about !== "string" || typeof seen !== "string") return null;
  if (typeof code !== "string" || typeof text !== "string" || !isRecord(place)) return null;
  const where = { sheet: textOrNull(place["sheet"]), cell: textOrNull(place["cell"]) };
  return { kind: "answer", unit, file: textOrNull(file), about, seen, code, place: where, text };
}

function listOf<T>(value: unknown, read: (each: unknown) => T | null): T[] {
  return Array.isArray(value) ? value.flatMap((each) => read(each) ?? []) : [];
}
