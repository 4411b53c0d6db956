/** What units write into a text of the form itself: between its words, or as a tick at one of its choices. */
import { fold } from "../workbook/fold";
import type { CellFill, OwnCell } from "./own-sheet";

/** Boxes and circles to be ticked. */
export const BOX = /[□☐▢◻○◯〇⬜]|[(（[【]\s*[)）\]】]/;
const TICK = /[√✓✔☑☒■●◉▣◼⬛✅]|\bv\b/i;
const GAP = /[_＿﹍﹏]{2,}|\s{3,}/;

/** The words around the gaps, one more than there are gaps; null where there are none. */
export function partsAroundGaps(text: string): string[] | null {
  const parts = text.trim().split(new RegExp(GAP, "g"));
  if (/[:：]\s*$/.test(text) && parts.length === 1) return [text.trim(), ""];
  return parts.length > 1 && parts.some((part) => /\p{L}/u.test(part)) ? parts : null;
}

/**
 * What the unit wrote at the place, where the blank has the text `holds`; empty for nothing. Null where the text cannot be
 * brought together with the blank's.
 */
export function writtenInto(fill: CellFill, holds: string, text: string): string | null {
  if (plain(text) === plain(holds) || text.trim() === "") return "";
  return fill.kind === "ticks"
    ? ticked(fill, withoutQuestion(fill, holds, text))
    : inGap(fill.index, holds, text);
}

/** `是否上报：□是 □否`, `是否达标（是/否）` without what is asked, as its words can be those of an option. */
function withoutQuestion(
  { boxes }: Extract<CellFill, { kind: "ticks" }>,
  holds: string,
  text: string,
): string {
  const words = plain(holds);
  const question = (boxes === "none" ? /^[^(]+(?=\()/ : /^[^□☐▢◻○◯〇⬜()[【]*[:?]/).exec(words)?.[0] ?? "";
  return question !== "" && plain(text).startsWith(question) ? plain(text).slice(question.length) : text;
}

/** The options that are ticked, or that are left of those to be deleted, joined by `、`. */
function ticked({ options, boxes }: Extract<CellFill, { kind: "ticks" }>, text: string): string | null {
  const words = plain(text);
  const own = options.find((option) => plain(option) === words.replace(/[√✓✔☑☒■●◉▣◼⬛✅□☐○◯()]/g, ""));
  if (own !== undefined && !BOX.test(text)) return own;
  const places = placesOf(options.map(plain), words);
  const there = places.flatMap((at, i) => (at === null ? [] : [{ option: options[i]!, ...at }]));
  if (there.length === 0) return TICK.test(text) || BOX.test(text) ? "" : null;
  const isAfter = boxes === "after" || (boxes === "none" && !TICK.test(words.slice(0, there[0]!.start)));
  const marked = there.filter(({ start, end }, i) =>
    TICK.test(
      isAfter
        ? words.slice(end, there[i + 1]?.start ?? words.length)
        : words.slice(there[i - 1]?.end ?? 0, start),
    ),
  );
  if (marked.length > 0) return marked.map(({ option }) => option).join("、");
  return boxes === "none" && there.length < options.length
    ? there.map(({ option }) => option).join("、")
    : "";
}

/** Where each option is, one behind the other; null for one that is gone. */
function placesOf(options: readonly string[], text: string): ({ start: number; end: number } | null)[] {
  let from = 0;
  return options.map((option) => {
    const start = text.indexOf(option, from);
    if (start < 0) return null;
    from = start + option.length;
    return { start, end: from };
  });
}

function inGap(index: number, holds: string, text: string): string | null {
  const parts = partsAroundGaps(holds)?.map(plain) ?? [];
  const words = plain(text);
  let from = 0;
  const cuts: { start: number; end: number }[] = [];
  for (const part of parts) {
    const start = part === "" && cuts.length > 0 ? words.length : words.indexOf(part, from);
    if (start < 0) return parts.length === 2 && !/\p{Script=Han}/u.test(words) ? words : null;
    from = start + part.length;
    cuts.push({ start, end: from });
  }
  const [before, after] = [cuts[index], cuts[index + 1]];
  return before && after ? words.slice(before.end, after.start).replace(/^_+|_+$/g, "") : null;
}

/** The blank's text with what is known in its gaps. */
export function filledText(holds: string, values: readonly (string | null)[]): string {
  const parts = partsAroundGaps(holds) ?? [holds];
  return parts.map((part, i) => (i === 0 ? part : `${values[i - 1] ?? "____"}${part}`)).join("");
}

/** Is it one of several items in the cell, and not the first? The first one stands for it. */
export function isFurtherFill({ fill }: Pick<OwnCell, "fill">): boolean {
  if (fill === undefined) return false;
  return fill.kind === "gap" ? fill.index > 0 : fill.option !== undefined;
}

function plain(text: string): string {
  return fold(text).replace(/\s+/g, "");
}
