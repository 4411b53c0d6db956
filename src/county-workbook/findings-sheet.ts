/** 审核结果: every finding with its place, in words; what it brings about is below it. */
import { codeText } from "../findings/finding-code";
import { findingFrom, findingJson, jsonIn } from "../findings/finding-json";
import type { Finding } from "../findings/finding";
import { weightOf } from "../findings/severity";
import { cellAt, cellsOf, lastRow } from "../workbook/cells";
import { beginningOf, LIMITS } from "../workbook/limits";
import type { CellStyle, PlanCell, SheetPlan } from "../workbook/plan";
import type { Sheet } from "../workbook/workbook";
import { rowsThatFit } from "./fit";
import { dataWithoutNumbers } from "./privacy";
import { proposalText } from "./proposal-text";
import type { Say } from "../findings/say";
import { SheetTable } from "./sheet-table";
import { SheetBuilder } from "../workbook/sheet-builder";
import { SHEETS } from "../county-layout/sheet-names";
import { CENTERED, CODE, HEADER, NOTE, pages, TEXT, TITLE, WRAPPED } from "../workbook/styles";

const HEADER_ROW = 2;
const TABLE = new SheetTable([
  ["ordinal", 6],
  ["class", 8],
  ["unit", 14],
  ["sheet", 16],
  ["cell", 8],
  ["code", 7],
  ["message", 62],
  ["rule", 7],
  ["file", 22],
]);
const { length: COLUMNS } = TABLE.columns;
const PROPOSAL_WIDTH = 34;

export interface FindingsSheetOptions {
  /** With each finding as the program knows it, so that the sheet can be read again. */
  readonly recorded?: boolean;
  /** With a column of what cells should probably say; where they were taken, 修改记录 says so. */
  readonly proposals?: boolean;
}

/** The classes differ in weight and frame as well as in colour, for black-and-white print. */
const CLASS_STYLES: Readonly<Record<Finding["class"], CellStyle>> = {
  mustFix: { ...CENTERED, bold: true, fill: "F3D9D3", color: "7A1F0A" },
  explain: { ...CENTERED, bold: true, fill: "F8EDCF" },
  note: { ...CENTERED, color: "5B6670" },
};

/** Heads the hidden column that has each finding as the program knows it, for reading the workbook again. */
const FINDING_RECORD = "record";

/** Whether a cell of the county workbook's sheet holds such a record. */
export function isFindingRecord({ row, column }: PlanCell): boolean {
  return row > HEADER_ROW && column >= COLUMNS;
}

/** Findings in the order given, each followed by those that it brings about. */
export function writeFindingsSheet(
  findings: readonly Finding[],
  say: Say,
  { recorded = false, proposals = false }: FindingsSheetOptions = {},
): SheetPlan {
  const columns = COLUMNS + (proposals ? 1 : 0);
  const sheet = new SheetBuilder(SHEETS.findings);
  const { shown: rows, note } = rowsThatFit(
    findings.flatMap((finding) => unfold(finding, 0)),
    HEADER_ROW,
    say,
  );
  sheet.put(0, 0, say("report.findings.title"), TITLE);
  sheet.put(1, 0, findings.length === 0 ? say("report.findings.none") : summary(findings, say) + note, NOTE);
  sheet.height(0, 28);
  TABLE.putHeads(sheet, HEADER_ROW, say, HEADER);
  rows.forEach(({ finding, depth }, i) => putFinding(sheet, HEADER_ROW + 1 + i, i + 1, finding, depth, say));
  // Behind all others, so that every other column stays where it has always been.
  if (proposals) {
    sheet.put(HEADER_ROW, COLUMNS, say("report.head.proposal"), HEADER);
    rows.forEach(({ finding }, i) => putProposal(sheet, HEADER_ROW + 1 + i, finding, say));
  }
  sheet.widths([...TABLE.columns.map(([, width]) => width), ...(proposals ? [PROPOSAL_WIDTH] : [])]);
  if (recorded) putRecord(sheet, rows, columns, say);
  return sheet.build({
    freeze: { rows: HEADER_ROW + 1, columns: 3 },
    autoFilter: {
      top: HEADER_ROW,
      left: 0,
      bottom: HEADER_ROW + Math.max(1, rows.length),
      right: columns - 1,
    },
    print: pages(say("report.page", { sheet: SHEETS.findings }), {
      landscape: true,
      titleRows: { first: HEADER_ROW, last: HEADER_ROW },
    }),
  });
}

