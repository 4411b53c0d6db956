/** Which sheet is which form or list: by embedded identity, else by codes and labels, helped by names and titles. */
import { parseIdentity, type Identity } from "../../template/identity";
import { textsOnSheet } from "../../workbook/cells";
import type { Workbook } from "../../workbook/workbook";
import { openGrid, type Grid } from "../grid";
import { labelOf, type Label } from "../labels";
import { compact, rawText } from "../normalise/clean";
import type { FormTarget, ListTarget, Target, TemplateVocabulary } from "../template-vocabulary";
import { anchorRows, linesNamed } from "../align/anchors";
import type { KnownSheet } from "./known-sheet";
import { withOwnForms } from "../own/recognise-own";
import { partCopies, partTables } from "./tables";

/** Below this share of a form's lines or a list's columns, a sheet's content says nothing by itself. */
const CONTENT_ALONE = 0.4;
const CONTENT_WITH_NAME = 0.15;

export function recogniseSheets(
  workbook: Workbook,
  file: string | null,
  words: TemplateVocabulary,
): KnownSheet[] {
  const own = words.targets.filter((target) => target.kind === "own");
  const grids = workbook.sheets.map((sheet) => openGrid(sheet, file));
  const sheets = withOwnForms(
    grids.map((grid) => recogniseSheet(grid, words)),
    own,
  );
  const found = new Set(sheets.map(({ target }) => target));
  const missing = words.targets.filter((target) => !found.has(target) && !isCover(target)).filter(isOurs);
  const parts = missing.length === 0 ? sheets : sheets.flatMap((sheet) => partTables(sheet, missing));
  return withContinuations(parts.flatMap(partCopies), words);
}

/** Sheets that hold nothing but lines of a form whose own sheet lacks them, with or without a head. */
function withContinuations(sheets: readonly KnownSheet[], words: TemplateVocabulary): KnownSheet[] {
  return sheets.map((sheet) => {
    if (sheet.target || sheet.identity || sheet.grid.rows.size > MOST_ROWS) return sheet;
    const target = words.targets.find(
      (each) => each.kind === "form" && each.form.layout === "table" && continues(sheet, each, sheets),
    );
    return target ? { ...sheet, target, continues: true } : sheet;
  });
}

/** A form has no more lines on one sheet. */
const MOST_ROWS = 400;

function continues({ grid }: KnownSheet, target: FormTarget, sheets: readonly KnownSheet[]): boolean {
  const named = linesNamed(grid, target);
  if (named.size === 0) return false;
  const main = sheets.find((each) => each.target === target);
  if (!main) return false;
  const there = new Set(anchorRows(main.grid, target).rows.map(({ indicator }) => indicator.code));
  return [...named].every((code) => !there.has(code));
}

function isOurs(target: Target): target is FormTarget | ListTarget {
  return target.kind !== "own";
}

function isCover(target: Target): boolean {
  return target.kind === "form" && target.form.layout === "cover";
}

function recogniseSheet(grid: Grid, words: TemplateVocabulary): KnownSheet {
  const identity = identityOf(grid);
  const id = identity?.template === words.template.id ? (identity.form ?? identity.list) : null;
  const target = words.targets.find((t) => t.id === id) ?? targetByContent(grid, words);
  return { grid, identity, target };
}

/** The form or list that most of the sheet's words belong to; its name and title help where words were changed. */
function targetByContent(grid: Grid, { targets }: TemplateVocabulary): Target | null {
  const texts = textsOf(grid);
  let best: { target: Target; score: number } | null = null;
  for (const target of targets) {
    if (target.kind === "own") continue;
    const content = target.kind === "form" ? formShare(target, texts) : listShare(target, texts);
    if (content < CONTENT_WITH_NAME) continue;
    const named = isNamed(grid, target, texts);
    const score = content + (named ? 0.3 : 0);
    if ((named || content >= CONTENT_ALONE) && score > (best?.score ?? 0)) best = { target, score };
  }
  return best?.target ?? null;
}

function identityOf(grid: Grid): Identity | null {
  for (const text of textsOnSheet(grid.sheet)) {
    if (!text.includes("#")) continue;
    const identity = parseIdentity(text);
    if (identity) return identity;
  }
  return null;
}

interface Texts {
  /** Every text of the sheet once, folded; `inline` is the part before a colon, as covers have it. */
  readonly all: readonly { readonly text: string; readonly label: Label; readonly inline: Label | null }[];
  /** The first rows' texts, folded, row by row: titles, 表号, headings. */
  readonly head: readonly (readonly Label[])[];
}

const HEAD_ROWS = 15;

function textsOf(grid: Grid): Texts {
  const head: Label[][] = [];
  for (const cells of grid.rows.values()) {
    if (head.length === HEAD_ROWS) break;
    head.push(cells.flatMap((cell) => labelOf(rawText(cell)) ?? []));
  }
  const all = textsOnSheet(grid.sheet).flatMap((text) => {
    const label = labelOf(text);
    const colon = text.search(/[:：]/);
    return label
      ? [{ text: text.trim(), label, inline: colon > 0 ? labelOf(text.slice(0, colon)) : null }]
      : [];
  });
  return { all, head };
}

/** How many of the form's lines the sheet names, by code or by label. */
function formShare(target: FormTarget, { all }: Texts): number {
  const found = new Set<string>();
  const inlineToo = target.form.layout === "cover";
  for (const { text, label, inline } of all) {
    const indicator =
      target.codes.get(text) ??
      target.labels.meaning(label) ??
      (inlineToo && inline ? target.labels.meaning(inline) : null);
    if (indicator) found.add(indicator.code);
  }
  return found.size / Math.max(1, target.form.indicators.length);
}

/** How many of the list's columns the best single row names. */
function listShare({ list, layout: { headings } }: ListTarget, { head }: Texts): number {
  let best = 0;
  for (const row of head) {
    const named = new Set(row.flatMap((label) => headings.named(label)[0] ?? headings.synonym(label) ?? []));
    best = Math.max(best, named.size);
  }
  return best < 2 ? 0 : best / list.columns.length;
}

/** By the sheet's name, 表号 or, on a list, its id with its title. */
function isNamed(grid: Grid, target: FormTarget | ListTarget, { head }: Texts): boolean {
  const id = compact(target.id);
  const name = compact(grid.sheet.name);
  if (name.includes(id) || name.includes(compact(target.title))) return true;
  return head
    .slice(0, 8)
    .some((row) =>
      row.some(
        ({ plain }) =>
          plain.includes(`${id}表`) || (target.kind === "list" && plain.includes(id + target.title)),
      ),
    );
}
