/** Which unit a single sheet says it is: by its caption 填报单位, or by the cover's lines. */
import type { Unit } from "../../template/template";
import type { Place } from "../../findings/finding";
import type { Cell } from "../../workbook/workbook";
import { place } from "../grid";
import { compact, rawText } from "../normalise/clean";
import { periodNamed } from "../../workbook/period";
import { textAtCaption } from "../own/captions";
import type { TemplateVocabulary } from "../template-vocabulary";
import { unitNamed } from "../template-vocabulary";
import type { KnownSheet } from "./known-sheet";

export interface Caption {
  readonly text: string;
  readonly unit: Unit | null;
  readonly place: Place;
}

const CAPTION = /^(?:填报|报送|上报)?单位(?:名称)?(?:\(盖章\)|\(公章\))?[:：](.*)$/s;
const HEAD_ROWS = 12;
/** Title, form number, unit and year are in the first rows, even under a line of the unit's own. */
const CAPTION_ROWS = 5;
/** Longer texts in the head of a sheet are neither captions nor titles. */
const LONGEST_CAPTION = 300;

/** 填报单位（盖章）：台上镇 2020 年度; null where the sheet has no such caption, or nothing behind it. */
export function captionOf({ grid, target }: KnownSheet, words: TemplateVocabulary): Caption | null {
  const own = target?.kind === "own" ? target.layout.sheet.unit : undefined;
  if (own) {
    const said = textAtCaption(grid, own, (text) => unitNamed(words, text) !== null);
    return said && { text: said.text, unit: unitNamed(words, said.text), place: said.place };
  }
  let seen = 0;
  for (const cells of grid.rows.values()) {
    if (++seen > HEAD_ROWS) return null;
    for (const [i, cell] of cells.entries()) {
      if (typeof cell.value !== "string" || !cell.value.includes("单")) continue;
      const match = CAPTION.exec(compact(rawText(cell)));
      if (!match) continue;
      const next = cells[i + 1];
      const text = match[1] || (next ? rawText(next).trim() : "");
      if (text === "") continue;
      return { text, unit: unitNamed(words, text), place: place(grid, cell.row, cell.column) };
    }
  }
  return null;
}

/** What is written at the place for the period; null where the sheet has none, or nothing is. */
export function ownPeriodOf({ grid, target }: KnownSheet): string | null {
  const caption = target?.kind === "own" ? target.layout.sheet.period : undefined;
  const said = caption && textAtCaption(grid, caption, (text) => periodNamed(text) !== null);
  return said ? periodNamed(said.text) : null;
}

/** The caption 2019 年度 above a form, alone in its cell or behind the unit's name; null where there is none. */
export function yearCaptionOf({ grid }: KnownSheet): { readonly year: string; readonly place: Place } | null {
  let seen = 0;
  for (const cells of grid.rows.values()) {
    if (++seen > CAPTION_ROWS) return null;
    for (const cell of cells) {
      if (!isShortText(cell) || !cell.value.includes("度")) continue;
      const year = /^(?:.*单位.*[:：].*?)?(20\d{2})年?度$/s.exec(compact(rawText(cell)))?.[1];
      if (year !== undefined) return { year, place: place(grid, cell.row, cell.column) };
    }
  }
  return null;
}

function isShortText(cell: Cell): cell is Cell & { readonly value: string } {
  return typeof cell.value === "string" && cell.value.length <= LONGEST_CAPTION;
}

/** `2020` from a caption 2020 年度 or a title; null where the head names no year, or two. */
export function yearOf({ grid }: KnownSheet): string | null {
  const years = new Set<string>();
  let seen = 0;
  for (const cells of grid.rows.values()) {
    if (++seen > HEAD_ROWS) break;
    for (const cell of cells) {
      if (!isShortText(cell) || !/20\d\d/.test(cell.value)) continue;
      const year = /(?:^|\D)(20\d{2})年?度(?!.*有效期)/.exec(compact(rawText(cell)))?.[1];
      if (year !== undefined) years.add(year);
    }
  }
  return years.size === 1 ? [...years][0]! : null;
}
