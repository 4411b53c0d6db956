/** The county workbook: everything that a session comes to, on sheets that a person can read, print and hand in. */
import type { Consolidation } from "../consolidation/consolidation";
import type { Finding } from "../findings/finding";
import {
  withRecordCells,
  type FilePlan,
  type FileSheetPlan,
  type PlanCell,
  type WorkbookPlan,
} from "../workbook/plan";
import { ADJUSTMENTS_TABLE, writeAdjustmentsSheet } from "./adjustments-sheet";
import { changesSheet } from "./changes-sheet";
import { chartSheets } from "./charts/chart-sheets";
import { checksSheet } from "./checks-sheet";
import { type ContentsLine, coverSheet } from "./cover-sheet";
import { countyContext, lastPeriodContext } from "./county-context";
import { isDecisionRecord, writeDecisionsSheet } from "./decisions-sheet";
import { FormPlaces } from "../county-layout/form-places";
import { isFindingRecord, writeFindingsSheet } from "./findings-sheet";
import { writable } from "./fit";
import { formSheets } from "./form-sheets";
import { officePlan, ownFormSheets } from "./own-form-sheets";
import { lastYearDataSheet } from "./last-year-data";
import { writeListSheets } from "./list-sheets";
import { writeMachineSheet } from "./machine-sheet";
import { PersonalCells, planWithoutNumbers, findingWithoutNumbers } from "./privacy";
import { OFF_TEMPLATE_TABLE, writeOffTemplateSheet } from "./off-template-sheet";
import { isTooLongToPrint, notPrinted } from "./not-printed";
import { periodDataSheet } from "./period-data-sheet";
import { rankingSheet } from "./ranking-sheet";
import { SCORES_TABLE, writeScoresSheet } from "./scores-sheet";
import { reportSheet } from "./report-sheet";
import { periodText, type Say } from "../findings/say";
import { SHEETS } from "../county-layout/sheet-names";
import { SOURCE_TABLE, writeSourceSheet } from "./source-sheet";
import { statusSheet } from "./status-sheet";
import { unitDataSheet } from "./unit-data";

/** Sheets that nothing is read from again: staff may do without them. */
export const OPTIONAL_SHEETS: readonly string[] = [
  SHEETS.ranking,
  SHEETS.changes,
  SHEETS.periodChanges,
  SHEETS.charts,
  SHEETS.report,
  SHEETS.checks,
];

/** The plan of {@link countyFilePlan} with all its cells, for Excel. */
export function countyWorkbookPlan(
  consolidation: Consolidation,
  say: Say,
  leftOut?: ReadonlySet<string>,
): WorkbookPlan {
  return withRecordCells(countyFilePlan(consolidation, say, leftOut));
}

/**
 * The plan of the county workbook. Its totals are formulas over 单位数据, each with the value that the consolidation
 * has. Names of people in lists, telephone and identity numbers are left out.
 * @param leftOut names among {@link OPTIONAL_SHEETS}
 */
