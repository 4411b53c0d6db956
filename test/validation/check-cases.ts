/** Every built-in check once failing and once just passing, in 台上镇's submission unless another unit is named. */
import type { ListRecord } from "../../src/template/list-sheet";
import { fromSerial, toSerial } from "../../src/workbook/dates";
import type { Known } from "../../src/validation/validator";
import { KNOWN, sampleUnit, TEMPLATE, county, typeOver, type Change } from "./sample";

export interface CheckCase {
  readonly check: string;
  readonly what: string;
  readonly unit?: string;
  readonly fails: Change;
  readonly passes: Change;
  readonly known?: Known;
  readonly found: {
    readonly class: "mustFix" | "explain" | "note";
    readonly sheet: string | null;
    readonly cell: string | null;
    readonly values: Readonly<Record<string, string | number | null>> | null;
  };
}

const town = sampleUnit("台上镇");
const day = (year: number, month: number, date: number): number => toSerial({ year, month, day: date })!;

/** Last year's values of a form's typed lines. */
export function lastYearOf(form: string): Record<string, number> {
  const { indicators } = TEMPLATE.forms.find(({ id }) => id === form)!;
  const typed = indicators.filter(({ formula, kind }) => formula === undefined && kind === "whole");
  return Object.fromEntries(
    typed.flatMap(({ code }) => (town.lastYear.has(code) ? [[code, town.lastYear.get(code)!]] : [])),
  );
}

/** What the cover says of the year, against the year that the forms were issued for. */
const withYear = (text: string): Change => ({
  plan: (plan) => typeOver(plan, { sheet: "关工00", cell: "D8" }, text),
});

const structure: readonly CheckCase[] = [
  { check: "S01", what: "an old version", fails: { template: { ...TEMPLATE, version: TEMPLATE.version + 1 } }, passes: {}, found: { class: "mustFix", sheet: null, cell: null, values: null } },
  { check: "S01", what: "another template", fails: { template: { ...TEMPLATE, id: "another" } }, passes: {}, found: { class: "mustFix", sheet: null, cell: null, values: null } },
  { check: "S02", what: "a form taken out", fails: { without: ["关工04"] }, passes: {}, found: { class: "mustFix", sheet: null, cell: null, values: null } },
  { check: "S05", what: "another year", fails: {}, passes: {}, known: { ...KNOWN, period: "2021" }, found: { class: "mustFix", sheet: "关工00", cell: "D8", values: { found: "2020", wanted: "2021" } } },
  { check: "S05", what: "another year on the cover", fails: withYear("2019"), passes: withYear("2020年度"), found: { class: "mustFix", sheet: "关工00", cell: "D8", values: { found: "2019", wanted: "2020" } } },
  { check: "S05", what: "half the year on the cover", fails: withYear("2020年上半年"), passes: withYear("本年度"), found: { class: "mustFix", sheet: "关工00", cell: "D8", values: { found: "2020年上半年", wanted: "2020" } } },
  { check: "S05", what: "last year's forms, with the cover changed", fails: withYear("2021"), passes: withYear("2020"), known: { ...KNOWN, period: "2021" }, found: { class: "mustFix", sheet: "关工00", cell: "D8", values: { found: "2020", wanted: "2021" } } },
  { check: "S06", what: "nobody is responsible", fails: { cover: { "0006": null } }, passes: { cover: { "0012": null } }, found: { class: "mustFix", sheet: "关工00", cell: "D10", values: null } },
  { check: "S06", what: "dated after the window", fails: { cover: { "0010": day(2021, 2, 1) } }, passes: { cover: { "0010": day(2021, 1, 31) } }, found: { class: "note", sheet: "关工00", cell: "D14", values: null } },
  { check: "S06", what: "dated before the window", fails: { cover: { "0010": day(2020, 10, 31) } }, passes: { cover: { "0010": day(2020, 11, 1) } }, found: { class: "note", sheet: "关工00", cell: "D14", values: null } },
]; // prettier-ignore

const records = (list: string) => town.lists.get(list)!;

/** The list with other fields in one of its records. */
const withRecord = (list: string, which: number, fields: ListRecord): { lists: Change["lists"] } => ({
  lists: { [list]: records(list).map((each, i) => (i === which ? { ...each, ...fields } : each)) },
});

