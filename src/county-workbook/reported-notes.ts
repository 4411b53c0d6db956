/** Sentences that name the units that the totals are without, and those in them that need a look. */
import { unitsLeftOut, unitsToLookAt } from "../consolidation/standings";
import type { CountyContext } from "./county-context";
import { someNames } from "./fit";

/** `未报：…。`, `年度不符、没有计入：…。`: one for each reason. */
export function leftOutNotes({ consolidation, say }: CountyContext): string[] {
  return unitsLeftOut(consolidation).map(({ why, units }) =>
    say(`report.leftOut.${why}`, { units: someNames(units, say) }),
  );
}

/** `已计入、但与上年的数一样，请核实：…。` */
export function lookAtNotes({ consolidation, say }: CountyContext): string[] {
  return unitsToLookAt(consolidation).map(({ why, units }) =>
    say(`report.lookAt.${why}`, { units: someNames(units, say) }),
  );
}