export function countyFilePlan(
  consolidation: Consolidation,
  say: Say,
  leftOut: ReadonlySet<string> = new Set(),
): FilePlan {
  const context = countyContext(consolidation, say);
  const earlier = lastPeriodContext(context);
  const { template, period } = consolidation;
  const places = new FormPlaces(template, context.data);
  const sources = writeSourceSheet(context);
  const charts = leftOut.has(SHEETS.charts) ? null : chartSheets(context, places);
  const described = (sheets: readonly (FileSheetPlan | null | undefined)[], key: string): Described[] =>
    sheets.flatMap((sheet) => (sheet && !leftOut.has(sheet.name) ? [describe(sheet, key, say)] : []));
  const own = ownFormSheets(context, places);
  const office = officePlan(context, own);
  const drawn = own.flatMap((sheet) => sheet.drawn ?? []);
  const body = [
    ...described(office ? [] : drawn, "ownForm"),
    ...described([rankingSheet(context)], "ranking"),
    ...described([writeScoresSheet(context)], "scores"),
    ...described(formSheets(context, places), "form"),
    ...described([changesSheet(context, places)], "changes"),
    ...described([earlier && changesSheet(earlier, places)], "periodChanges"),
    ...described([charts?.charts], "charts"),
    ...described([reportSheet(context)], "report"),
    ...described([statusSheet(context)], "status"),
    ...described([writeFindingsSheet(shareable(consolidation, say), say, { recorded: true })], "findings"),
    ...described([checksSheet(context, places)], "checks"),
    ...described([unitDataSheet(context, places, sources)], "unitData"),
    ...described([periodDataSheet(context)], "periodData"),
    ...described([writeAdjustmentsSheet(context)], "adjustments"),
    ...described([writeDecisionsSheet(context)], "decisions"),
    ...described([lastYearDataSheet(context, places)], "lastYearData"),
    ...described([earlier && lastYearDataSheet(earlier, places)], "lastPeriodData"),
    ...described(writeListSheets(context), "list"),
    ...described([sources.plan], "sources"),
    ...described([writeOffTemplateSheet(context)], "offTemplate"),
    ...described([charts?.data], "chartData"),
  ];
  const contents = [...described(office ? drawn : [], "ownForm"), ...body].map(
    ({ sheet, what }): ContentsLine => ({ sheet: sheet.name, what }),
  );
  const cover = { ...coverSheet(context, places, contents), tabColor: TAB_COLORS.result };
  const sheets = [cover, ...body.map(({ sheet }) => sheet)];
  const plan: FilePlan = {
    title: say("report.title", {
      county: template.county,
      name: template.name,
      period: periodText(period, say),
    }),
    names: charts?.names ?? [],
    sheets: [
      ...sheets,
      writeMachineSheet(
        context,
        [...sheets, ...(office ? drawn : [])].map(({ name }) => name),
        READ_BY_HEADS,
      ),
    ],
    activeSheet: SHEETS.cover,
    ...(office ? { office } : {}),
  };
  return writable(planWithoutNumbers(plan, say, isRecord), say);
}

/** What one reads and hands in, what asks for attention, and what the figures come from, distinguished at a glance. */
const TAB_COLORS = { result: "0F6CBD", attention: "C19C00", data: "8A8886" } as const;
const RESULTS: ReadonlySet<string> = new Set([
  "ownForm",
  "ranking",
  "form",
  "changes",
  "periodChanges",
  "charts",
  "report",
]);
const ATTENTION: ReadonlySet<string> = new Set(["scores", "status", "findings", "checks"]);

function tabColorOf(key: string): string {
  return RESULTS.has(key) ? TAB_COLORS.result : ATTENTION.has(key) ? TAB_COLORS.attention : TAB_COLORS.data;
}

/** The sheet as it is coloured and printed, and what it holds. */
function describe(sheet: FileSheetPlan, key: string, say: Say): Described {
  const tabColor = tabColorOf(key);
  const what = say(`report.contents.${key}`);
  const isPrinted = RESULTS.has(key) || (ATTENTION.has(key) && !isTooLongToPrint(sheet));
  if (isPrinted) return { sheet: { ...sheet, tabColor }, what };
  return { sheet: { ...notPrinted(sheet), tabColor }, what: say("report.contents.notPrinted", { what }) };
}

const READ_BY_HEADS = {
  adjustmentLabel: ADJUSTMENTS_TABLE,
  offTemplateLabel: OFF_TEMPLATE_TABLE,
  scoreLabel: SCORES_TABLE,
  sourceLabel: SOURCE_TABLE,
};

/** Data for the program, from which numbers are taken out as it is written. */
function isRecord(sheet: string, cell: PlanCell): boolean {
  if (sheet === SHEETS.findings) return isFindingRecord(cell);
  return sheet === SHEETS.machine || (sheet === SHEETS.decisions && isDecisionRecord(cell));
}

interface Described {
  readonly sheet: FileSheetPlan;
  readonly what: string;
}

/** The findings as they may leave the machine. */
function shareable({ template, submissions, findings }: Consolidation, say: Say): Finding[] {
  const personal = new PersonalCells(template, submissions);
  const redact = (finding: Finding): Finding => ({
    ...findingWithoutNumbers(personal.redact(finding, say("report.personalLeftOut")), say),
    causes: finding.causes.map(redact),
  });
  return findings.map(redact);
}
