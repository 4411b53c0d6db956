/** Intake: a workbook → what its unit, or units, reported. */
import type { CheckCode } from "../findings/catalogue";
import type { Identity } from "../template/identity";
import { productOf } from "../template/product-signatures";
import type { Template, Unit } from "../template/template";
import { parseA1 } from "../workbook/address";
import { textsOnSheet } from "../workbook/cells";
import type { Workbook } from "../workbook/workbook";
import { checkComputed } from "./align/computed";
import { otherTextBoxes } from "./align/seen";
import { extraSheets } from "./align/sheets";
import type { Finding } from "../findings/finding";
import { shapeFinding } from "./findings";
import { withLabels } from "./off-template";
import { PLAIN_SETTINGS, type ReadSettings } from "./normalise";
import { readCover, readSheets } from "./read-workbook";
import { groupSheets, type SheetGroup } from "./recognise/groups";
import type { KnownSheet } from "./recognise/known-sheet";
import { recogniseSheets } from "./recognise/sheets";
import { repairsByCell, type Repair } from "../findings/repair";
import { otherYears, periodOf, unitInPath, identifyUnit } from "./recognise/identify-unit";
import type { Submission } from "./submission";
import { templateVocabulary, type TemplateVocabulary } from "./template-vocabulary";

export interface Source {
  /** Path of the file; null for the open workbook. */
  readonly file: string | null;
  /** Codes of findings (D33, D37, D40) that somebody confirmed for this file. */
  readonly confirmed?: ReadonlySet<CheckCode>;
  /** What the county reads otherwise than it is in this file. */
  readonly repairs?: readonly Repair[];
}

/**
 * Recognises the workbook's sheets, aligns them with the template and reads every entry cell once.
 * One submission for each unit found, usually one. A workbook in which nothing of the template is found gives one
 * submission without a unit and a D01.
 */
export function readSubmissions(workbook: Workbook, source: Source, template: Template): Submission[] {
  const words = templateVocabulary(template);
  const product = productOf(workbook);
  if (product) return [wrongWorkbook(null, { variant: product }, source, words)];
  const sheets = recogniseSheets(workbook, source.file, words);
  if (!sheets.some((sheet) => sheet.target)) {
    const identity = sheets.find((sheet) => sheet.identity)?.identity ?? null;
    const wrong = wrongWorkbook(identity, { found: titleOf(sheets) }, source, words);
    return [{ ...wrong, findings: [...losses(workbook, source), ...wrong.findings] }];
  }
  const groups = groupSheets(sheets, words);
  return groups.map((group, i) => readGroup(group, groups, i === 0, workbook, source, words));
}

/** The unit that a file's name names, or its zip's, for files that cannot be read; null where neither does. */
export function unitFromFileName(file: string, template: Template): Unit | null {
  return unitInPath(file, templateVocabulary(template));
}

function readGroup(
  group: SheetGroup,
  groups: readonly SheetGroup[],
  first: boolean,
  workbook: Workbook,
  source: Source,
  words: TemplateVocabulary,
): Submission {
  const { sheets } = group;
  const before = {
    ...PLAIN_SETTINGS,
    date1904: workbook.date1904,
    untyped: workbook.format === "csv",
    confirmed: source.confirmed ?? new Set<CheckCode>(),
    repairs: repairsByCell(source.repairs ?? []),
  };
  const early = readCover(sheets, before).cover;
  const { unit, evidence, findings } = identifyUnit(sheets, early, source.file, group.unit, words);
  const period = periodOf(sheets, early, source.file, words);
  const settings: ReadSettings = { ...before, year: period === null ? null : Number(period.slice(0, 4)) };
  const cover = readCover(sheets, settings);
  const context = { settings, unit, kind: unit?.kind ?? null, several: groups.length > 1 };
  const read = readSheets(sheets, unit, context, words);
  const extra = extraSheets(sheets, words.template);
  const { forms, grids, disturbed, lists } = read;
  const computed = checkComputed(words, forms, grids, disturbed, unit?.kind ?? null, lists);
  const lost = first ? losses(workbook, source) : [];
  const all = [
    ...lost,
    ...(groups.length > 1 ? [severalUnits(groups, source)] : []),
    ...extra.findings,
    ...(first ? protection(workbook, source) : []),
    ...findings,
    ...otherYears(sheets, period),
    ...cover.findings,
    ...computed.settle(read.findings),
    ...computed.findings,
    ...otherTextBoxes(sheets, [...cover.findings, ...read.findings]),
  ];
  const identity = sheets.find((sheet) => sheet.identity)?.identity ?? null;
  return {
    file: source.file,
    unit,
    evidence,
    templateId:
      identity?.template ?? (cover.cover.size > 0 || read.forms.size > 0 ? words.template.id : null),
    templateVersion: identity?.version ?? null,
    period,
    cover: cover.cover,
    forms: computed.forms,
    lists: read.lists,
    offTemplate: withLabels(
      [...read.offTemplate, ...extra.offTemplate],
      sheets.map(({ grid }) => grid),
    ),
    findings: recomputedOnce(all).map((finding) => ({ ...finding, unit: unit?.name ?? null })),
  };
}

