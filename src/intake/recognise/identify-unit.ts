/** Whose workbook it is and of which year: identity, cover, alias, captions, file name, in that order, with the evidence. */
import type { Unit } from "../../template/template";
import { wantsPeriod } from "../../template/template-index";
import { KIND_WORDS } from "../../template/words";
import { yearOrHalfNamed } from "../../workbook/period";
import type { Finding } from "../../findings/finding";
import { shapeFinding } from "../findings";
import { unitOfFilledLine } from "../own/align-own";
import type { Entry } from "../submission";
import type { TemplateVocabulary } from "../template-vocabulary";
import { fold } from "../../workbook/fold";
import { captionOf, ownPeriodOf, yearCaptionOf, yearOf, type Caption } from "./own-unit";
import type { KnownSheet } from "./known-sheet";

export interface UnitIdentity {
  readonly unit: Unit | null;
  readonly evidence: readonly string[];
  readonly findings: readonly Finding[];
}

interface Witness {
  readonly by: string;
  readonly unit: Unit;
}

/**
 * @param cover the cover's lines as read, by code
 * @param split the unit that the sheets of a parted workbook say they are
 */
export function identifyUnit(
  sheets: readonly KnownSheet[],
  cover: ReadonlyMap<string, Entry>,
  file: string | null,
  split: Unit | null,
  words: TemplateVocabulary,
): UnitIdentity {
  const captions = sheets.flatMap((sheet) => (sheet.target ? (captionOf(sheet, words) ?? []) : []));
  const fileUnit = file === null ? null : (words.units.within(baseName(file))?.unit ?? null);
  const witnesses: Witness[] = [
    ...(split ? [{ by: "layout", unit: split }] : witness("identity", identityUnit(sheets, words))),
    ...coverWitness(cover, words),
    ...witness("layout", mostNamed(captions)),
    ...(split ? [] : witness("fileName", fileUnit ?? unitInPath(file, words))),
    ...(split ? [] : witness("layout", unitOfSheetNames(sheets, words))),
  ];
  if (witnesses.length === 0) witnesses.push(...witness("layout", unitOfLines(sheets)));
  const unit = witnesses[0]?.unit ?? null;
  const agreeing = witnesses.filter((w) => w.unit === unit).map((w) => w.by);
  const evidence = [...new Set([...agreeing, ...(sheets.some(isFoundByContent) ? ["layout"] : [])])];
  const findings = unit ? disagreements(unit, cover, captions, file, split ? null : fileUnit, words) : [];
  return { unit, evidence, findings };
}

/** The unit that the file's name names, else the nearest folder's or zip's; null where none does. */
export function unitInPath(file: string | null, { units }: TemplateVocabulary): Unit | null {
  const steps = (file ?? "").split(/[\\/]/).reverse();
  for (const step of steps) {
    const named = units.within(baseName(step));
    if (named) return named.unit;
  }
  return null;
}

/** Sheets of an office's own form that are called after their unit. */
function unitOfSheetNames(sheets: readonly KnownSheet[], { units }: TemplateVocabulary): Unit | null {
  const own = sheets.filter(({ target }) => target?.kind === "own");
  return mostFrequent(own.flatMap(({ grid }) => units.within(grid.sheet.name)?.unit ?? []));
}

/** The unit that filled its line in forms that go whole to every unit. */
function unitOfLines(sheets: readonly KnownSheet[]): Unit | null {
  return mostFrequent(
    sheets.flatMap(({ grid, target }) =>
      target?.kind === "own" ? (unitOfFilledLine(grid, target) ?? []) : [],
    ),
  );
}

function witness(by: string, unit: Unit | null): Witness[] {
  return unit ? [{ by, unit }] : [];
}

function isFoundByContent({ target, identity }: KnownSheet): boolean {
  return target !== null && identity === null;
}

function identityUnit(sheets: readonly KnownSheet[], words: TemplateVocabulary): Unit | null {
  const codes = sheets.flatMap(({ identity }) =>
    identity?.template === words.template.id ? (identity.unit ?? []) : [],
  );
  const code = mostFrequent(codes);
  return words.template.units.find((unit) => unit.code === code) ?? null;
}

function mostNamed(captions: readonly Caption[]): Unit | null {
  return mostFrequent(captions.flatMap((caption) => caption.unit ?? []));
}

