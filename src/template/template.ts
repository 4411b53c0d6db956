/** The standard template of one reporting task: data that staff edit in Excel. */
import type { Rule, RuleClass } from "../rules/rule";
import type { ColumnRole, OfficePackage, OwnSheet } from "./own-sheet";
import type { Scoring } from "./scoring";

/** T 乡镇街道, D 市直部门, H 市本级. */
export type UnitKind = "T" | "D" | "H";

export interface Template {
  /** Stays the same from year to year. */
  readonly id: string;
  /** Counts up with every change. */
  readonly version: number;
  readonly name: string;
  /** The county-level city, `集安市`, and its committee, `集安市关工委`. */
  readonly county: string;
  readonly committee: string;
  /** `2020`, `2020H1`; absent where the template serves any period. */
  readonly period?: string;
  /** Absent where units send their own workbooks: townships and departments. */
  readonly level?: Level;
  readonly forms: readonly Form[];
  readonly lists: readonly DetailList[];
  readonly units: readonly Unit[];
  readonly rules: readonly Rule[];
  /** Rules that are built in: their class here, or off. */
  readonly builtIn: Readonly<Record<string, RuleClass | "off">>;
  /**
   * Which lines (and lists) a built-in rule is about, by its number: `{ P08: ["0113", "0102"] }`, in the order that the
   * rule's own file says. A rule that is about certain lines and is not here has the lines of the built-in forms.
   */
  readonly builtInLines: Readonly<Record<string, readonly string[]>>;
  readonly settings: TemplateSettings;
  readonly charts: readonly ChartSpec[];
  /** The annual report, sentence by sentence. */
  readonly report: readonly ReportSentence[];
  /** How units are scored and ranked; absent where they are not. */
  readonly scoring?: Scoring;
  /** Earlier versions, the oldest first: what each later one changed. Empty for a template that was never changed. */
  readonly history: readonly TemplateVersion[];
  /** The workbook that the forms of layout `own` come from. */
  readonly office?: OfficePackage;
  /** Hashes of its sheets that are no forms (lists of codes, notes): a copy that has them unchanged says nothing by them. */
  readonly otherSheets?: readonly string[];
}

/** How far up a template is whose units are counties: each sends the county workbook that it made of its own units. */
export interface Level {
  /** 1: the units are counties; 2: prefectures; 3: provinces. All are units of kind T. */
  readonly step: number;
  /** The register was made from the files: the file of another county adds its own. */
  readonly fromFiles: boolean;
  /** Names that several counties' workbooks bear: they do not say which county it is. */
  readonly shared: readonly string[];
}

/** A version and how it differs from the one before, its predecessor. */
export interface TemplateVersion {
  readonly from: number;
  readonly version: number;
  readonly changes: readonly TemplateChange[];
}

export interface TemplateChange {
  readonly what: "added" | "removed" | "changed";
  readonly of:
    "form" | "line" | "list" | "column" | "unit" | "rule" | "setting" | "chart" | "report" | "scoring";
  /** The code, id or number: `0121`, `L2`, `L2[现金]`, `R05`; a setting's key; empty for the report. */
  readonly code: string;
  /** The name as it is now, or was where it is gone. */
  readonly name: string;
}

export interface TemplateSettings {
  /** S06: the report's date must lie between these days, `MM-DD`; `from` in the year itself, `to` in the next. */
  readonly reportFrom: string;
  readonly reportTo: string;
  /** P01: change on last year, in per cent, that must be explained. */
  readonly changeLimit: number;
  /** P05: people per session. */
  readonly attendanceMin: number;
  readonly attendanceMax: number;
  /** P06: yuan per recipient. */
  readonly moneyPerHeadMin: number;
  readonly moneyPerHeadMax: number;
  /** P08: percentage points, and the least 0102. */
  readonly rateJump: number;
  readonly rateJumpFloor: number;
  /** P10: times the second value. */
  readonly peerFactor: number;
}

export interface Unit {
  /** `T05`: stays the same when the unit is renamed. */
  readonly code: string;
  readonly name: string;
  readonly kind: UnitKind;
  /** 街道, 镇, 乡, 部门, 本级. */
  readonly type: string;
  readonly aliases: readonly string[];
}

export interface Form {
  /** `关工02`. */
  readonly id: string;
  /** First two digits of its codes, `02`. */
  readonly code: string;
  /** `五老队伍`. */
  readonly title: string;
  /** Who must fill it. */
  readonly fills: readonly UnitKind[];
  /** The cover has label–value cells; a table has one row per indicator; `own` is the office's own sheet. */
  readonly layout: "cover" | "table" | "own";
  /** Where everything is on the office's own sheet; of layout `own` only. */
  readonly own?: OwnSheet;
  /** From left to right; of our own layouts only, the built-in ones where absent (see `form-columns.ts`). */
  readonly columns?: readonly FormColumn[];
  /** The form's items: one line in one value column. A form with one value column has one item per line. */
  readonly indicators: readonly Indicator[];
  /** Printed below the table. */
  readonly notes: readonly string[];
}

/** A column of a form of ours. */
export interface FormColumn {
  /** Each is there once in a form. */
  readonly role: FormColumnRole;
  /** As the form prints it. */
  readonly heading: string;
  /** What else people write there: the column is recognised by it, too. */
  readonly otherHeadings: readonly string[];
  /** Printed above the heading, across neighbours of the same group. */
  readonly group?: string;
  /** In characters. */
  readonly width: number;
}

/**
 * What a column is for: as on an office's own sheet, with the columns that identify a line and, beside `change`, the
 * change in per cent.
 */
export type FormColumnRole =
  "ordinal" | "name" | "code" | "measure" | Exclude<ColumnRole, "previous" | "ignored"> | "changePercent";

