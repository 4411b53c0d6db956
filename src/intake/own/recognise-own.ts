/** Which sheets are an office's own forms: by their labels and headings, helped by the sheet's name and titles. */
import { textsOnSheet } from "../../workbook/cells";
import { plainLabel } from "../labels";
import type { KnownSheet } from "../recognise/known-sheet";
import type { OwnTarget } from "../template-vocabulary";
import { at, type Grid } from "../grid";
import { compact, rawText } from "../normalise/clean";

/** So much of a form's words must be there; less is enough where the sheet bears its name. */
const CONTENT_ALONE = 0.5;
const CONTENT_WITH_NAME = 0.2;
/** A form that fits a sheet so much worse than another is not the one. */
const SECOND_CHOICE = 0.9;

interface Likeness {
  readonly sheet: KnownSheet;
  readonly target: OwnTarget;
  readonly score: number;
}

/** Each form gets the sheet that is most like it; sheets that are left over get the form that they are most like. */
export function withOwnForms(
  sheets: readonly KnownSheet[],
  targets: readonly OwnTarget[],
): readonly KnownSheet[] {
  if (targets.length === 0) return sheets;
  const open = sheets.filter(({ target, identity }) => !target && !identity);
  const all = open
    .flatMap((sheet) => {
      const words = wordsOf(sheet.grid);
      return targets.flatMap((target) => likeness(sheet, target, words) ?? []);
    })
    .sort((a, b) => b.score - a.score);
  const best = new Map<KnownSheet, Likeness>();
  for (const each of all) if (!best.has(each.sheet)) best.set(each.sheet, each);
  const chosen = new Map<KnownSheet, OwnTarget>();
  const taken = new Set<OwnTarget>();
  for (const { sheet, target, score } of all) {
    if (chosen.has(sheet) || taken.has(target) || score < best.get(sheet)!.score * SECOND_CHOICE) continue;
    chosen.set(sheet, target);
    taken.add(target);
  }
  return sheets.map((sheet) => {
    const target = chosen.get(sheet) ?? best.get(sheet)?.target;
    return target ? { ...sheet, target } : sheet;
  });
}

function likeness(sheet: KnownSheet, target: OwnTarget, words: ReadonlySet<string>): Likeness | null {
  const share = shareOf(sheet.grid, target, words);
  const name = plainLabel(sheet.grid.sheet.name);
  const wanted = plainLabel(target.layout.sheet.sheet);
  const isSame = name === wanted;
  const isNamed = isSame || (wanted.length > 1 && name.includes(wanted));
  if (share < (isNamed ? CONTENT_WITH_NAME : CONTENT_ALONE)) return null;
  const titles = target.layout.sheet.titles.map(plainLabel).filter((title) => title !== "");
  const titled = titles.filter((title) => [...words].some((word) => word.includes(title))).length;
  const score =
    share + (isSame ? 0.5 : isNamed ? 0.3 : 0) + (titles.length > 0 ? (0.2 * titled) / titles.length : 0);
  return { sheet, target, score };
}

/** The share of the form's words that the sheet has; of a form of numbers alone, of its numbers in their places. */
function shareOf(
  grid: Grid,
  { layout: { words, beginnings, anchors } }: OwnTarget,
  there: ReadonlySet<string>,
): number {
  const count = words.size + beginnings.size;
  if (count > 1) {
    const begun = [...beginnings].filter((start) => [...there].some((text) => text.startsWith(start)));
    return ([...words].filter((word) => there.has(word)).length + begun.length) / count;
  }
  const same = anchors.filter(({ row, column, text }) => {
    const cell = at(grid, row, column);
    return cell !== undefined && compact(rawText(cell)) === compact(text);
  });
  return anchors.length === 0 ? 0 : same.length / anchors.length;
}

/** Of this sheet alone: all sheets of a workbook can share one table of texts. */
function wordsOf({ sheet }: Grid): ReadonlySet<string> {
  return new Set(
    textsOnSheet(sheet)
      .filter((text) => text.length <= LONGEST)
      .map((text) => plainLabel(text)),
  );
}

const LONGEST = 300;
