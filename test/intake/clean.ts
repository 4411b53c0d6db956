/** Clean submissions, as the template lays them out and a careful unit fills them in. */
import { codeText } from "../../src/findings/finding-code";
import { builtInTemplate } from "../../src/template/builtin";
import { submissionPlan, type SubmissionContent } from "../../src/template/submission-plan";
import type { ListRecord } from "../../src/template/list-sheet";
import type { Indicator, Unit } from "../../src/template/template";
import { toSerial } from "../../src/workbook/dates";
import { workbookFromPlan } from "../../src/workbook/from-plan";
import type { WorkbookPlan } from "../../src/workbook/plan";
import { readSubmissions } from "../../src/intake/read-submissions";
import type { Submission } from "../../src/intake/submission";

export const TEMPLATE = builtInTemplate;

export function unitCalled(name: string): Unit {
  return TEMPLATE.units.find((unit) => unit.name === name)!;
}

const serial = (month: number, day: number): number => toSerial({ year: 2020, month, day })!;

export const ACTIVITIES: readonly ListRecord[] = [
  { 日期: serial(4, 3), 名称: "清明祭英烈", 类别: "宣讲", 主题: "抗联·红色", 主办单位: "台上镇关工委", 场次: 2, 人次: 180 },
  { 日期: serial(6, 1), 名称: "六一慰问演出", 类别: "主题活动", 主办单位: "台上镇关工委", 协办单位: "镇中心小学", 场次: 1, 人次: 240 },
  { 日期: serial(10, 25), 名称: "纪念抗美援朝七十周年", 类别: "宣讲", 主题: "抗美援朝", 主办单位: "台上镇关工委", 场次: 3, 人次: 310 },
]; // prettier-ignore

const DONATIONS: readonly ListRecord[] = [
  { 日期: serial(5, 20), 来源: "社会", 捐方: "某某商会", 受方: "困难学生", 现金: 12000, 折价: 3400 },
  {
    日期: serial(9, 1),
    来源: "五老",
    捐方: "镇关工委五老",
    受方: "大学新生",
    现金: 2600,
    是否连续多年: true,
  },
];

const PAIRS: readonly ListRecord[] = [
  { 五老: "王建国", 帮扶对象: "李小明", 类型: "困难学生", 起始年: 2018 },
  { 五老: "赵玉兰", 帮扶对象: "孙小红", 类型: "留守儿童", 起始年: 2020 },
];

const ARTICLES: readonly ListRecord[] = [
  { 标题: "五老进校园", 日期: serial(4, 10), 采用媒体: "市关工委简报", 级别: "县", 采用次数: 1 },
  { 标题: "老党员的暑期课堂", 日期: serial(8, 2) },
];

const EXAMPLES: readonly ListRecord[] = [
  { 集体或个人: "个人", 名称: "王建国", 事迹: "坚持讲红色故事十余年" },
];
const DOCUMENTS: readonly ListRecord[] = [
  { 文件: "关于加强关工委工作的意见", 文号: "台发〔2020〕12号", 日期: serial(3, 2) },
];
const ROSTER: readonly ListRecord[] = [
  { 姓名: "王建国", 性别: "男", 出生年: 1951, 类别: "老干部", 骨干: true, 电话: "13800000000" },
  { 姓名: "赵玉兰", 性别: "女", 出生年: 1948, 类别: "老教师", 骨干: false, 电话: "0435-6200000" },
];

/** A value for every line that the unit fills in, none of them twice within a form. */
export function valuesOf(unit: Unit): Map<string, number | string | boolean> {
  const values = new Map<string, number | string | boolean>();
  for (const form of TEMPLATE.forms.filter(({ layout }) => layout === "table")) {
    form.indicators.forEach((indicator, i) => {
      if (indicator.fills.includes(unit.kind) && indicator.formula === undefined) {
        values.set(indicator.code, valueOf(indicator, i));
      }
    });
  }
  return values;
}

function valueOf({ kind, choices, code }: Indicator, i: number): number | string | boolean {
  switch (kind) {
    case "yesNo":
      return i % 3 !== 0;
    case "choice":
      return choices![1]!;
    case "text":
      return `图书 ${i} 箱`;
    case "decimal":
      return 60 + i + 0.5;
    case "amount":
      return 1000 * (i + 1) + 5;
    default:
      return (Number(code.slice(0, 2)) + 1) * 7 + i * 3;
  }
}

export function contentOf(unit: Unit): SubmissionContent {
  const values = valuesOf(unit);
  const lastYear = [...values].flatMap(([code, value]): [string, number][] =>
    typeof value === "string" ? [] : [[code, Number(value) + (typeof value === "number" ? 2 : 0)]],
  );
  return {
    unit,
    period: "2020",
    values,
    lastYear: new Map([...lastYear, ["0102", 150], ["0113", 72.7]]),
    reasons: new Map([["0301", "新增两次专题学习"]]),
    lists: new Map([
      ["L1", ACTIVITIES],
      ["L2", DONATIONS],
      ["L3", PAIRS],
      ["L4", ARTICLES],
      ["L5", EXAMPLES],
      ["L6", DOCUMENTS],
      ["L7", ROSTER],
    ]),
    cover: new Map<string, number | string | boolean>([
      ["0006", "张国栋"],
      ["0007", "李秀英"],
      ["0008", "刘文"],
      ["0009", "0435-6200000"],
      ["0010", serial(12, 18)],
      ["0011", true],
      ["0012", 0],
    ]),
  };
}

export function cleanPlan(name = "台上镇"): WorkbookPlan {
  return submissionPlan(TEMPLATE, contentOf(unitCalled(name)));
}

export function readPlan(plan: WorkbookPlan, file = "台上镇.xlsx"): Submission[] {
  return readSubmissions(workbookFromPlan(plan), { file }, TEMPLATE);
}

/** Findings in short: class aside, the code and where it stands. */
export function found(submission: Submission): string[] {
  return submission.findings.map(
    ({ code, place }) => `${codeText(code)} ${place.sheet ?? ""}!${place.cell ?? ""}`,
  );
}
