/** 逐级汇总: county workbooks as what their counties report one level up. */
import { countyLines } from "../consolidation/contributions";
import { alikeItems } from "../county-workbook/county-read";
import { identifyCounty } from "../county-workbook/identify-county";
import { isCopied, readCountyWorkbook } from "../county-workbook/read-county";
import { nextLevel } from "../template/next-level";
import { productOf } from "../template/product-signatures";
import type { Template, Unit } from "../template/template";
import { groupBy } from "../workbook/group-by";
import type { Workbook } from "../workbook/workbook";
import type { Source } from "./sources";
import type { LevelUpView } from "./view";
import { countyNames, placeIn, type NamedWorkbook } from "./county-names";

export interface CountyFile {
  readonly file: string;
  readonly workbook: Workbook;
}

export interface LevelOptions {
  /** The counties that must report; empty where those that do are all. */
  readonly units: readonly Unit[];
  /** That the user named; null where the workbooks' own serves. */
  readonly template: Template | null;
  /** `通化市`; empty where it is not known. */
  readonly name: string;
}

/** Was it written as a county workbook? Also one whose hidden sheet is gone. */
export function isCountyWorkbook(workbook: Workbook): boolean {
  return productOf(workbook) === "countyWorkbook" || isCopied(workbook);
}

export function countyFilesIn(given: readonly Source[]): CountyFile[] {
  return given.flatMap((source) =>
    source.ok && source.file !== null && source.workbook && isCountyWorkbook(source.workbook)
      ? [{ file: source.file, workbook: source.workbook }]
      : [],
  );
}

interface SoundWorkbook extends NamedWorkbook {
  readonly template: Template;
  readonly period: string;
}

/** The template by which the workbooks are consolidated; null where none of them can be read. */
export function levelTemplate(files: readonly CountyFile[], options: LevelOptions): Template | null {
  const sound = soundAmong(files);
  const [first] = sound;
  if (!first) return null;
  const own = newestOfMost(sound);
  const given = options.template;
  const isAbove = given?.level?.step === (own.level?.step ?? 0) + 1;
  const base = given && !isAbove && isLike(given, own) ? given : own;
  const { names, shared } = countyNames(sound);
  const register = options.units.length > 0 ? options.units : unitsOfTemplate(given, isAbove, names);
  const name = options.name || (register === given?.units ? given.county : "");
  if (isAbove && given)
    return { ...given, units: register, level: { ...given.level!, shared }, ...named(given, name) };
  const fromFiles = register.length === 0;
  const units = fromFiles ? countiesNamed([...new Set(names.values())]) : register.map(asCounty);
  return nextLevel(base, { units, name: isOwnName(name, own) ? "" : name, fromFiles, shared });
}

/** The template with the counties that it does not know yet, where its register was made from files. */
export function withCounties(template: Template, files: readonly CountyFile[]): Template {
  if (!template.level?.fromFiles) return template;
  const sound = soundAmong(files);
  const unknown = sound.filter(
    ({ file, template: { county } }) => identifyCounty(file, county, template).unit === null,
  );
  if (unknown.length === 0) return template;
  const { names } = countyNames(sound);
  const known = template.units.map(({ name }) => name);
  const all = [...known, ...unknown.map(({ file }) => names.get(file)!)];
  return { ...template, units: countiesNamed([...new Set(all)]) };
}

/** The workbooks of one level that can be consolidated; null where none can, or several are of one office. */
export function levelUpOf(files: readonly CountyFile[]): LevelUpView | null {
  const steps = groupBy(soundAmong(files), ({ template: { level } }) => String(level?.step ?? 0));
  if (steps.size === 0) return null;
  const [step, most] = [...steps].reduce((a, b) => (b[1].length > a[1].length ? b : a));
  const isSeveral = most.length > 1;
  const offices = new Set(most.map(officeOf));
  const periods = new Set(most.map(({ period }) => period));
  const names = new Set(countyNames(most).names.values());
  if (isSeveral && (names.size === 1 || (offices.size === 1 && periods.size > 1))) return null;
  return { step: Number(step) + 1, files: most.map(({ file }) => file) };
}

export interface PeriodOfCounty {
  readonly file: string;
  readonly period: string;
  /** Alike for workbooks that may be of one office: its template and the place it is called after. */
  readonly office: string;
}

/** The workbooks that can be read, each with its period and office. */
export function periodsOfCounties(files: readonly CountyFile[]): readonly PeriodOfCounty[] {
  return soundAmong(files).map((each) => ({ file: each.file, period: each.period, office: officeOf(each) }));
}

function officeOf({ file, county, template: { id } }: SoundWorkbook): string {
  return `${id} ${placeIn(file) ?? county}`;
}

function soundAmong(files: readonly CountyFile[]): SoundWorkbook[] {
  return files.flatMap(({ file, workbook }) => {
    const read = readCountyWorkbook(workbook);
    if (!read.ok || !read.template) return [];
    const { template, period } = read;
    return [
      { file, template, period, county: template.county, counted: new Set(read.lastYear.units.keys()) },
    ];
  });
}

/** Of the level and task that most workbooks are of, the newest version. */
function newestOfMost(sound: readonly SoundWorkbook[]): Template {
  const groups = groupBy(sound, ({ template: { id, level } }) => `${level?.step ?? 0} ${id}`);
  const most = [...groups.values()].reduce((a, b) => (b.length > a.length ? b : a));
  return most.map(({ template }) => template).reduce((a, b) => (b.version > a.version ? b : a));
}

function isLike(given: Template, own: Template): boolean {
  return given.id === own.id || alikeItems(given, own) * 2 > countyLines(own).length;
}

/** The template's units where a county is among them; a county's own template has its townships. */
function unitsOfTemplate(
  given: Template | null,
  isAbove: boolean,
  names: ReadonlyMap<string, string>,
): readonly Unit[] {
  if (!given) return [];
  const known = new Set(given.units.map(({ name }) => name));
  return isAbove || [...names.values()].some((name) => known.has(name)) ? given.units : [];
}

function named(given: Template, name: string): Partial<Template> {
  return name === "" || name === given.county ? {} : { county: name };
}

/** A county's template that was given for its counties' prefecture still bears the county's name. */
function isOwnName(name: string, own: Template): boolean {
  return name !== "" && name === own.county;
}

const TYPE = /(?:自治县|县|市|区|旗|州|盟|省)$/;

function asCounty(unit: Unit): Unit {
  return { ...unit, kind: "T", type: TYPE.exec(unit.name)?.[0] ?? unit.type };
}

function countiesNamed(names: readonly string[]): Unit[] {
  const digits = Math.max(2, String(names.length).length);
  return names.map((name, i) => ({
    code: `C${String(i + 1).padStart(digits, "0")}`,
    name,
    kind: "T",
    type: TYPE.exec(name)?.[0] ?? "单位",
    aliases: [],
  }));
}