const cells: readonly CheckCase[] = [
  { check: "D41", what: "a number left out", fails: { set: { "0507": null } }, passes: { set: { "1016": null } }, found: { class: "mustFix", sheet: "关工05", cell: "E13", values: null } },
  { check: "D41", what: "an answer left out", fails: { set: { "1001": null } }, passes: { set: { "0706": null } }, found: { class: "mustFix", sheet: "关工10", cell: "E7", values: null } },
  { check: "D56", what: "years added up, by the unit's own words", fails: { reasons: { "0702": "六年累计捐款" } }, passes: { reasons: { "0201": "三年来逐年增加" } }, found: { class: "explain", sheet: "关工07", cell: "E8", values: { value: Number(town.values.get("0702")) } } },
  { check: "D56", what: "a donation of last year", fails: withRecord("L2", 0, { 日期: day(2019, 5, 1) }), passes: withRecord("L2", 0, { 日期: day(2020, 5, 1) }), found: { class: "explain", sheet: "L2捐助", cell: "B4", values: null } },
  { check: "D59", what: "an article for each paper", fails: withRecord("L4", 1, { 标题: records("L4")[0]!["标题"]! }), passes: withRecord("L4", 1, { 标题: "另一篇稿件" }), found: { class: "explain", sheet: "L4稿件", cell: "B5", values: null } },
  { check: "R03", what: "a ratio typed over", fails: { type: { "0113": 50 } }, passes: { type: { "0113": 87.54 } }, found: { class: "mustFix", sheet: "关工01", cell: "E19", values: { left: 50, right: 87.5 } } },
  { check: "R09", what: "last year's value changed", fails: { lastYear: { "0201": 150 } }, passes: { lastYear: { "0201": 158 } }, found: { class: "mustFix", sheet: "关工02", cell: "F7", values: { left: 150, right: 158 } } },
  { check: "R09", what: "last year's answer changed", fails: { lastYear: { "1001": 0 } }, passes: {}, found: { class: "mustFix", sheet: "关工10", cell: "F7", values: { left: 0, right: 1 } } },
  { check: "R20", what: "half a person", fails: { set: { "0115": 9.5 } }, passes: { set: { "1016": 84.5 } }, found: { class: "mustFix", sheet: "关工01", cell: "E21", values: { value: 9.5 } } },
  { check: "R20", what: "a negative number", fails: { set: { "0115": -1 } }, passes: { set: { "0115": 8 } }, found: { class: "mustFix", sheet: "关工01", cell: "E21", values: { value: -1 } } },
  { check: "R20", what: "over a hundred points", fails: { set: { "1016": 101 } }, passes: { set: { "1016": 100 } }, found: { class: "mustFix", sheet: "关工10", cell: "E22", values: { value: 101 } } },
  { check: "R22", what: "neither yes nor no", fails: { type: { "0118": "不清楚" } }, passes: { type: { "0118": "是" } }, found: { class: "mustFix", sheet: "关工01", cell: "E24", values: { raw: "不清楚", value: null } } },
  { check: "R23", what: "a line of the county's", fails: { type: { "0609": 500 } }, passes: { type: { "0609": null } }, found: { class: "mustFix", sheet: "关工06", cell: "E15", values: { value: 500 } } },
  { check: "X06", what: "no roster enclosed", fails: { lists: { L7: null } }, passes: { lists: { L7: null }, set: { "1010": false } }, found: { class: "note", sheet: "关工10", cell: "E16", values: null } },
]; // prettier-ignore

const shell = Object.fromEntries(
  [
    "0301",
    "0401",
    "0402",
    "0403",
    "0404",
    "0405",
    "0407",
    "0409",
    "0501",
    "0602",
    "0702",
    "0703",
    "0901",
  ].map((code) => [code, 0]),
);
const tens = { "0501": 10, "0502": 10, "0503": 10, "0504": 200, "0505": 500, "0506": 200, "0507": 0 };

