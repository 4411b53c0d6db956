/**
 * 机读信息: what the program must know to read the workbook again, on a sheet that Excel does not list. Each row is a
 * key and its values. Keys are English and never change; labels are those in which the workbook was written.
 */
import type { Reported, UnitStatus } from "../consolidation/reported";
import { SHEETS } from "../county-layout/sheet-names";
import { withColumns, withoutUsualColumns } from "../template/form-columns";
import type { OfficePackage } from "../template/own-sheet";
import { PRODUCT_MARKS } from "../template/product-signatures";
import type { Template } from "../template/template";
import type { Evidence } from "../validation/evidence";
import { isTemplate } from "../template/workbook/origin-sheet";
import { fromBase64, toBase64 } from "../workbook/base64";
import { cellAt, cellsOf } from "../workbook/cells";
import type { SheetPlan } from "../workbook/plan";
import { SheetBuilder } from "../workbook/sheet-builder";
import { chunks } from "../workbook/text-chunks";
import type { Workbook } from "../workbook/workbook";
import type { CountyContext } from "./county-context";
import { dataWithoutNumbers, withoutNumbers } from "./privacy";
import type { SheetTable } from "./sheet-table";

/** The first cell of the first row. */
export const MARKER = PRODUCT_MARKS.countyWorkbook;
/** Counts up when an older reader could no longer read what is written. */
export const FORMAT_VERSION = 1;

/** Keys under which the heads of a table are recorded, each with the key of its column. */
type LabelsKey = "adjustmentLabel" | "offTemplateLabel" | "scoreLabel" | "sourceLabel";
type Key =
  | typeof MARKER
  | LabelsKey
  | "templateId"
  | "templateVersion"
  | "templateName"
  | "county"
  | "period"
  | "lastYearPeriod"
  | "lastPeriod"
  | "unitsCounted"
  | "unitsExpected"
  | "codeLabel"
  | "totalLabel"
  | "comparedRowLabel"
  | "adjustmentRowLabel"
  | "unitLabel"
  | "listSourceLabel"
  | "openWorkbookLabel"
  | "sheet"
  | "reported"
  | "mark"
  | "former"
  | "incomparable"
  | "evidence"
  | "rank"
  | "lastRank"
  | "template"
  | "office";
type Row = readonly [key: Key, ...values: (string | number)[]];

/** The tables that are read again by their heads. */
export type LabelledTables = Readonly<Record<LabelsKey, SheetTable<string>>>;

/** `sheets`: the names of all other sheets of the workbook. */
export function writeMachineSheet(
  context: CountyContext,
  sheets: readonly string[],
  tables: LabelledTables,
): SheetPlan {
  const { say, consolidation } = context;
  const { office, ...template } = consolidation.template;
  const stored = { ...template, forms: template.forms.map(withoutUsualColumns) };
  // A number in a file's name; the texts of other rows are the program's own.
  const clean = (file: string): string => withoutNumbers(file, say);
  const rows = [
    ...factsOf(context),
    ...labelsOf(tables, context),
    ...[...sheets, SHEETS.machine].map((name): Row => ["sheet", name]),
    ...consolidation.reported.map(({ unit, file, status, of }): Row => [
      "reported",
      unit ?? "",
      clean(file ?? ""),
      status,
      ...(of ? [of.units, of.expected] : []),
    ]),
    ...[...(consolidation.marks ?? [])].map(([file, mark]): Row => ["mark", clean(file), mark]),
    ...[...(consolidation.lastYear?.former ?? [])].flatMap(([unit, names]) =>
      names.map((name): Row => ["former", unit, name]),
    ),
    ...(consolidation.lastYear?.incomparable ?? []).map((code): Row => ["incomparable", code]),
    ...evidenceRows(consolidation.evidence ?? null),
    ...(consolidation.ranking ?? []).flatMap(({ unit, rank }): Row[] =>
      rank === null ? [] : [["rank", unit.name, rank]],
    ),
    ...[...(consolidation.lastYear?.ranks ?? [])].map(([unit, rank]): Row => ["lastRank", unit, rank]),
    ...chunks(JSON.stringify(dataWithoutNumbers(stored, say))).map((chunk): Row => ["template", chunk]),
    // The office's own workbook: with it the forms can be written again next week and next year.
    ...(office ? chunks(toBase64(office.bytes)).map((chunk): Row => ["office", office.from, chunk]) : []),
  ];
  const sheet = new SheetBuilder(SHEETS.machine);
  rows.forEach((row, i) =>
    row.forEach((value, column) =>
      sheet.put(i, column, value, { format: typeof value === "string" ? "@" : "0" }),
    ),
  );
  sheet.widths([50, 30, 30, 20]);
  return sheet.build({ visibility: "veryHidden" });
}

/** By unit and line. */
function evidenceRows(evidence: Evidence | null): Row[] {
  if (!evidence) return [];
  const units = [...evidence.units].map(([unit, { lines, vetoes }]) => ({
    unit,
    lines: [...lines].map(([name, { figure, bound }]) => [name, figure, bound]),
    vetoes: [...vetoes],
  }));
  const text = JSON.stringify({ name: evidence.name, period: evidence.period, units });
  return chunks(text).map((chunk): Row => ["evidence", chunk]);
}

