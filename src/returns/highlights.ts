/** Where a unit's own workbook is marked: the cells of its findings, and lighter those that these bring about. */
import { parseA1 } from "../workbook/address";
import type { CellHighlight, SheetHighlights } from "../workbook/highlight";
import type { Say } from "../findings/say";
import { placeText } from "../county-layout/place-text";
import type { ReturnedFinding, UnitReturn } from "./unit-returns";

/**
 * Stronger than the pale yellow of the cells to be filled in, on which they stand. The weight is written in the note
 * too, for those who do not see colours and for black-and-white print.
 */
export const ROOT_FILLS = { mustFix: "F2A69B", explain: "FFBE5C" } as const;
export const EFFECT_FILLS = { mustFix: "F9D5CE", explain: "FFE0B0" } as const;

interface Mark {
  readonly sheet: string;
  readonly cell: string;
  /** 0 is the gravest. */
  readonly rank: number;
  readonly text: string;
}

const FILLS = [ROOT_FILLS.mustFix, ROOT_FILLS.explain, EFFECT_FILLS.mustFix, EFFECT_FILLS.explain] as const;

/** The marks in one file. A cell of several findings has the fill of the gravest and a paragraph of each. */
export function highlightsOf(
  { findings }: Pick<UnitReturn, "findings">,
  file: string,
  say: Say,
): SheetHighlights[] {
  const marks = findings.flatMap((finding) => marksBelow(finding, null, file, say));
  const sheets = [...new Set(marks.map(({ sheet }) => sheet))];
  return sheets.map((sheet) => ({ sheet, cells: cellsOf(marks.filter((mark) => mark.sheet === sheet)) }));
}

function marksBelow(finding: ReturnedFinding, root: ReturnedFinding | null, file: string, say: Say): Mark[] {
  const below = finding.causes.flatMap((effect) => marksBelow(effect, root ?? finding, file, say));
  const { place, weight } = finding;
  if (weight === "note" || place.file !== file || place.sheet === null || place.cell === null) return below;
  const rank = (root === null ? 0 : 2) + (weight === "mustFix" ? 0 : 1);
  return [{ sheet: place.sheet, cell: place.cell, rank, text: noteOf(finding, root, say) }, ...below];
}

function noteOf(finding: ReturnedFinding, root: ReturnedFinding | null, say: Say): string {
  const text = say.finding(finding);
  if (root === null) return say(`return.note.${finding.weight}`, { text });
  return say("return.note.effect", { place: placeText(root) ?? say("return.wholeFile"), text });
}

function cellsOf(marks: readonly Mark[]): CellHighlight[] {
  return [...new Set(marks.map(({ cell }) => cell))].flatMap((cell) => {
    const address = parseA1(cell);
    if (!address) return [];
    const own = marks.filter((mark) => mark.cell === cell).sort((a, b) => a.rank - b.rank);
    const comment = [...new Set(own.map(({ text }) => text))].join("\n\n").slice(0, LONGEST_NOTE);
    return [{ ...address, fill: FILLS[own[0]!.rank]!, comment }];
  });
}

/** A note is to be read beside its cell; all of it is in the 退回单. */
const LONGEST_NOTE = 2000;
