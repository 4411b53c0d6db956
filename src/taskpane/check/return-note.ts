/** 退回单: what a unit must correct or explain, as a text for paper or chat. */
import { sayInReport } from "../../locales/report-words";
import { placeText, returnText, type ReturnTextOf } from "../../report/returns/return-text";
import type { RoundView } from "../../round/view";
import type { Words } from "../words";

export { placeText };

/** Every unit's note, one below the other; none for units that have nothing to correct. */
export function returnNotes(
  { units, findings, committee, period }: RoundView,
  words: Words,
): readonly string[] {
  return units.flatMap(({ name: unit }) => {
    const own = findings.filter((finding) => finding.unit === unit);
    return returnNote({ unit, committee, period, findings: own }, words) ?? [];
  });
}

/** Null where nothing need be returned. */
export function returnNote(of: ReturnTextOf, words: Words): string | null {
  return returnText(of, sayInReport(words.locale));
}
