/** What the counties are called whose workbooks were given: by the workbooks themselves, else by their files. */
import { groupBy } from "../workbook/group-by";
import { baseName } from "../intake/recognise/identify-unit";

export interface NamedWorkbook {
  readonly file: string;
  /** The county that its template names; empty where it names none. */
  readonly county: string;
  /** Its units that are in its totals. */
  readonly counted: ReadonlySet<string>;
}

export interface CountyNames {
  /** By file. */
  readonly names: ReadonlyMap<string, string>;
  /** Names that several counties' workbooks bear. */
  readonly shared: readonly string[];
}

/**
 * Two workbooks that bear one county's name are of one county, unless their files are called after different places or
 * they have no unit in common: then the template they were made with served several counties.
 */
export function countyNames(workbooks: readonly NamedWorkbook[]): CountyNames {
  const names = new Map<string, string>();
  const shared: string[] = [];
  const byCounty = groupBy(workbooks, ({ county }) => county);
  for (const [county, own] of byCounty) {
    const areSeveral = county === "" || (own.length > 1 && areDifferent(own));
    if (areSeveral && county !== "") shared.push(county);
    for (const { file } of own) names.set(file, areSeveral ? nameOfFile(file, own) : county);
  }
  return { names, shared };
}

function areDifferent(own: readonly NamedWorkbook[]): boolean {
  const places = own.map(({ file }) => placeIn(file));
  if (places.every((place) => place !== null)) return new Set(places).size > 1;
  const units = own.flatMap(({ counted }) => [...counted]);
  return new Set(units).size === units.length;
}

/** `2020年`, `2020年度`, `2020年上半年`. */
const YEAR = /(?:19|20)\d{2}(?:年度?(?:[上下]半年|第?[一二三四1-4]季度|\d{1,2}月)?)?/g;

/** `通化县` of `2020年/通化县关工委汇总.xlsx`: the place that the file, or the nearest folder, is called after. */
export function placeIn(file: string): string | null {
  for (const step of file.split(/[\\/]/).reverse()) {
    const place = placeAtStart(/\p{Script=Han}+/u.exec(baseName(step).replace(YEAR, ""))?.[0] ?? "");
    if (place !== null) return place;
  }
  return null;
}

const LONGEST_PLACE = 20;

/** `通化市东昌区` of `通化市东昌区汇总`: up to the last syllable that places end with, communities and parks aside. */
function placeAtStart(text: string): string | null {
  const ends = [
    ...text.slice(0, LONGEST_PLACE).matchAll(/(?<=[^各社校园小])(?:自治[县州旗]|[县市区旗州盟省])/g),
  ];
  const end = ends.at(-1);
  const place = end ? text.slice(0, end.index + end[0].length) : "";
  return place === "" || place.includes("各") ? null : place;
}

/** What a copy's name has behind the file's own. */
const COPY = /[\s_-]*(?:[(（]\d+[)）]|副本|复件|copy)+$/i;
const WHAT = /(?:汇总工作簿|汇总表|汇总)$/;

/** Files of one name are called after their folders. */
function nameOfFile(file: string, all: readonly NamedWorkbook[]): string {
  const place = placeIn(file);
  if (place !== null) return place;
  const own = plainName(file);
  const folders = new Set(
    all.filter((each) => plainName(each.file) === own).map((each) => folderOf(each.file)),
  );
  return folders.size > 1 ? folderOf(file) || own : own;
}

function plainName(file: string): string {
  const name = baseName(file);
  const plain = name.replace(COPY, "").replace(WHAT, "").replace(YEAR, "").trim();
  return plain === "" ? name : plain;
}

function folderOf(file: string): string {
  return file.split(/[\\/]/).at(-2) ?? "";
}
