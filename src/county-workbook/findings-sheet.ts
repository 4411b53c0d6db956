/** 审核结果: every finding with its place, in words; what it brings about stands below it. */
import { codeText } from "../findings/finding-code";
import { findingJson } from "../findings/finding-json";
import type { Finding } from "../findings/finding";
import { weightOf } from "../findings/severity";
import { beginningOf, LIMITS } from "../workbook/limits";
import type { CellStyle, PlanCell, SheetPlan } from "../workbook/plan";
import { dataWithoutNumbers } from "./privacy";
import { proposalText } from "./proposal-text";
import type { Say } from "../findings/say";
import { SheetBuilder } from "../workbook/sheet-builder";
import { SHEETS } from "../county-layout/sheet-names";
import { CENTERED, CODE, HEADER, NOTE, pages, TEXT, TITLE, WRAPPED } from "../county-layout/styles";

const HEADER_ROW = 2;
const COLUMNS = [
  ["report.head.ordinal", 6],
  ["report.head.class", 8],
  ["report.head.unit", 14],
  ["report.head.sheet", 16],
  ["report.head.cell", 8],
  ["report.head.code", 7],
  ["report.head.message", 62],
  ["report.head.rule", 7],
  ["report.head.file", 22],
] as const;
/** Behind them all, so that every other column stays where it has always been. */
const PROPOSAL = ["report.head.proposal", 34] as const;

export interface FindingsSheetOptions {
  /** Keeps each finding as the program has it, so that the sheet can be read again. */
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

/** Heads the hidden column that keeps each finding as the program has it, for reading the workbook again. */
export const FINDING_RECORD = "record";

/** Whether a cell of the county workbook's sheet holds such a record. */
export function isFindingRecord({ row, column }: PlanCell): boolean {
  return row > HEADER_ROW && column >= COLUMNS.length;
}

/** Findings in the order given, each followed by those that it brings about. */
export function findingsSheet(
  findings: readonly Finding[],
  say: Say,
  { recorded = false, proposals = false }: FindingsSheetOptions = {},
): SheetPlan {
  const columns = proposals ? [...COLUMNS, PROPOSAL] : COLUMNS;
  const sheet = new SheetBuilder(SHEETS.findings);
  const rows = findings.flatMap((finding) => unfold(finding, 0));
  sheet.put(0, 0, say("report.findings.title"), TITLE);
  sheet.put(1, 0, findings.length === 0 ? say("report.findings.none") : summary(findings, say), NOTE);
  sheet.height(0, 28);
  columns.forEach(([key], column) => sheet.put(HEADER_ROW, column, say(key), HEADER));
  rows.forEach(({ finding, depth }, i) => putFinding(sheet, HEADER_ROW + 1 + i, i + 1, finding, depth, say));
  if (proposals) {
    rows.forEach(({ finding }, i) => putProposal(sheet, HEADER_ROW + 1 + i, finding, say));
  }
  sheet.widths(columns.map(([, width]) => width));
  if (recorded) putRecord(sheet, rows, columns.length, say);
  return sheet.build({
    freeze: { rows: HEADER_ROW + 1, columns: 3 },
    autoFilter: {
      top: HEADER_ROW,
      left: 0,
      bottom: HEADER_ROW + Math.max(1, rows.length),
      right: columns.length - 1,
    },
    print: pages(say("report.page", { sheet: SHEETS.findings }), {
      landscape: true,
      titleRows: { first: HEADER_ROW, last: HEADER_ROW },
    }),
  });
}

/** One line of JSON to a finding, and how deep it stands under others. */
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
  sheet.put(row, COLUMNS.length, text, WRAPPED);
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
  sheet.put(row, 0, ordinal, CENTERED);
  sheet.put(row, 1, say(`finding.class.${finding.class}`), CLASS_STYLES[finding.class]);
  sheet.put(row, 2, finding.unit ?? say("report.noUnit"), TEXT);
  sheet.put(row, 3, place.sheet, WRAPPED);
  sheet.put(row, 4, place.cell, CODE);
  sheet.put(row, 5, finding.indicator, CODE);
  sheet.put(row, 6, say.finding(finding), depth > 0 ? { ...WRAPPED, indent: depth, italic: true } : WRAPPED);
  sheet.put(row, 7, codeText(finding.code), CENTERED);
  sheet.put(row, 8, place.file, WRAPPED);
}
