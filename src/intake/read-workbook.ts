/** One unit's sheets, aligned with the template: covers, forms, lists, and what is left over. */
import type { Unit } from "../template/template";
import type { Finding } from "../findings/finding";
import { shapeFinding } from "./findings";
import { sheetPlace, type Grid } from "./grid";
import { alignCover, type AlignedCover } from "./align/cover";
import type { AlignContext } from "./align/context";
import { alignForm, type AlignedForm } from "./align/form";
import { alignOwn } from "./own/align-own";
import { alignList } from "./lists/align-list";
import { byTarget, sheetFindings, type TargetSheets } from "./align/sheets";
import type { KnownSheet } from "./recognise/known-sheet";
import { yearCaptionOf } from "./recognise/own-unit";
import {
  continued,
  continuedForm,
  copied,
  differences,
  entriesOf,
  joinedLists,
  linesOfOther,
  recordsAside,
  repeatedRecords,
  repeats,
  setAside,
  unused,
} from "./further-sheets";
import type { ReadSettings } from "./normalise";
import type { FormReading, ListReading, ListRow, OffTemplate } from "./submission";
import type { FormTarget, ListTarget, OwnTarget, TemplateVocabulary } from "./template-vocabulary";

export interface ReadSheets {
  readonly forms: Map<string, FormReading>;
  readonly lists: Map<string, ListReading>;
  readonly offTemplate: OffTemplate[];
  readonly findings: Finding[];
  /** The sheets that were read, by name. */
  readonly grids: Map<string, Grid>;
  /** Names of sheets with rows of the unit's own. */
  readonly disturbed: Set<string>;
}

/** The cover is read first: it helps to identify the unit of the rest. */
export function readCover(sheets: readonly KnownSheet[], settings: ReadSettings): AlignedCover {
  for (const { target, main } of byTarget(sheets)) {
    if (target.kind !== "form" || target.form.layout !== "cover") continue;
    return alignCover(main.grid, target, settings);
  }
  return { cover: new Map(), findings: [] };
}

export function readSheets(
  sheets: readonly KnownSheet[],
  unit: Unit | null,
  context: AlignContext,
  words: TemplateVocabulary,
): ReadSheets {
  const read: ReadSheets = {
    forms: new Map(),
    lists: new Map(),
    offTemplate: [],
    findings: [],
    grids: new Map(),
    disturbed: new Set(),
  };
  for (const sheetsOfOne of byTarget(sheets)) {
    const { target } = sheetsOfOne;
    const group = target.kind === "list" ? sheetsOfOne : filledFirst(sheetsOfOne, target, context);
    read.findings.push(...sheetFindings(group, context));
    if (target.kind === "list") readList(group, target, context, read);
    else if (target.kind === "form" && target.form.layout === "cover")
      readCoverCopies(group, target, context, read);
    else readForm(group, target, context, read);
  }
  read.findings.push(...missingLists(unit, read.lists, words, sheets));
  return read;
}

/** Who fills in a copy and leaves the sheet as it was issued means the copy. */
function filledFirst(all: TargetSheets, target: FormTarget | OwnTarget, context: AlignContext): TargetSheets {
  const group = ofThisYear(all, context);
  const isFilled = ({ grid }: KnownSheet): boolean =>
    holdsFigures(align(grid, target, true, context).reading);
  if (group.others.length === 0 || target.form.layout === "cover" || isFilled(group.main)) return group;
  const main = group.others.find(isFilled);
  if (!main) return group;
  return { target, main, others: [group.main, ...group.others.filter((other) => other !== main)] };
}

/** Of several tables of a form, one under another year's caption is not the one to be read. */
function ofThisYear(group: TargetSheets, { settings: { year } }: AlignContext): TargetSheets {
  const isOther = (sheet: KnownSheet): boolean => {
    const stated = yearCaptionOf(sheet)?.year;
    return stated !== undefined && year !== null && stated !== String(year);
  };
  const main = isOther(group.main) ? group.others.find((sheet) => !isOther(sheet)) : undefined;
  if (!main) return group;
  return { ...group, main, others: [group.main, ...group.others.filter((other) => other !== main)] };
}

function align(
  grid: Grid,
  target: FormTarget | OwnTarget,
  issued: boolean,
  context: AlignContext,
  main: Grid | null = null,
): AlignedForm {
  return target.kind === "own"
    ? alignOwn(grid, target, context, main)
    : alignForm(grid, target, issued, context, main);
}

/** Did somebody fill in anything of this year? */
function holdsFigures(reading: FormReading | null): boolean {
  return [...(reading?.lines.values() ?? [])].some(
    ({ current }) => current.state !== "blank" && current.formula === undefined,
  );
}