/** The evidence that the workbook was written with; null where there was none, or it was typed over. */
export function evidenceIn(facts: MachineFacts): Evidence | null {
  const text = facts
    .all("evidence")
    .map(([chunk]) => chunk)
    .join("");
  if (text === "") return null;
  try {
    const { name, period, units } = JSON.parse(text) as StoredEvidence;
    const figures = ([line, figure, bound]: StoredEvidence["units"][number]["lines"][number]) =>
      [String(line), { figure: numberOrNull(figure), bound: numberOrNull(bound) }] as const;
    return {
      name: String(name),
      period: String(period),
      units: new Map(
        units.map(({ unit, lines, vetoes }) => [
          String(unit),
          { lines: new Map(lines.map(figures)), vetoes: new Set(vetoes.map(String)) },
        ]),
      ),
    };
  } catch {
    return null; // Cut off or typed over: the scores are there without it.
  }
}

interface StoredEvidence {
  readonly name: string;
  readonly period: string;
  readonly units: readonly {
    readonly unit: string;
    readonly lines: readonly (readonly [string, number | null, number | null])[];
    readonly vetoes: readonly string[];
  }[];
}

function numberOrNull(value: unknown): number | null {
  return typeof value === "number" ? value : null;
}

/** Ranks by the unit's name. */
export function ranksIn(facts: MachineFacts, key: "rank" | "lastRank"): Map<string, number> {
  return new Map(facts.all(key).map(([unit = "", rank]) => [unit, Number(rank)]));
}

function factsOf({ consolidation, say, counted, expected }: CountyContext): Row[] {
  const { template, period, lastYear, lastPeriod } = consolidation;
  return [
    [MARKER, FORMAT_VERSION],
    ["templateId", template.id],
    ["templateVersion", template.version],
    ["templateName", template.name],
    ["county", template.county],
    ["period", period ?? ""],
    ["lastYearPeriod", lastYear?.period ?? ""],
    ...(lastPeriod ? [["lastPeriod", lastPeriod.period] as Row] : []),
    ["unitsCounted", counted],
    ["unitsExpected", expected],
    ["codeLabel", say("report.head.code")],
    ["totalLabel", say("report.total")],
    ["comparedRowLabel", say("report.compared.total")],
    ["adjustmentRowLabel", say("report.adjustment")],
    ["unitLabel", say("report.head.unit")],
    ["listSourceLabel", say("report.head.source")],
    ["openWorkbookLabel", say("report.openWorkbook")],
  ];
}

function labelsOf(tables: LabelledTables, { say }: CountyContext): Row[] {
  return (Object.keys(tables) as LabelsKey[]).flatMap((labels) =>
    tables[labels].columns.map(([key]): Row => [labels, key, tables[labels].headOf(key, say)]),
  );
}

/** What the sheet says: rows of a key and its values. */
export class MachineFacts {
  constructor(private readonly rows: ReadonlyMap<string, readonly (readonly string[])[]>) {}

  /** The first value of the first row of this key; empty where there is none. */
  get(key: Key): string {
    return this.rows.get(key)?.[0]?.[0] ?? "";
  }

  /** The values of every row of this key, in order. */
  all(key: Key): readonly (readonly string[])[] {
    return this.rows.get(key) ?? [];
  }

  /** The keys of a table's columns by their heads. */
  labels(key: LabelsKey): ReadonlyMap<string, string> {
    return new Map(this.all(key).map(([column = "", label = ""]) => [label, column]));
  }
}

/** Null where no sheet bears the marker; the sheet itself may have been renamed. */
export function readMachineSheet(workbook: Workbook): MachineFacts | null {
  const sheet = workbook.sheets.find((each) => cellAt(each, 0, 0)?.value === MARKER);
  if (!sheet) return null;
  const rows = new Map<string, string[][]>();
  let values: string[] = [];
  for (const { column, value } of cellsOf(sheet)) {
    if (column > 0) values[column - 1] = String(value ?? "");
    else {
      const key = String(value);
      values = [];
      rows.set(key, [...(rows.get(key) ?? []), values]);
    }
  }
  return new MachineFacts(rows);
}

/** The template that the workbook was written with; null where it is damaged. */
export function templateOf(facts: MachineFacts): Template | null {
  const text = facts
    .all("template")
    .map(([chunk]) => chunk)
    .join("");
  try {
    const value: unknown = JSON.parse(text);
    if (!isTemplate(value)) return null;
    const office = officeOf(facts);
    return withColumns(office ? { ...value, office } : value);
  } catch {
    return null; // Cut off or typed over: the template in use must do.
  }
}

/** The office's own workbook; absent where there is none or it was typed over: then its forms are drawn. */
function officeOf(facts: MachineFacts): OfficePackage | null {
  const rows = facts.all("office");
  const from = rows[0]?.[0];
  if (from !== "xlsx" && from !== "grid") return null;
  const bytes = fromBase64(rows.map(([, chunk]) => chunk ?? "").join(""));
  return bytes && { from, bytes };
}

const STATUSES: readonly UnitStatus[] = [
  "accepted",
  "needsExplanation",
  "mustFix",
  "unreadable",
  "duplicate",
  "unknown",
  "heldBack",
  "setAside",
  "copy",
  "otherPeriod",
];
/** The statuses of what is in the totals. */
export const COUNTED: ReadonlySet<UnitStatus> = new Set(["accepted", "needsExplanation", "mustFix"]);

/** What became of every file. */
export function reportedIn(facts: MachineFacts): Reported[] {
  return facts.all("reported").flatMap(([unit, file, word, units, expected]): Reported[] => {
    const status = STATUSES.find((each) => each === word);
    const of =
      units === undefined || expected === undefined
        ? {}
        : { of: { units: Number(units), expected: Number(expected) } };
    return status ? [{ unit: unit || null, file: file || null, status, ...of }] : [];
  });
}