const plausibility: readonly CheckCase[] = [
  { check: "P01", what: "over 30 % more", fails: { set: { "0208": 76 } }, passes: { set: { "0208": 75 } }, found: { class: "explain", sheet: "关工02", cell: "E14", values: { value: 76, lastYear: 58 } } },
  { check: "P01", what: "over 30 % less", fails: { set: { "0208": 40 } }, passes: { set: { "0208": 41 } }, found: { class: "explain", sheet: "关工02", cell: "E14", values: { value: 40, lastYear: 58 } } },
  { check: "P01", what: "over the floor", fails: { set: { "0410": 236 } }, passes: { set: { "0410": 235 } }, found: { class: "explain", sheet: "关工04", cell: "E16", values: { value: 236, lastYear: 135 } } },
  { check: "P01", what: "a flow from nothing", fails: { set: { "0507": 30 }, carried: { "0507": 0 } }, passes: { set: { "0507": 10 }, carried: { "0507": 0 } }, found: { class: "explain", sheet: "关工05", cell: "E13", values: { value: 30, lastYear: 0 } } },
  { check: "P02", what: "a stock that vanished", fails: { set: { "0119": 0 } }, passes: { set: { "0119": 1 } }, found: { class: "explain", sheet: "关工01", cell: "E25", values: { value: 0, lastYear: town.lastYear.get("0119")! } } },
  { check: "P02", what: "a stock from nothing", fails: { set: { "0119": 2 }, carried: { "0119": 0 } }, passes: { set: { "0119": 0 }, carried: { "0119": 0 } }, found: { class: "explain", sheet: "关工01", cell: "E25", values: { value: 2, lastYear: 0 } } },
  { check: "P02", what: "study that stopped", fails: { set: { "0301": 0 } }, passes: { set: { "0306": 0 } }, found: { class: "explain", sheet: "关工03", cell: "E7", values: { value: 0, lastYear: town.lastYear.get("0301")! } } },
  { check: "P03", what: "a form of last year", fails: { set: lastYearOf("关工06") }, passes: { set: { ...lastYearOf("关工06"), "0610": 351 } }, found: { class: "explain", sheet: "关工06", cell: "E7", values: null } },
  { check: "P03", what: "a form of last year but for what cannot be read", fails: { set: lastYearOf("关工06") }, passes: { set: { ...lastYearOf("关工06"), "0610": "见附件" } }, found: { class: "explain", sheet: "关工06", cell: "E7", values: null } },
  { check: "P04", what: "an empty shell", fails: { set: shell }, passes: { set: { ...shell, "0301": 1 } }, found: { class: "explain", sheet: "关工03", cell: "E7", values: { value: 0 } } },
  { check: "P05", what: "four a session", fails: { set: { "0408": 34 }, carried: { "0408": 34 } }, passes: { set: { "0408": 35 }, carried: { "0408": 35 } }, found: { class: "explain", sheet: "关工04", cell: "E14", values: { value: 34, count: 7 } } },
  { check: "P05", what: "a thousand and one a session", fails: { set: { "0504": 1001, "0503": 1 }, carried: { "0504": 1001, "0503": 1 } }, passes: { set: { "0504": 1000, "0503": 1 }, carried: { "0504": 1000, "0503": 1 } }, found: { class: "explain", sheet: "关工05", cell: "E10", values: { value: 1001, count: 1 } } },
  { check: "P06", what: "too small by far", fails: { set: { "0711": 1 } }, passes: { set: { "0711": 1700 } }, found: { class: "explain", sheet: "关工07", cell: "E17", values: { value: 1, lastYear: 2190 } } },
  { check: "P06", what: "too large by far", fails: { set: { "0711": 21_900_000 } }, passes: {}, found: { class: "explain", sheet: "关工07", cell: "E17", values: { value: 21_900_000, lastYear: 2190 } } },
  { check: "P06", what: "little a head", fails: { set: { "0710": 10, "0711": 499 }, carried: { "0711": 500 } }, passes: { set: { "0710": 10, "0711": 500 }, carried: { "0711": 500 } }, found: { class: "explain", sheet: "关工07", cell: "E17", values: { value: 499, count: 10 } } },
  { check: "P06", what: "much a head", fails: { set: { "0710": 10, "0711": 100_001 }, carried: { "0711": 100_000 } }, passes: { set: { "0710": 10, "0711": 100_000 }, carried: { "0711": 100_000 } }, found: { class: "explain", sheet: "关工07", cell: "E17", values: { value: 100_001, count: 10 } } },
  { check: "P07", what: "nothing but round numbers", fails: { set: tens, carried: { ...tens, "0501": 9 } }, passes: { set: { ...tens, "0506": 201 }, carried: tens }, found: { class: "note", sheet: "关工05", cell: "E7", values: null } },
  { check: "P08", what: "a jump of 18.75 points", fails: { set: { "0112": 15 } }, passes: { set: { "0112": 14 } }, found: { class: "explain", sheet: "关工01", cell: "E19", values: { value: 93.75, lastYear: 75 } } },
]; // prettier-ignore

/** The year before in this year's forms: everything as it was but the cover. */
const before = sampleUnit("台上镇", county.previous);
const sentAgain: CheckCase = {
  check: "D54",
  what: "last year's report with a new date",
  fails: { set: Object.fromEntries(before.values), lists: Object.fromEntries(before.lists) },
  passes: {},
  found: { class: "explain", sheet: null, cell: null, values: { same: 89, lines: 89 } },
};

export const CHECK_CASES: readonly CheckCase[] = [...structure, ...cells, ...plausibility, sentAgain];
export { day, fromSerial };