/**
 * D17: a program that saves no results leaves them out everywhere: one note for the file, at the first cell that shows
 * nothing. A cell that shows another number than the one that counts has a note of its own.
 */
function recomputedOnce(findings: readonly Finding[]): Finding[] {
  const isRecomputed = ({ code, class: findingClass, values }: Finding): boolean =>
    code === "D17" && findingClass === "note" && (values?.raw ?? "") === "";
  const all = findings.filter(isRecomputed);
  const [first] = all;
  if (first === undefined || all.length === 1) return [...findings];
  const params = { ...first.params, variant: "recomputedAll", count: all.length };
  return findings.flatMap((finding) => {
    if (!isRecomputed(finding)) return [finding];
    return finding === first ? [{ ...first, params }] : [];
  });
}

/** D01: nothing of the template is in it, or it is one that the program wrote for the county itself. */
function wrongWorkbook(
  identity: Identity | null,
  found: Finding["params"],
  { file }: Source,
  { template }: TemplateVocabulary,
): Submission {
  const isEmpty = template.forms.length === 0 && template.lists.length === 0;
  const params = { ...found, wanted: template.name, ...(isEmpty ? { variant: "emptyTemplate" } : {}) };
  return {
    file,
    unit: null,
    evidence: [],
    templateId: identity?.template ?? null,
    templateVersion: identity?.version ?? null,
    period: null,
    cover: new Map(),
    forms: new Map(),
    lists: new Map(),
    offTemplate: [],
    findings: [shapeFinding("D01", "mustFix", { file, sheet: null, cell: null }, params)],
  };
}

/** The first words that a reader would see. */
function titleOf(sheets: readonly KnownSheet[]): string | null {
  const visible = sheets.find(
    ({ grid }) => grid.sheet.visibility === "visible" && grid.sheet.cells.count > 0,
  );
  const title = visible && textsOnSheet(visible.grid.sheet).find((text) => text.trim() !== "");
  return title?.trim().slice(0, 40) ?? visible?.grid.sheet.name ?? null;
}

function severalUnits(groups: readonly SheetGroup[], { file }: Source): Finding {
  const units = groups.map((group) => group.unit?.name ?? "").join("、");
  const isOwn = groups.every(({ sheets }) => sheets.every(({ target }) => !target || target.kind === "own"));
  // An office may keep one sheet for each unit; of the built-in forms each unit sends a file of its own.
  const params = { units, count: groups.length, ...(isOwn ? { variant: "sheets" } : {}) };
  return shapeFinding("D13", isOwn ? "note" : "explain", { file, sheet: null, cell: null }, params);
}

const CLASS_OF_LOSS = {
  noSheet: "explain",
  sheet: "mustFix",
  cell: "explain",
  twice: "explain",
  part: "note",
} as const;

/** F07: what of the file could not be read while the rest was. */
function losses(workbook: Workbook, { file }: Source): Finding[] {
  return (workbook.losses ?? []).map(({ what, sheet, cell, part, more }) => {
    const params = { variant: more > 0 ? `${what}More` : what, sheet, at: cell, part, more };
    const place = { file, sheet, cell: cell !== null && parseA1(cell) ? cell : null };
    return { ...shapeFinding("F07", CLASS_OF_LOSS[what], place, params), params };
  });
}

/** D07: the workbook is protected beyond what the template does; it was read all the same. */
function protection({ structureProtected }: Workbook, { file }: Source): Finding[] {
  return structureProtected ? [shapeFinding("D07", "note", { file, sheet: null, cell: null })] : [];
}