export type IndicatorKind =
  | "whole" // people, pieces: a whole number
  | "decimal"
  | "amount" // whole yuan
  | "percent" // percentage points, 80.7
  | "yesNo"
  | "choice"
  | "text"
  | "date";

/**
 * How units become the county: `sum` flow; `stock` year-end figure, summed over units and never over periods; `ratio`
 * recomputed from `formula` at every level; `computed` likewise; `count` number of units that answer 是; `max` highest
 * choice or latest date; `mean` the units' average, for scores; `list` and `text` kept per unit.
 */
export type Aggregation = "sum" | "stock" | "ratio" | "computed" | "count" | "max" | "mean" | "list" | "text";

export interface Indicator {
  /**
   * The item's key, the shortest that is unique and stable over periods: `0203` is line 0203 in its form's first value
   * column, `0203[女]` another column of it, `民社03:01[2]` where a line's code alone is not unique. Cover lines `0001` …
   */
  readonly code: string;
  readonly name: string;
  /** 个, 人, 元, %, 个百分点 …; empty for yes/no and text. */
  readonly measure: string;
  readonly kind: IndicatorKind;
  /** Who fills it; the others leave it empty. */
  readonly fills: readonly UnitKind[];
  readonly aggregation: Aggregation;
  /** In the rule language, for `ratio` and `computed` (`0112/0102*100`): the template's formula cell in the unit's form, recomputed for the county. */
  readonly formula?: string;
  /** An empty cell is a finding (D41) for those who fill the line. */
  readonly required: boolean;
  readonly min?: number;
  readonly max?: number;
  /** For `choice`: from lowest to highest. */
  readonly choices?: readonly string[];
  /** `其中` lines are in under their total: 0, 1, 2. */
  readonly indent: number;
  /** Last year's value is carried into the 上年 column. */
  readonly carried: boolean;
  /** P01: no finding while the absolute change stays within this many units of measure. */
  readonly floor?: number;
  /** P02: a flow that does not stop and start again. */
  readonly continuous?: boolean;
  /** P04: if every key line is zero the workbook is an empty shell. */
  readonly key?: boolean;
  /** Among the figures that a reader wants first: shown in the pane and on the county workbook's first sheet. */
  readonly headline?: boolean;
  /** P05: the line of the sessions that this attendance belongs to. */
  readonly sessions?: string;
  /** P06: the line of the recipients of this money. */
  readonly recipients?: string;
  /** 指标解释, shown as the input hint. */
  readonly guidance?: string;
}

export interface DetailList {
  /** `L2`. */
  readonly id: string;
  /** `捐助`. */
  readonly title: string;
  readonly fills: readonly UnitKind[];
  /** The list may be left out (L7). */
  readonly optional: boolean;
  /** No row of it enters the county workbook, only counts (L7). */
  readonly personal: boolean;
  readonly columns: readonly ListColumn[];
  /** Empty rows in the issued form. */
  readonly blankRows: number;
}

export interface ListColumn {
  readonly name: string;
  readonly kind: "text" | "date" | "whole" | "decimal" | "amount" | "choice" | "yesNo";
  readonly choices?: readonly string[];
  /** Of numbers: 万元, 亩; what its name says where absent. */
  readonly measure?: string;
  /** On an office's own sheet: its figures are added up and make an item. */
  readonly summed?: boolean;
  readonly required: boolean;
  /** Never leaves the machine: names in L3, telephone numbers. */
  readonly personal: boolean;
  /** Characters. */
  readonly width?: number;
}

/** What a chart's categories are: units, kinds of units, this year and last, lines of the forms, reporting status. */
export type ChartCategories = "unit" | "unitKind" | "year" | "line" | "status";

export interface ChartSpec {
  /** Stays the same: an existing chart of this name keeps its looks and is refilled. */
  readonly id: string;
  readonly title: string;
  /** What it shows, in a sentence, for people who cannot see it. */
  readonly description?: string;
  readonly kind: "column" | "bar" | "line" | "pie" | "doughnut";
  readonly grouping: "clustered" | "stacked" | "percentStacked";
  readonly by: ChartCategories;
  /** By unit: which units are in it. */
  readonly units: readonly UnitKind[];
  readonly order: "descending" | "ascending" | "register";
  /** By unit: what the order goes by, in the rule language; the first series if absent. */
  readonly orderBy?: string;
  /** Only so many categories, the first ones. */
  readonly top?: number;
  /** Half a page wide. */
  readonly half: boolean;
  readonly axisTitle?: string;
  readonly secondAxisTitle?: string;
  /** One or more; by status exactly one. */
  readonly series: readonly ChartSeries[];
}

export interface ChartSeries {
  /** In the legend. */
  readonly title: string;
  /**
   * By unit, kind and year: an expression, `0112/0102*100`, `上年(0201)`. By line: the lines, `0202~0207` or
   * `0302,0304`. A target line: the number. By status: empty.
   */
  readonly value: string;
  /** By line, of yes/no lines: the number of units that answer so. */
  readonly answer?: "yes" | "no";
  readonly draw: "bars" | "line";
  /**
   * A dashed line through all categories: `county`, the county's own figure of the expression; `average`, the mean of
   * what is shown; `target`, a number.
   */
  readonly reference?: "county" | "average" | "target";
  readonly secondAxis: boolean;
  readonly labels: boolean;
}

export interface ReportSentence {
  /** `text` begins a paragraph, `more` goes on in it. */
  readonly role: "title" | "chapter" | "section" | "text" | "more" | "signature";
  /**
   * In the rule language, of the county's totals; the sentence is left out where it does not hold. `不完整` holds while
   * units are missing.
   */
  readonly condition?: string;
  /** With placeholders, `{0102}`; see `report-text.ts`. */
  readonly text: string;
}
