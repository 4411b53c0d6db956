/**
 * Every rule once broken and once just kept, in 台上镇's submission unless another unit is named. `left` and `right` are
 * the finding's values.
 */
import type { ListRecord } from "../../src/template/list-sheet";
import { sampleUnit, type Change } from "./sample";

export interface RuleCase {
  readonly rule: string;
  readonly what: string;
  readonly unit?: string;
  readonly breaks: Change;
  readonly keeps: Change;
  readonly cell: string;
  readonly left: number | null;
  readonly right: number | null;
}

const town = sampleUnit("台上镇");

/** The records of one of 台上镇's lists. */
function records(list: string): readonly ListRecord[] {
  return town.lists.get(list)!;
}

function withoutFirst(list: string, test: (record: ListRecord) => boolean = () => true): Change {
  const all = records(list);
  const first = all.findIndex(test);
  return { lists: { [list]: all.filter((_, i) => i !== first) } };
}

/** Another record takes the first one's place: as many, and of the same amounts. */
function reworded(list: string, column: string): Change {
  const [first, ...others] = records(list);
  return { lists: { [list]: [{ ...first, [column]: "换一个名字" }, ...others] } };
}

const within: readonly RuleCase[] = [
  { rule: "R01", what: "total typed over", breaks: { type: { "0102": 99 } }, keeps: { type: { "0102": 16 } }, cell: "E8", left: 99, right: 16 },
  { rule: "R02", what: "more 五好 than there are", breaks: { set: { "0112": 17 } }, keeps: { set: { "0112": 16 } }, cell: "E18", left: 17, right: 16 },
  { rule: "R04", what: "a secretary without a branch", breaks: { set: { "0117": true, "0118": false } }, keeps: { set: { "0117": true, "0118": true } }, cell: "E23", left: null, right: null },
  { rule: "R28", what: "more than there should be", breaks: { set: { "0101": 15 } }, keeps: { set: { "0101": 17 } }, cell: "E8", left: 16, right: 15 },
  { rule: "R29", what: "more new groups than groups", breaks: { set: { "0111": 30 } }, keeps: { set: { "0111": 20 } }, cell: "E17", left: 30, right: 26 },
  { rule: "R05", what: "the total mistyped", breaks: { set: { "0201": 208 } }, keeps: { set: { "0202": 66, "0203": 11 } }, cell: "E7", left: 167, right: 208 },
  { rule: "R05", what: "a part mistyped", breaks: { set: { "0202": 76 } }, keeps: {}, cell: "E7", left: 176, right: 167 },
  { rule: "R06", what: "an age band mistyped", breaks: { set: { "0212": 50 } }, keeps: { set: { "0201": 167 } }, cell: "E7", left: 175, right: 167 },
  { rule: "R07", what: "more core volunteers than volunteers", breaks: { set: { "0216": 168 } }, keeps: { set: { "0216": 167 } }, cell: "E22", left: 168, right: 167 },
  { rule: "R08", what: "newcomers mistyped", breaks: { set: { "0213": 14 } }, keeps: { set: { "0213": 14, "0214": 5 } }, cell: "E21", left: 9, right: 10 },
  { rule: "R08", what: "the difference typed over", breaks: { type: { "0215": 5 } }, keeps: { type: { "0215": 9 } }, cell: "E21", left: 5, right: 9 },
  { rule: "R10", what: "more learners than volunteers", breaks: { set: { "0307": 168 } }, keeps: { set: { "0307": 167 } }, cell: "E13", left: 168, right: 167 },
  { rule: "R11", what: "fewer people than sessions", breaks: { set: { "0302": 10, "0303": 9 } }, keeps: { set: { "0302": 10, "0303": 10 } }, cell: "E9", left: 9, right: 10 },
  { rule: "R11", what: "fewer people than online sessions", breaks: { set: { "0304": 10, "0305": 9 }, reasons: { "0305": null } }, keeps: { set: { "0304": 10, "0305": 10 } }, cell: "E11", left: 9, right: 10 },
  ...together("0302", "E8", "0303", "E9"),
  ...together("0304", "E10", "0305", "E11"),
  ...together("0401", "E7", "0406", "E12"),
  ...together("0407", "E13", "0408", "E14"),
  ...together("0503", "E9", "0504", "E10"),
  ...together("0602", "E8", "0603", "E9"),
  { rule: "R13", what: "more prizes than essays sent", breaks: { set: { "0412": 90, "0411": 80 } }, keeps: { set: { "0412": 80, "0411": 80 } }, cell: "E18", left: 90, right: 80 },
  { rule: "R13", what: "more essays sent than written", breaks: { set: { "0410": 80, "0411": 90 } }, keeps: { set: { "0410": 90, "0411": 90 } }, cell: "E17", left: 90, right: 80 },
  { rule: "R25", what: "a theme mistyped", breaks: { set: { "0405": 40 } }, keeps: { set: { "0402": 0, "0403": 0, "0404": 0, "0405": 5 } }, cell: "E7", left: 5, right: 44 },
  { rule: "R26", what: "more class meetings than activities", breaks: { set: { "0409": 8 } }, keeps: { set: { "0409": 7 } }, cell: "E15", left: 8, right: 7 },
  { rule: "R24", what: "more commended than reported", breaks: { set: { "0606": 3, "0607": 2, "0608": 2 } }, keeps: { set: { "0606": 4, "0607": 2, "0608": 2 } }, cell: "E12", left: 4, right: 3 },
  { rule: "R14", what: "total typed over", breaks: { type: { "0701": 99 } }, keeps: { type: { "0701": 22450 } }, cell: "E7", left: 99, right: 22450 },
  { rule: "R15", what: "cash mistyped", breaks: { set: { "0704": 18321 } }, keeps: { set: { "0704": 18321, "0705": 4129 } }, cell: "E7", left: 22451, right: 22450 },
  { rule: "R16", what: "more of a kind than pairs", breaks: { set: { "0713": 19 } }, keeps: { set: { "0713": 18 } }, cell: "E19", left: 19, right: 18 },
  { rule: "R27", what: "more freshmen than students", breaks: { set: { "0708": 2, "0709": 3 } }, keeps: { set: { "0708": 3, "0709": 3 } }, cell: "E15", left: 3, right: 2 },
  { rule: "R17", what: "more adopted than sent", breaks: { set: { "0902": 26 } }, keeps: { set: { "0902": 25 } }, cell: "E8", left: 26, right: 25 },
  { rule: "R18", what: "more praised than taken", unit: "市关工委本级", breaks: { set: { "0907": 45, "0908": 46 } }, keeps: { set: { "0907": 46, "0908": 46 } }, cell: "E14", left: 46, right: 45 },
]; // prettier-ignore

