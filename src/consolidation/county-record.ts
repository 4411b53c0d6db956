/** What a county workbook keeps of a session, so that it goes on next week without the units' files. */
import type { Finding } from "../findings/finding";
import type { Submission } from "../intake/submission";
import type { Template } from "../template/template";
import type { Evidence } from "../validation/evidence";
import type { LastYear } from "../validation/last-year";
import type { Adjustment } from "./adjustments";
import type { Reported } from "./consolidation";
import type { Decision } from "../findings/decisions";

export interface CountyRecord {
  /** `2020`. */
  readonly period: string | null;
  /** The template that the totals were made with; null where it is damaged: then its id and version must do. */
  readonly template: Template | null;
  readonly templateId: string;
  readonly templateVersion: number;
  /** The counted units' values with their places, as submissions: without cover, personal lists and columns. */
  readonly submissions: readonly Submission[];
  /** What became of every file, counted or not. */
  readonly reported: readonly Reported[];
  /** What was found, the county's own findings aside: those are asked again. */
  readonly findings: readonly Finding[];
  readonly lastYear: LastYear | null;
  /** The period before; null where it was not compared with. */
  readonly lastPeriod: LastYear | null;
  /** What another template's county workbook said of the units; null where none was given. */
  readonly evidence: Evidence | null;
  /** What is in 调整, typed there by people. */
  readonly adjustments: readonly Adjustment[];
  /** What the county decided about cells, findings and files. */
  readonly decisions: readonly Decision[];
  /** A hash of what was in each file; empty where an earlier version wrote the workbook. */
  readonly marks: ReadonlyMap<string, string>;
  /** Values that somebody changed by hand in 单位数据. */
  readonly edits: readonly Edit[];
  /** Units of which no report counts, for which somebody typed values into 单位数据. */
  readonly uncounted: readonly string[];
  /** Sheets of which nothing could be read, though the workbook had them. */
  readonly lost: readonly string[];
}

/** A unit's value that is no longer the one that its file had. Null: empty. */
export interface Edit {
  readonly unit: string;
  readonly code: string;
  readonly was: number | string | boolean | null;
  readonly now: number | string | boolean | null;
  /** Where it was changed: sheet and A1 address in the county workbook. */
  readonly sheet: string;
  readonly cell: string;
}
