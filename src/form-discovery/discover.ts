/** An office's blank → its forms: which cells are to be filled, which are computed, and what must be asked. */
import type { DetailList, Form } from "../template/template";
import type { OfficeCell } from "../workbook/plan";
import { sheetHash } from "../workbook/content-hash";
import type { Workbook } from "../workbook/workbook";
import { compute, dropFaulty } from "./computed-items";
import type { DraftForm, DraftTable } from "./draft";
import { draftOf, type NoForm } from "./draft-form";
import { questionsOf } from "./doubts";
import { tidy } from "./grid";
import { faultyItems } from "./faulty-items";
import { nameItems } from "./item-keys";
import { nameLists } from "./draft-list";
import { detailList, formOf } from "./own-form";
import { endNamed } from "./periods";
import { personalCells } from "./personal-cells";
import type { Question } from "./question";
import { nameOfUnit } from "./unit-lines";
import { bare } from "./words";

export interface Discovery {
  readonly forms: readonly Form[];
  /** The lists on them. */
  readonly lists: readonly DetailList[];
  /** In the order of the sheets and rows. */
  readonly questions: readonly Question[];
  /** Names of lines that each one unit fills. */
  readonly unitsInLines: readonly string[];
  readonly others: readonly { readonly sheet: string; readonly why: NoForm; readonly hash: string }[];
  /** Cells of the blank that hold what is a person's, as they are to be: names behind signatures, personal columns. */
  readonly personal: readonly { readonly sheet: string; readonly cells: readonly OfficeCell[] }[];
}

export interface DiscoveryOptions {
  /** What the forms are to be filled for, `2026-06`. */
  readonly period?: string | null;
  /** The names of those who fill them. */
  readonly units?: readonly string[];
  /** Did staff give these names, and not only some copies? */
  readonly areUnitsGiven?: boolean;
  /** Did units write words or days into this cell? */
  readonly isWordy?: (sheet: string, row: number, column: number) => boolean;
  /** Did units write numbers into this cell? */
  readonly isNumeric?: (sheet: string, row: number, column: number) => boolean;
  /** The few words that units wrote in the column of a list below this cell, again and again. */
  readonly choicesBelow?: (sheet: string, row: number, column: number) => readonly string[] | undefined;
}

export function discoverForms(
  workbook: Workbook,
  {
    period,
    units = [],
    areUnitsGiven = units.length > 0,
    isWordy = () => false,
    isNumeric = () => false,
    choicesBelow = () => undefined,
  }: DiscoveryOptions = {},
): Discovery {
  const month = endNamed(period ?? "");
  const names = new Set(units.map((name) => bare(tidy(name))));
  const drafts: DraftForm[] = [];
  const others: { sheet: string; why: NoForm; hash: string }[] = [];
  for (const sheet of workbook.sheets) {
    const draft = draftOf(sheet, {
      period: month,
      units: names,
      areUnitsGiven,
      isWordy: (row, column) => isWordy(sheet.name, row, column),
      isNumeric: (row, column) => isNumeric(sheet.name, row, column),
      choicesBelow: (row, column) => choicesBelow(sheet.name, row, column),
    });
    if (typeof draft === "string") others.push({ sheet: sheet.name, why: draft, hash: sheetHash(sheet) });
    else drafts.push(draft);
  }
  nameItems(drafts);
  nameLists(drafts);
  compute(drafts);
  let forms = drafts.map(formOf);
  // What the rule language does not understand, or rests on itself, would make a template that cannot be read.
  const lists = drafts.flatMap((draft) => draft.lists.map(detailList));
  if (dropFaulty(drafts, faultyItems(forms, lists))) forms = drafts.map(formOf);
  return {
    forms,
    lists,
    questions: drafts.flatMap(questionsOf),
    unitsInLines: drafts.flatMap(({ tables }) => tables.flatMap(unitsInLines)),
    others,
    personal: drafts.map(({ grid, tables, lists }) => ({
      sheet: grid.sheet.name,
      cells: personalCells(grid, tables, lists),
    })),
  };
}

function unitsInLines({ unitLines }: DraftTable): string[] {
  return (unitLines?.lines ?? []).flatMap(({ line, sums }) => (sums === null ? [nameOfUnit(line)] : []));
}