/** R12 is at the zero, whichever of the two it is. */
function together(
  sessions: string,
  sessionsCell: string,
  attendance: string,
  attendanceCell: string,
): readonly RuleCase[] {
  const value = (code: string): number => town.values.get(code) as number;
  const keeps = { set: { [sessions]: 1, [attendance]: 30 } };
  return [
    { rule: "R12", what: `${sessions} is 0`, breaks: { set: { [sessions]: 0 } }, keeps: { set: { [sessions]: 0, [attendance]: 0 } }, cell: sessionsCell, left: 0, right: value(attendance) },
    { rule: "R12", what: `${attendance} is 0`, breaks: { set: { [attendance]: 0 } }, keeps, cell: attendanceCell, left: 0, right: value(sessions) },
  ]; // prettier-ignore
}

const across: readonly RuleCase[] = [
  { rule: "X01", what: "a talk is not in the list", breaks: withoutFirst("L1", (r) => r["类别"] === "宣讲"), keeps: withoutFirst("L1", (r) => r["类别"] !== "宣讲"), cell: "E7", left: 5, right: 4 },
  { rule: "X02", what: "0702 is not the list's sum", breaks: { set: { "0702": 9301 } }, keeps: reworded("L2", "捐方"), cell: "E8", left: 9301, right: 9300 },
  { rule: "X02", what: "0703 is not the list's sum", breaks: { set: { "0703": 13151 } }, keeps: {}, cell: "E9", left: 13151, right: 13150 },
  { rule: "X03", what: "a pair is not in the list", breaks: withoutFirst("L3"), keeps: reworded("L3", "五老"), cell: "E18", left: 18, right: 17 },
  { rule: "X04", what: "an article is not in the list", breaks: withoutFirst("L4"), keeps: reworded("L4", "标题"), cell: "E7", left: 25, right: 24 },
  { rule: "X05", what: "a volunteer is not in the roster", breaks: withoutFirst("L7"), keeps: { lists: { L7: null } }, cell: "E7", left: 167, right: 166 },
  { rule: "X07", what: "funds, but said to have none", breaks: { set: { "1004": false } }, keeps: { set: { "1004": false, "1015": 0 } }, cell: "E10", left: null, right: null },
  { rule: "X07", what: "no funds, but said to have some", breaks: { set: { "1015": 0 } }, keeps: { set: { "1015": 1 } }, cell: "E10", left: null, right: null },
  { rule: "X08", what: "failed the year, and is 五好", breaks: { set: { "1016": 59.5 } }, keeps: { set: { "1016": 60 } }, cell: "E22", left: 59.5, right: 60 },
]; // prettier-ignore

export const RULE_CASES: readonly RuleCase[] = [...within, ...across];
