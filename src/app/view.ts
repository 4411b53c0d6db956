/** What a person sees of a session: small, plain data that a worker can post. */
import type { UnitStatus } from "../consolidation/consolidation";
import { type LeftOut, type LookAt, type UnitsFor } from "../consolidation/standings";
import type { Edit } from "../consolidation/county-record";
import type { Finding, Place } from "../findings/finding";
import type { CountyWorkbookProblem } from "../county-workbook/read-county";
import type { RuleClass } from "../rules/rule";
import { type Counts } from "../findings/finding-counts";
import { type ReturnProgress } from "../consolidation/returned";
import { type DecisionWithState } from "./decision-states";
import type { Unit } from "../template/template";
import type { FileDates } from "./given-file";
import type { ReceivedForm } from "./received-forms";
import type { ScoringView } from "./scoring-view";
import type { PeriodChoice } from "./periods-in-files";
import type { TemplateOrigin } from "./template-draft";
import type { KnownTemplate, UnknownForm } from "./unknown-forms";

/** A unit of the register and how far it has come. */
export interface UnitView {
  readonly name: string;
  readonly kind: Unit["kind"];
  readonly status: UnitStatus | "missing";
  /** Its files; null is the open workbook. */
  readonly files: readonly (string | null)[];
  /** Those that say another period: not counted, and counted by decision. */
  readonly otherPeriod: readonly (string | null)[];
  readonly countedAnyway: readonly (string | null)[];
  /** Those that only the county workbook knows: to be compared or chosen they must be given again. */
  readonly notAtHand: readonly (string | null)[];
  readonly counts: Counts;
  /** Its report was sent back, and nothing new has come from it since. */
  readonly returned: boolean;
  /** What became of what was sent back last; null where nothing was. */
  readonly back: ReturnProgress | null;
}

/** A file that belongs to no unit of the register. */
export interface StrangerView {
  readonly file: string | null;
  readonly status: UnitStatus;
}

/** A finding, and what is in its cell. */
export interface FindingView extends Finding {
  /** The cell's text as the unit wrote it; null where there is no cell, or where nobody should see it. */
  readonly raw: string | null;
  /** The gravest class among the finding and what it brings about: explaining it is no use while that must be fixed. */
  readonly weight: RuleClass;
  /** Names it among the session's findings. */
  readonly id: string;
  /** Its report went back for it, and it is still there in the one that came since. */
  readonly stillStands: boolean;
  /** Null where the unit wrote nothing about it. */
  readonly answer: AnswerView | null;
  /** The names of the decisions that can be taken about it, or have been; null where there is nothing to decide. */
  readonly deciding: Readonly<Record<"accept" | "explain" | "confirm", string | null>>;
  /** What the county may put into the cell once the unit has said it by telephone; null where it is not one figure. */
  readonly enters: EnteredView | null;
  readonly causes: readonly FindingView[];
}

/** What is to be entered, and the name of the decision that does so. */
export interface EnteredView {
  readonly kind: "number" | "yesNo";
  readonly decision: string;
}

/** What the unit wrote about a finding in its 退回单. */
export interface AnswerView {
  readonly text: string;
  /** The 退回单; null where it stood open. */
  readonly file: string | null;
  /** The finding's values have changed since. */
  readonly outdated: boolean;
  /** It is what the finding is explained with. */
  readonly taken: boolean;
}

/** A total worth knowing before anything is written. */
export interface FigureView {
  readonly code: string;
  readonly name: string;
  readonly measure: string;
  readonly value: number;
  readonly lastYear: number | null;
  /** Units that contribute a value, and units that should. */
  readonly units: number;
  readonly expected: number;
}

/** What a total is made of. */
export interface FigureParts {
  /** In the order of the register. */
  readonly parts: readonly {
    readonly unit: string;
    readonly value: number | string | boolean;
    readonly place: Place;
  }[];
  /** The county's is worked out from its own totals; these are the units' own. */
  readonly derived: boolean;
  /** What the county adds or takes off; 0 for nothing. */
  readonly adjustment: number;
}

