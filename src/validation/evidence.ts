/** 佐证: what another template's county workbook says of units that are scored. */
export interface Evidence {
  /** That template's name, and the period of the workbook; empty where it has none. */
  readonly name: string;
  readonly period: string;
  /** By the unit's name. */
  readonly units: ReadonlyMap<string, UnitEvidence>;
}

export interface UnitEvidence {
  /** By the name of the scored line; null where the workbook has not all the figures. */
  readonly lines: ReadonlyMap<string, EvidenceFigures>;
  /** Reasons of the vetoes whose condition holds. */
  readonly vetoes: ReadonlySet<string>;
}

export interface EvidenceFigures {
  readonly figure: number | null;
  /** The most that these figures allow. */
  readonly bound: number | null;
}
