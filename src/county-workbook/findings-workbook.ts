/** The findings of `check` as a workbook of their own: one block per unit, to be printed and sent back. */
import type { Finding } from "../findings/finding";
import { weightOf } from "../findings/severity";
import type { WorkbookPlan } from "../workbook/plan";
import { writeFindingsSheet, summary } from "./findings-sheet";
import { writable } from "./fit";
import { planWithoutNumbers } from "./privacy";
import { quoteSheetName } from "../workbook/address";
import type { Say } from "../findings/say";
import { SheetBuilder } from "../workbook/sheet-builder";
import { HEADER, LINK, NOTE, pages, SECTION, TITLE, valueStyle } from "../workbook/styles";
import { SHEETS } from "../county-layout/sheet-names";

const CLASSES: readonly Finding["class"][] = ["mustFix", "explain", "note"];
const HEADER_ROW = 3;
/** Rows above the first finding of the findings' sheet. */
const FIRST_FINDING = 4;

/** A sheet with the number of findings of each unit, and the findings themselves, by unit and the gravest first. */
export function findingsPlan(findings: readonly Finding[], say: Say): WorkbookPlan {
  const groups = byUnit(findings);
  const ordered = groups.flatMap((group) => group.findings);
  const plan: WorkbookPlan = {
    title: say("report.findings.title"),
    names: [],
    sheets: [overview(groups, findings, say), writeFindingsSheet(ordered, say, { proposals: true })],
    activeSheet: SHEETS.findingsOverview,
  };
  return writable(planWithoutNumbers(plan, say), say);
}

interface Group {
  readonly unit: string | null;
  readonly findings: readonly Finding[];
}

/** Units in the order of their first finding; within a unit by weight, else in the order given. */
function byUnit(findings: readonly Finding[]): Group[] {
  const groups = new Map<string | null, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.unit) ?? [];
    groups.set(finding.unit, [...group, finding]);
  }
  return [...groups].map(([unit, own]) => ({
    unit,
    findings: own.sort((a, b) => CLASSES.indexOf(weightOf(a)) - CLASSES.indexOf(weightOf(b))),
  }));
}

function overview(
  groups: readonly Group[],
  findings: readonly Finding[],
  say: Say,
): WorkbookPlan["sheets"][number] {
  const sheet = new SheetBuilder(SHEETS.findingsOverview);
  sheet.put(0, 0, say("report.findings.title"), TITLE);
  sheet.height(0, 30);
  sheet.put(1, 0, findings.length === 0 ? say("report.findings.none") : summary(findings, say), SECTION);
  sheet.put(2, 0, say("report.findings.classes"), NOTE);
  const heads = [say("report.head.unit"), ...CLASSES.map((c) => say(`finding.class.${c}`))];
  sheet.putRow(HEADER_ROW, 0, heads, HEADER);
  let next = FIRST_FINDING;
  groups.forEach((group, i) => {
    const row = HEADER_ROW + 1 + i;
    const link = `${quoteSheetName(SHEETS.findings)}!A${next}`;
    sheet.put(row, 0, group.unit ?? say("report.noUnit"), LINK, link);
    CLASSES.forEach((c, k) => {
      sheet.put(row, 1 + k, group.findings.filter((f) => weightOf(f) === c).length, valueStyle("0;-0;;@"));
    });
    next += group.findings.reduce((rows, finding) => rows + size(finding), 0);
  });
  sheet.widths([30, 12, 12, 12]);
  return sheet.build({ print: pages(say("report.page", { sheet: SHEETS.findingsOverview })) });
}

/** Rows that a finding and what it brings about take. */
function size(finding: Finding): number {
  return 1 + finding.causes.reduce((sum, effect) => sum + size(effect), 0);
}