/** A county workbook that was met among the files or is open: to go on with, or to compare with. */
export interface CountyView {
  /** Null is the open workbook. */
  readonly file: string | null;
  /** Null where it cannot be read. */
  readonly period: string | null;
  /** The period that follows, of forms of an office's own; else null. */
  readonly next: string | null;
  readonly counted: number;
  readonly expected: number;
  /** Why nothing can be done with it. */
  readonly problem: CountyWorkbookProblem | null;
}

/** County workbooks that can be consolidated one level up. */
export interface LevelUpView {
  /** Of the units that they become: 1 where they are counties. */
  readonly step: number;
  readonly files: readonly string[];
}

/** What the county workbook that the session goes on from had to say. */
export interface ResumedView {
  readonly edits: readonly Edit[];
  /** Units without a report for which somebody typed values that do not count. */
  readonly uncounted: readonly string[];
  readonly lost: readonly string[];
}

/** What was decided, and what has become of it. */
export interface DecisionView extends DecisionWithState {
  /** The finding that it answers, as long as that is there; null for a choice or a confirmation. */
  readonly finding: string | null;
}

/** Which template is in use, where it came from, since when. */
export interface TemplateUse {
  readonly name: string;
  readonly version: number;
  readonly origin: TemplateOrigin;
  /** The day on which it was adopted, `2026-11-25`; null where nobody adopted it. */
  readonly since: string | null;
  /** What was in use before a county workbook brought its own; null where that is the same. */
  readonly instead: { readonly name: string; readonly version: number } | null;
  /** One that was adopted earlier could not be read any more. */
  readonly lost: boolean;
}

export interface SessionView {
  readonly templateVersion: number;
  readonly templateUse: TemplateUse;
  /** A template workbook that was sent among the reports; null where none was, or it has been looked at. */
  readonly proposedTemplate: string | null;
  readonly county: string;
  readonly committee: string;
  readonly period: string | null;
  /** Null where the files say one period, or something else says which one is collected. */
  readonly periodChoice: PeriodChoice | null;
  readonly lastYearPeriod: string | null;
  /** The period before that is compared with; null where none is. */
  readonly lastPeriod: string | null;
  /** The last day on which a report is in time, `2021-01-31`; null where the period is not known or no whole year. */
  readonly deadline: string | null;
  readonly holdBack: boolean;
  /** In the order of the register. */
  readonly units: readonly UnitView[];
  readonly strangers: readonly StrangerView[];
  /** Forms that are none of the template in use, with their files. */
  readonly unknownForms: readonly UnknownForm[];
  /** The template that everything given is a report of, where nothing is one of the template in use; else null. */
  readonly templateMeant: KnownTemplate | null;
  /** There is something to add up, of a known period where the template has periods. */
  readonly hasTotals: boolean;
  /** Files in the zips that were given last that are no workbooks by their names. */
  readonly passedOver: readonly string[];
  /** How many units of the register have sent something of this period that could be read. */
  readonly reported: number;
  /** Units of the register that the totals are made of. */
  readonly counted: readonly string[];
  /** Units of the register that the totals are without, by the reason. */
  readonly leftOut: readonly UnitsFor<LeftOut>[];
  /** Units in the totals that need a look first. */
  readonly lookAt: readonly UnitsFor<LookAt>[];
  /** Units whose findings must be fixed, be they in the totals or held back. */
  readonly faulty: readonly string[];
  readonly findings: readonly FindingView[];
  readonly counts: Counts;
  readonly decisions: readonly DecisionView[];
  readonly figures: readonly FigureView[];
  /** Null where the template scores no units, or there is nothing to add up. */
  readonly scoring: ScoringView | null;
  /** Units are missing, and last year's figures are those of the units in the totals alone. */
  readonly sameUnits: boolean;
  /** Units that count and of which last year says nothing. */
  readonly withoutLastYear: readonly string[];
  /** Nothing has been decided about them yet. */
  readonly counties: readonly CountyView[];
  /** Null where something has been sent already. */
  readonly levelUp: LevelUpView | null;
  /** The period of a county workbook of before that was given and is of another level; null where none is. */
  readonly otherLevel: string | null;
  /** 退回单 that came back. */
  readonly forms: readonly ReceivedForm[];
  /** When files were given and last changed, by name; nothing of those of which it is not known. */
  readonly fileDates: Readonly<Record<string, FileDates>>;
  /** Null where the session began with files. */
  readonly resumed: ResumedView | null;
}