/** One line of JSON to a finding, and how deep it is below others. */
function putRecord(sheet: SheetBuilder, rows: readonly Unfolded[], column: number, say: Say): void {
  sheet.put(HEADER_ROW, column, FINDING_RECORD, { format: "@" });
  rows.forEach(({ finding: { causes: _causes, ...finding }, depth }, i) => {
    sheet.put(
      HEADER_ROW + 1 + i,
      column,
      recordText(dataWithoutNumbers({ ...findingJson(finding), depth }, say)),
      {
        format: "@",
      },
    );
  });
  sheet.hide(column);
}

/** Of texts that do not fit into a cell, as a unit's page-long answer, the beginnings. */
function recordText(record: object): string {
  const whole = JSON.stringify(record);
  if (whole.length <= LIMITS.text) return whole;
  return JSON.stringify(record, (_, value: unknown) =>
    typeof value === "string" && value.length > LONGEST_QUOTE
      ? `${beginningOf(value, LONGEST_QUOTE)}…`
      : value,
  );
}

const LONGEST_QUOTE = 300;

/** `强制 3 条，核实 12 条，提示 5 条`: each with all that it brings about, as the pane counts. */
export function summary(findings: readonly Finding[], say: Say): string {
  const count = (findingClass: Finding["class"]): number =>
    findings.filter((f) => weightOf(f) === findingClass).length;
  return say("report.findings.summary", {
    mustFix: count("mustFix"),
    explain: count("explain"),
    note: count("note"),
  });
}

interface Unfolded {
  readonly finding: Finding;
  /** 0 for a cause, 1 for what it brings about, and so on. */
  readonly depth: number;
}

function unfold(finding: Finding, depth: number): Unfolded[] {
  return [{ finding, depth }, ...finding.causes.flatMap((effect) => unfold(effect, depth + 1))];
}

function putProposal(sheet: SheetBuilder, row: number, { proposal }: Finding, say: Say): void {
  const text = proposal ? say("report.findings.proposal", proposalText(proposal, say)) : null;
  sheet.put(row, COLUMNS, text, WRAPPED);
}

function putFinding(
  sheet: SheetBuilder,
  row: number,
  ordinal: number,
  finding: Finding,
  depth: number,
  say: Say,
): void {
  const { place } = finding;
  TABLE.putRow(sheet, row, {
    ordinal: [ordinal, CENTERED],
    class: [say(`finding.class.${finding.class}`), CLASS_STYLES[finding.class]],
    unit: [finding.unit ?? say("report.noUnit"), TEXT],
    sheet: [place.sheet, WRAPPED],
    cell: [place.cell, CODE],
    code: [finding.indicator, CODE],
    message: [say.finding(finding), depth > 0 ? { ...WRAPPED, indent: depth, italic: true } : WRAPPED],
    rule: [codeText(finding.code), CENTERED],
    file: [place.file, WRAPPED],
  });
}

/** Null where the column is gone. A row that somebody typed over is left out. */
export function readFindingsSheet(sheet: Sheet): Finding[] | null {
  const head = [...cellsOf(sheet)].find(({ value }) => value === FINDING_RECORD);
  if (!head) return null;
  const roots: Open[] = [];
  const path: Open[] = [];
  for (let row = head.row + 1; row <= lastRow(sheet); row++) {
    const read = parsed(cellAt(sheet, row, head.column)?.value);
    if (!read) continue;
    // Rows are below what brought them about; one whose cause was deleted has none.
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
  const json = jsonIn(text);
  const finding = json && findingFrom(json);
  const depth = json?.["depth"];
  return finding && typeof depth === "number" ? { finding, depth } : null;
}
