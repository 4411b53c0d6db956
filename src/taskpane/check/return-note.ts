/** 退回单: what a unit must correct or explain, as a text for paper or chat. */
import { sayFinding } from "../../locales/finding-text";
import type { FindingView, RoundView } from "../../round/view";
import { periodText, type Words } from "../words";

export interface ReturnNoteOf {
  readonly unit: string;
  readonly committee: string;
  readonly period: string | null;
  /** The unit's own; notes are left out, as they ask for nothing. */
  readonly findings: readonly FindingView[];
}

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
export function returnNote({ unit, committee, period, findings }: ReturnNoteOf, words: Words): string | null {
  const parts = (["mustFix", "explain"] as const).flatMap((findingClass) => {
    const own = findings.filter((finding) => finding.weight === findingClass);
    return own.length === 0
      ? []
      : [words(`pane.return.${findingClass}`, { count: own.length }), ...own.map(line(words))];
  });
  if (parts.length === 0) return null;
  const head = { unit, committee, period: period === null ? "" : periodText(words, period) };
  return [words("pane.return.head", head), ...parts, words("pane.return.foot", head)].join("\n");
}

function line(words: Words): (finding: FindingView, index: number) => string {
  return (finding, index) => {
    const place = placeText(finding);
    const text = sayFinding(words.locale, finding);
    return place === null
      ? `${index + 1}. ${text}`
      : words("pane.return.line", { number: index + 1, place, text });
  };
}

/** `关工02!E7`; null where the finding is about the whole file. */
export function placeText({ place: { sheet, cell } }: FindingView): string | null {
  if (sheet === null) return null;
  return cell === null ? sheet : `${sheet}!${cell}`;
}
