/** How many units have which status, counted on 上报情况. */
import type { Consolidation, UnitStatus } from "../../consolidation/consolidation";
import { absoluteReference } from "../../workbook/address";
import { groupBy } from "../../workbook/group-by";
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

/** By status; where all have the same, by type of unit, as one bar alone would say nothing. */
export function statusRows(consolidation: Consolidation, say: Say): ChartRow[] {
  const register = consolidation.template.units;
  const units = register.map((unit) => statusText(consolidation, unit.name, say));
  const { firstUnit, statusColumn, typeColumn } = STATUS_ROWS;
  const bottom = firstUnit + units.length - 1;
  const column = (at: number): string =>
    absoluteReference(SHEETS.status, { top: firstUnit, left: at, bottom, right: at });
  const range = column(statusColumn);
  const types = groupBy(
    register.filter(({ type }) => type !== ""),
    ({ type }) => type,
  );
  if (new Set(units).size === 1 && types.size > 1) {
    const word = units[0]!;
    return [...types].map(([type, { length }]) => ({
      label: say("report.charts.typeStatus", { type, status: word }),
      cells: [
        {
          value: length,
          formula: `COUNTIFS(${column(typeColumn)},"${type.replaceAll('"', '""')}",${range},"${word}")`,
        },
      ],
    }));
  }
  const words = STATUSES.map((status) => say(`report.status.${status}`)).filter((word) =>
    units.includes(word),
  );
  return words.map((word) => ({
    label: word,
    cells: [{ value: units.filter((unit) => unit === word).length, formula: `COUNTIF(${range},"${word}")` }],
  }));
}
