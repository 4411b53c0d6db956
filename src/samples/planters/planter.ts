/** Slips that real submitted workbooks show, put into clean plans: for a faulty sample county, and to measure checks by. */
import type { Template, Unit } from "../../template/template";
import type { WorkbookPlan } from "../../workbook/plan";
import type { Random } from "../random";

export interface PlantContext {
  readonly template: Template;
  readonly unit: Unit;
  readonly random: Random;
  /** Only at this line, `0203`; anywhere if absent. */
  readonly line?: string;
  /** What the same unit sent last year, for workbooks that are sent again. */
  readonly lastYear?: WorkbookPlan;
}

/** The finding that the slip must bring about: a root, at this very place. */
export interface Expected {
  readonly code: string;
  /** Null for the workbook as a whole. */
  readonly sheet: string | null;
  /** A1; null for the sheet as a whole. */
  readonly cell: string | null;
}

export interface Planted {
  readonly plan: WorkbookPlan;
  /** Null where nothing is to be found: the change is harmless. */
  readonly expected: Expected | null;
  /** Where the slip is in the file's name. */
  readonly fileName?: string;
}

/** Which part of a workbook a planter changes: planters of the whole workbook or of rows and columns go first. */
export type Reach = "workbook" | "sheet" | "cell";

export interface Planter {
  /** Of the catalogue, `D31`. */
  readonly defect: string;
  readonly reach: Reach;
  /** Pure. Null where the plan offers no place for it. */
  readonly plant: (plan: WorkbookPlan, context: PlantContext) => Planted | null;
}
