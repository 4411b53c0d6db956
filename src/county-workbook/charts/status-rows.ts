/** How many units have which status, counted on 上报情况. */
import type { Consolidation, UnitStatus } from "../../consolidation/consolidation";
import { absoluteReference } from "../../workbook/address";
import type { Say } from "../../findings/say";
import { SHEETS } from "../../county-layout/sheet-names";
import { STATUS_ROWS } from "../status-sheet";
import { statusText } from "../status-text";
import type { ChartRow } from "./chart-block";

const STATUSES: readonly (UnitStatus | "missing")[] = [
  "accepted",
  "needsExplanation",
  "mustFix",
  "heldBack",
  "duplicate",
  "unreadable",
  "otherPeriod",
  "missing",
];

export function statusRows(consolidation: Consolidation, say: Say): ChartRow[] {
  const units = consolidation.template.units.map((unit) => statusText(consolidation, unit.name, say));
  const { firstUnit, statusColumn } = STATUS_ROWS;
  const bottom = firstUnit + units.length - 1;
  const range = absoluteReference(SHEETS.status, {
    top: firstUnit,
    left: statusColumn,
    bottom,
    right: statusColumn,
  });
  const words = STATUSES.map((status) => say(`report.status.${status}`)).filter((word) =>
    units.includes(word),
  );
  return words.map((word) => ({
    label: word,
    cells: [{ value: units.filter((unit) => unit === word).length, formula: `COUNTIF(${range},"${word}")` }],
  }));
}
