/** Whose the copies are, before any list of units is known: captions, names of sheets, names of files. */
import type { Unit } from "../../template/template";
import { fold } from "../../workbook/fold";
import type { Question } from "../question";
import { unitsNamed } from "../units-named";
import { bare } from "../words";
import type { CopySheet } from "./copy-sheet";
import type { Copy } from "./group-copies";
import { isUnitName, unitOnSheet } from "./unit-on-sheet";

export interface UnitsOfCopies {
  readonly units: readonly Unit[];
  /** As each copy itself spells it; null where it says nothing. */
  readonly spelled: ReadonlyMap<Copy, string | null>;
  /** Spellings that are taken for one unit: `["青石镇", "青石镇人民政府"]`. */
  readonly alike: readonly (readonly string[])[];
}

export function unitsOfCopies(copies: readonly Copy[]): UnitsOfCopies {
  const inNames = unitsInNames(copies.map(({ file }) => file.name));
  const isOnly = copies.length === 1 || inNames.every((name) => name === null);
  const captions = whereDiffering(copies.map(captionOf), isOnly);
  const sheetNames = whereDiffering(copies.map(sheetNameOf), isOnly);
  const spelled = new Map(
    copies.map((copy, i) => [copy, captions[i] ?? sheetNames[i] ?? (copy.isPart ? null : inNames[i]!)]),
  );
  return { ...unitsSpelled([...spelled.values()].flatMap((name) => name ?? [])), spelled };
}

/** What all copies have alike is the office that asks or the form, not the unit that answers. */
function whereDiffering(names: readonly (string | null)[], isOnly: boolean): readonly (string | null)[] {
  const said = new Set(names.filter((name) => name !== null).map(bare));
  return isOnly || said.size > 1 ? names : names.map(() => null);
}

/** Names that are alike are taken for one unit; each such group is one question. */
export function unitQuestions({ alike }: UnitsOfCopies): Question[] {
  return alike.map((names): Question => ({
    sheet: "单位",
    cell: "",
    code: "sameUnit",
    params: { names: names.join("、"), name: names[0]! },
    proposal: "oneUnit",
    choices: ["oneUnit", "severalUnits"],
  }));
}

/** The name that a sheet's unit has in its captions and titles. */
export function unitOfSheets({ spelled }: UnitsOfCopies): (sheet: CopySheet) => string | null {
  const names = new Map(
    [...spelled].flatMap(([{ sheets }, name]) => [...sheets.values()].map((sheet) => [sheet, name] as const)),
  );
  return (sheet) => names.get(sheet) ?? null;
}

function captionOf({ sheets }: Copy): string | null {
  for (const sheet of sheets.values()) {
    const name = unitOnSheet(sheet);
    if (name !== null) return name;
  }
  return null;
}

function sheetNameOf({ sheets, isPart }: Copy): string | null {
  const names = [...sheets.values()].map(({ sheet }) => sheet.name).filter(isUnitName);
  return isPart || sheets.size === 1 ? (names[0]?.trim() ?? null) : null;
}

/** What follows a unit's name and belongs to it. */
const OFFICE = /(?:人民政府|镇政府|乡政府|办事处|党工委|党委|委员会|财政所|统计站|\(.*\))+$/;

/** One unit for spellings that differ in what offices put before or behind a name; the shortest names it. */
function unitsSpelled(names: readonly string[]): Pick<UnitsOfCopies, "units" | "alike"> {
  const plain = [...new Map(names.map((name) => [bare(fold(name)), name.trim()])).entries()];
  const groups: { core: string; district: string; names: string[] }[] = [];
  for (const [key, name] of plain.sort((a, b) => a[0].length - b[0].length)) {
    const core = key.replace(OFFICE, "") || key;
    const own = groups.find((each) => each.core === core || isInDistrict(core, each));
    if (own) {
      own.names.push(name);
      if (core !== own.core) own.district = core.slice(0, -own.core.length);
    } else groups.push({ core, district: "", names: [name] });
  }
  const order = new Map(names.map((name, i) => [name.trim(), i]));
  const first = ({ names: all }: { names: string[] }): number =>
    Math.min(...all.map((name) => order.get(name) ?? 0));
  const sorted = groups.sort((a, b) => first(a) - first(b));
  const units = unitsNamed(sorted.map(({ names: all }) => all[0]!)).map((unit, i) => ({
    ...unit,
    aliases: [...unit.aliases, ...sorted[i]!.names.slice(1)],
  }));
  return { units, alike: sorted.map(({ names: all }) => all).filter((all) => all.length > 1) };
}

/**
 * 集安市青石镇 is 青石镇, but 朝阳第一中学 is not 第一中学, and of 东区第一中学 and 西区第一中学 the second is not taken for the
 * same school.
 */
function isInDistrict(name: string, { core, district }: { core: string; district: string }): boolean {
  if (core.length < 3 || !name.endsWith(core)) return false;
  const before = name.slice(0, -core.length);
  return /[省市县区州旗盟]$/.test(before) && before.endsWith(district);
}

/** Words that people put into names of files. */
const NOISE =
  /副本|复制|复件|最终版?|终稿|定稿|初稿|修改版?|更新|新版|已填|填报|上报|报送|报表|盖章|电子版|copy|final|new|v?\d+(?:\.\d+)?/gi;
const LONGEST_NAME = 40;

/** What of each file's name is the unit's: without what all have in common; null where nothing is left. */
function unitsInNames(files: readonly string[]): (string | null)[] {
  const bases = files.map((file) => fold(file.replace(/^.*[\\/]/, "").replace(/\.[^.]*$/, "")));
  const common = commonPart(bases);
  return bases.map((base) => {
    const parts = (common === "" ? base : base.split(common).join(" "))
      .replace(/(?:19|20)\d{2}年?(?:\d{1,2}月)?(?:度|[上下]半年|第?[一二三四]季度)?/g, " ")
      .replace(NOISE, " ")
      .split(/[^\p{L}]+/u)
      .filter((part) => part !== "");
    const named = parts.find(isUnitName) ?? withinName(parts.join(""));
    const name = named ?? (isUnitName(base) ? base : parts.join(""));
    const told = name.length >= 2 ? name : base;
    return told !== "" && told.length <= LONGEST_NAME ? told : null;
  });
}

/** 头道镇 in 农情头道镇表. */
function withinName(text: string): string | null {
  const [, name] = /^(.{1,12}?(?:街道办事处|街道|镇|乡|村|局|委|办|学校|医院|公司|社区))/.exec(text) ?? [];
  return name ?? null;
}

/** The longest text of three or more characters that most names have; it does not begin with the end of a unit's name. */
function commonPart(names: readonly string[]): string {
  const [first = ""] = [...names].sort((a, b) => a.length - b.length);
  if (new Set(names).size < 2) return "";
  for (let length = first.length; length >= 3; length--)
    for (let from = 0; from + length <= first.length; from++) {
      const part = first.slice(from, from + length);
      if (names.every((name) => name.includes(part)))
        return part.replace(/^(?:街道|[镇乡村局委办院校道])/, "");
    }
  return "";
}
