/**
 * The second built-in template: the yearly assessment of the work that the annual report is about. Units score
 * themselves on the sheet 考核评分, the county then scores them. It is an own form like an office's: the sheet below is its
 * blank, from which the template is made as from any blank; what no blank says is in {@link withAssessmentRules}.
 */
import type { CellStyle, WorkbookPlan } from "../../workbook/plan";
import { SheetBuilder } from "../../workbook/sheet-builder";
import { textLines } from "../../workbook/text-lines";
import type { ScoredLine, Scoring } from "../scoring";
import type { Template } from "../template";
import { units } from "./units";

/** By this name the command line takes it. */
export const ASSESSMENT = "assessment";

const SHEET = "考核评分";
const NAME = "关心下一代工作年度考核评分表";

interface AssessedItem extends Pick<ScoredLine, "name" | "max" | "evidence" | "bound"> {
  /** 评分标准. */
  readonly criteria: string;
}

/** Evidence is in the codes of the annual report's forms. */
export const ASSESSED_ITEMS: readonly AssessedItem[] = [
  {
    name: "组织建设",
    max: 15,
    criteria: "班子健全、按时调整充实，5分；有人员、有场所、有设施、有经费，每项2分；建立联席会议制度，2分。",
    evidence: "0102/0101*100",
  },
  {
    name: "五好创建",
    max: 15,
    criteria: "五好率达到85%得满分，每低1个百分点扣0.5分。五好率低于70%的一票否决。",
    evidence: "0112/0102*100",
    bound: "MIN(15,MAX(0,15-(85-0112/0102*100)*0.5))",
  },
  {
    name: "五老队伍",
    max: 10,
    criteria: "五老志愿者、骨干名册健全并动态管理，6分；骨干占五老志愿者25%以上，4分。",
    evidence: "0216/0201*100",
  },
  {
    name: "学习培训",
    max: 10,
    criteria: "班子每季度集中学习不少于1次，4分；组织线下培训，6分。",
    evidence: "0301",
  },
  {
    name: "主题教育",
    max: 15,
    criteria: "开展宣讲报告和主题教育活动，有方案、有记录、有成效。少一类扣5分，无记录每场扣1分。",
    evidence: "0401+0407",
  },
  { name: "法治教育", max: 5, criteria: "五老参加法治宣讲，5分；没有开展的不得分。", evidence: "0503" },
  {
    name: "关爱帮扶",
    max: 10,
    criteria: "结对帮扶有名单、有记录，5分；帮扶资金管理规范，5分。",
    evidence: "0712",
  },
  {
    name: "宣传信息",
    max: 10,
    criteria: "按要求上报信息稿件，4分；被采用的每篇1分，最高6分。",
    evidence: "0902",
    bound: "MIN(10,4+0902)",
  },
  { name: "档案制度", max: 10, criteria: "年初有计划、年终有总结，4分；档案齐全、分类清楚，6分。" },
];

const RULES: Pick<Scoring, "gap" | "groups" | "grades" | "vetoes"> = {
  gap: 3,
  groups: [{ name: "乡镇", types: ["镇", "乡"] }],
  grades: [
    { name: "优秀", from: 90 },
    { name: "良好", from: 80 },
    { name: "合格", from: 60 },
    { name: "不合格", from: 0 },
  ],
  vetoes: [{ reason: "五好率低于70%", evidence: "0112/0102*100<70", grade: "合格" }],
};

const COLUMNS = [
  ["序号", 6],
  ["考核项目", 14],
  ["分值", 7],
  ["评分标准", 50],
  ["自评分", 9],
  ["扣分原因", 28],
  ["考核分", 9],
] as const;
const RIGHT = COLUMNS.length - 1;
const [SELF, REASON, SCORE] = [4, 5, 6];
const FIRST = 3;

/** Where the blank is filled in; rows and columns count from 0. */
export const ASSESSMENT_PLACES = {
  unitRow: 1,
  periodColumn: SELF,
  firstRow: FIRST,
  self: SELF,
  reason: REASON,
  score: SCORE,
} as const;

const TITLE: CellStyle = {
  bold: true,
  size: 18,
  font: "方正小标宋简体",
  horizontal: "center",
  vertical: "center",
};
const HEAD: CellStyle = { bold: true, border: "thin", horizontal: "center", vertical: "center", wrap: true };
const CELL: CellStyle = { border: "thin", vertical: "center", wrap: true };
const MIDDLE: CellStyle = { ...CELL, horizontal: "center" };

/** The blank that units get. */
export function assessmentBlank(): WorkbookPlan {
  const sheet = new SheetBuilder(SHEET);
  sheet.merge({ top: 0, left: 0, bottom: 0, right: RIGHT }, NAME, TITLE);
  sheet.height(0, 40);
  sheet.put(1, 0, "填报单位：");
  sheet.put(1, SELF, "年度：　　　　年");
  COLUMNS.forEach(([heading], i) => sheet.put(2, i, heading, HEAD));
  sheet.height(2, 28);
  ASSESSED_ITEMS.forEach(({ name, max, criteria }, i) => {
    const row = FIRST + i;
    sheet.putRow(row, 0, [i + 1], MIDDLE);
    sheet.put(row, 1, name, CELL);
    sheet.put(row, 2, max, MIDDLE);
    sheet.put(row, 3, criteria, CELL);
    for (const column of [SELF, REASON, SCORE])
      sheet.put(row, column, null, column === REASON ? CELL : MIDDLE);
    sheet.height(row, Math.max(30, 15 * textLines(criteria, 48) + 6));
  });
  putTotal(sheet, FIRST + ASSESSED_ITEMS.length);
  const below = FIRST + ASSESSED_ITEMS.length + 1;
  sheet.put(
    below,
    0,
    "填表说明：自评分由填报单位填写，扣了分的写明原因；考核分由县（市、区）督导检查后填写。",
  );
  sheet.widths(COLUMNS.map(([, width]) => width));
  return {
    names: [],
    sheets: [
      sheet.build({
        freeze: { rows: FIRST, columns: 2 },
        print: { landscape: true, fitWidth: 1, fitHeight: 0, titleRows: { first: 0, last: 2 } },
      }),
    ],
  };
}

function putTotal(sheet: SheetBuilder, row: number): void {
  const full = ASSESSED_ITEMS.reduce((sum, { max }) => sum + max, 0);
  sheet.putRow(row, 0, [null, "合计", full, null, null, null, null], { ...MIDDLE, bold: true });
  for (const [column, letter] of [
    [SELF, "E"],
    [SCORE, "G"],
  ] as const) {
    const cells = `${letter}${FIRST + 1}:${letter}${row}`;
    sheet.formula(row, column, `IF(COUNT(${cells})=0,"",SUM(${cells}))`, null, { ...MIDDLE, bold: true });
  }
  sheet.height(row, 30);
}

/** The county does not assess itself. */
export const assessedUnits = units.filter(({ kind }) => kind !== "H");

/** What the template that is made from the blank is given besides. */
export function withAssessmentRules(made: Template): Template {
  const items = new Map(ASSESSED_ITEMS.map((item) => [item.name, item]));
  const lines = (made.scoring?.lines ?? []).map((line): ScoredLine => {
    const { evidence, bound } = items.get(line.name) ?? {};
    return { ...line, ...(evidence ? { evidence } : {}), ...(bound ? { bound } : {}) };
  });
  return {
    ...made,
    id: "guangong-assessment",
    name: NAME,
    county: "集安市",
    committee: "集安市关工委",
    scoring: { ...RULES, lines },
  };
}