function mostFrequent<T>(things: readonly T[]): T | null {
  const counts = new Map<T, number>();
  for (const thing of things) counts.set(thing, (counts.get(thing) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** The cover names a unit by its code or its name; a name that is only an alias is weaker, and says so. */
function coverWitness(cover: ReadonlyMap<string, Entry>, words: TemplateVocabulary): Witness[] {
  const { byCode, byName, alias } = coverUnits(cover, words);
  if (byName && !alias) return [{ by: "cover", unit: byName }];
  return [...witness("cover", byCode), ...witness("alias", byName)];
}

interface CoverUnits {
  readonly byCode: Unit | null;
  readonly byName: Unit | null;
  readonly alias: boolean;
  readonly name: Entry | null;
  readonly code: Entry | null;
  readonly kind: Entry | null;
}

/** Template content: the cover's lines for a unit's code, name and kind are known by their names. */
function coverUnits(cover: ReadonlyMap<string, Entry>, words: TemplateVocabulary): CoverUnits {
  const lines = words.template.forms.find((form) => form.layout === "cover")?.indicators ?? [];
  const entry = (name: RegExp): Entry | null => {
    const line = lines.find((indicator) => name.test(indicator.name));
    return (line && cover.get(line.code)) ?? null;
  };
  const code = entry(/单位.*(?:代码|编码)/);
  const name = entry(/单位名称/);
  const text = typeof name?.value === "string" ? name.value : "";
  const exact = words.units.exact(text);
  const within = exact ? null : words.units.within(text);
  const byName = exact ?? within?.unit ?? null;
  return {
    byCode: words.template.units.find((unit) => unit.code === code?.value) ?? null,
    byName,
    alias: byName !== null && !text.includes(byName.name),
    name,
    code,
    kind: entry(/单位.*(?:类型|类别|性质)/),
  };
}

/** D12: the file's name, the cover or a sheet's caption names another unit. */
function disagreements(
  unit: Unit,
  cover: ReadonlyMap<string, Entry>,
  captions: readonly Caption[],
  file: string | null,
  fileUnit: Unit | null,
  words: TemplateVocabulary,
): Finding[] {
  const findings: Finding[] = [];
  if (fileUnit && fileUnit !== unit) {
    const place = { file, sheet: null, cell: null };
    findings.push(
      shapeFinding("D12", "explain", place, { variant: "fileName", found: fileUnit.name, taken: unit.name }),
    );
  }
  const onCover = coverUnits(cover, words);
  findings.push(...coverDisagreements(unit, onCover));
  const { byName } = onCover;
  const odd = captions.find((caption) => caption.unit && caption.unit !== unit && caption.unit !== byName);
  if (odd) {
    findings.push(
      shapeFinding("D12", "explain", odd.place, { variant: "caption", found: odd.text, taken: unit.name }),
    );
  }
  return findings;
}

/** What follows from a cover of another unit, its code and its kind, is not said again. */
function coverDisagreements(unit: Unit, { byName, byCode, name, code, kind }: CoverUnits): Finding[] {
  const findings: Finding[] = [];
  const say = (entry: Entry, variant: string, wanted = ""): void => {
    const params = { variant, found: entry.raw, taken: unit.name, wanted };
    findings.push(shapeFinding("D12", "explain", entry.place, params));
  };
  const isOther = (found: Unit | null): found is Unit => found !== null && found !== unit;
  if (name && isOther(byName)) say(name, "cover");
  const isCode = code?.state === "filled" && plainCode(code.raw) !== plainCode(unit.code);
  if (isCode && !(isOther(byName) && byCode === byName)) say(code, "coverCode", unit.code);
  const named = [unit, byName, byCode].flatMap((each) => (each ? KIND_WORDS[each.kind] : []));
  if (kind?.state === "filled" && !named.includes(String(kind.value) as (typeof named)[number]))
    say(kind, "coverKind", KIND_WORDS[unit.kind]);
  return findings;
}

/** Excel takes the zeros before a number away. */
function plainCode(code: string): string {
  return fold(code).trim().toUpperCase().replace(/^0+/, "");
}

/** `2020`: from the identity, the cover's line 年度, captions and titles, the file's name. */
export function periodOf(
  sheets: readonly KnownSheet[],
  cover: ReadonlyMap<string, Entry>,
  file: string | null,
  words: TemplateVocabulary,
): string | null {
  const own = mostFrequent(sheets.flatMap((sheet) => ownPeriodOf(sheet) ?? []));
  // Forms of an office have a period where they have a place for it, and nowhere else.
  if (own !== null || !wantsPeriod(words.template)) return own;
  const identity = mostFrequent(sheets.flatMap((sheet) => sheet.identity?.period ?? []));
  const lines = words.template.forms.find((form) => form.layout === "cover")?.indicators ?? [];
  const line = lines.find(({ name }) => /年度|年份/.test(name));
  const onCover = yearOrHalfNamed(String((line && cover.get(line.code)?.value) ?? ""));
  const inHead = mostFrequent(sheets.flatMap((sheet) => (sheet.target ? (yearOf(sheet) ?? []) : [])));
  const inName = /20\d{2}/.exec(file === null ? "" : baseName(file))?.[0];
  return identity ?? onCover ?? inHead ?? inName ?? null;
}

/** D55: what is above the forms names another year than their signatures or the cover. */
export function otherYears(sheets: readonly KnownSheet[], period: string | null): Finding[] {
  if (period === null) return [];
  const wanted = period.slice(0, 4);
  const stated = sheets.flatMap((sheet) => {
    const caption = sheet.target ? yearCaptionOf(sheet) : null;
    return caption ? [{ sheet, ...caption }] : [];
  });
  // Another year's table beside the one of this year is not the one that is read.
  const right = new Set(stated.filter(({ year }) => year === wanted).map(({ sheet }) => sheet.target));
  const captions = stated.filter(({ sheet, year }) => year === wanted || !right.has(sheet.target));
  const others = captions.filter(({ year }) => year !== wanted);
  const [first] = others;
  if (first === undefined) return [];
  const said = { found: first.year, wanted, count: others.length };
  const names = others.map(({ sheet }) => sheet.grid.sheet.name).join("\n");
  const params = others.length > 1 ? { ...said, variant: "several", sheets: names } : said;
  return [shapeFinding("D55", "explain", first.place, params)];
}

/** Without folders and ending. */
export function baseName(file: string): string {
  return file.replace(/^.*[\\/]/, "").replace(/\.[^.]*$/, "");
}