/** The first cover counts; of another one everything is set aside. */
function readCoverCopies(
  { main, others }: TargetSheets,
  target: FormTarget,
  { settings }: AlignContext,
  read: ReadSheets,
): void {
  const own = alignCover(main.grid, target, settings).cover;
  for (const other of others) {
    const { cover } = alignCover(other.grid, target, settings);
    read.offTemplate.push(...setAside([...cover.values()], false));
    read.findings.push(copied(other, target, differences(own, cover), main));
  }
}

function readForm(
  { main, others }: TargetSheets,
  target: FormTarget | OwnTarget,
  context: AlignContext,
  read: ReadSheets,
): void {
  const aligned = align(main.grid, target, main.identity !== null, context);
  const name = main.grid.sheet.name;
  if (aligned.findings.some(({ code, params }) => code === "D19" && "label" in params))
    read.disturbed.add(name);
  read.grids.set(name, main.grid);
  read.offTemplate.push(...aligned.offTemplate);
  let reading = aligned.reading;
  let findings = aligned.findings;
  let lists = aligned.lists ?? [];
  for (const other of others) {
    let copy = align(other.grid, target, true, context, main.grid);
    read.offTemplate.push(...repeatedRecords(lists, copy, target));
    const joined = joinedLists(lists, copy, other, target);
    if (joined) {
      lists = joined.lists;
      findings = [...findings, ...joined.findings];
      copy = joined.rest;
      read.grids.set(other.grid.sheet.name, other.grid);
    }
    const more = reading && copy.reading && linesOfOther(reading, copy.reading);
    read.offTemplate.push(...copy.offTemplate);
    if (reading && copy.reading && more && more.size > 0) {
      const replaced = new Map([...reading.lines].filter(([code]) => more.has(code)));
      read.offTemplate.push(...unused({ ...reading, lines: replaced }, new Map()));
      reading = { ...reading, lines: new Map([...reading.lines, ...more]) };
      const isOpen = ({ code, indicator }: Finding): boolean => code !== "D21" || !more.has(indicator ?? "");
      findings = [...findings.filter(isOpen), ...continuedForm(other, target, copy, more)];
      read.offTemplate.push(...unused(copy.reading, more));
      read.grids.set(other.grid.sheet.name, other.grid);
      continue;
    }
    read.offTemplate.push(...unused(copy.reading, new Map()));
    if (holdsFigures(copy.reading) || (copy.reading === null && copy.offTemplate.length > 0))
      findings = [
        ...findings,
        copied(other, target, differences(entriesOf(reading), entriesOf(copy.reading)), main),
      ];
  }
  for (const { reading: list } of lists) read.lists.set(list.list, list);
  const items = lists.flatMap(({ reading: { rows }, linesOf }) => linesOf(rows));
  if (reading) {
    const lines = new Map([...reading.lines, ...items.map((line) => [line.code, line] as const)]);
    read.forms.set(target.id, { ...reading, lines });
  }
  read.findings.push(...findings);
}

/** A second sheet with the same head carries the list on (D30), unless it only repeats the first (D18). */
function readList(
  { main, others }: TargetSheets,
  target: ListTarget,
  context: AlignContext,
  read: ReadSheets,
): void {
  const first = alignList(main.grid, target, main.identity !== null, context);
  read.offTemplate.push(...first.offTemplate);
  read.findings.push(...first.findings);
  read.grids.set(main.grid.sheet.name, main.grid);
  let rows: readonly ListRow[] = first.reading?.rows ?? [];
  for (const other of others) {
    const more = alignList(other.grid, target, false, context);
    const added = more.reading?.rows ?? [];
    read.offTemplate.push(...more.offTemplate);
    if (added.length > 0 && repeats(rows, added)) {
      read.offTemplate.push(...recordsAside(target.list, added));
      read.findings.push(copied(other, target, 0, main));
    } else if (added.length > 0) {
      rows = [...rows, ...added];
      read.findings.push(...more.findings, continued(other, target, added));
    }
  }
  if (first.reading) read.lists.set(target.id, { ...first.reading, rows });
}

/** D18: a list that the unit must send is not there, or has lost its head; of the forms S02 and D20 say the same. */
function missingLists(
  unit: Unit | null,
  lists: ReadonlyMap<string, ListReading>,
  { template }: TemplateVocabulary,
  sheets: readonly KnownSheet[],
): Finding[] {
  if (!unit) return [];
  const file = sheets[0]?.grid.file ?? null;
  return template.lists
    .filter((list) => !list.optional && list.fills.includes(unit.kind) && !lists.has(list.id))
    .map(({ id, title }) => {
      const sheet = sheets.find(({ target }) => target?.id === id);
      const where = sheet ? sheetPlace(sheet.grid) : { file, sheet: null, cell: null };
      return shapeFinding("D18", "mustFix", where, { variant: sheet ? "headless" : "deleted", id, title });
    });
}
