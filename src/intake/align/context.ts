/** What aligning needs to know besides the sheet itself. */
import type { Finding } from "../../findings/finding";
import type { ReadSettings } from "../normalise";
import type { OffTemplate } from "../submission";
import type { Unit, UnitKind } from "../../template/template";

export interface AlignContext {
  readonly settings: ReadSettings;
  /** Null where the unit is unknown: then nothing counts as missing. */
  readonly kind: UnitKind | null;
  readonly unit: Unit | null;
  /** The workbook holds several units: sheets of one form cannot all bear its name. */
  readonly several?: boolean;
}

/** What aligning leaves beside the values. */
export interface Remains {
  readonly offTemplate: readonly OffTemplate[];
  readonly findings: readonly Finding[];
}
