/** The sample county's assessment of 2020: what each unit gave itself and what the county gave it, as its figures of that year allow. */
import {
  assessedUnits,
  assessmentBlank,
  ASSESSED_ITEMS,
  ASSESSMENT_PLACES,
} from "../template/builtin/assessment";
import type { PlanCell, WorkbookPlan } from "../workbook/plan";
import { exactSum } from "../workbook/exact-sum";
import { pick, seeded, seedOf, type Random } from "./random";
import { sampleCounty } from "./sample-county";

type Values = ReadonlyMap<string, unknown>;

/** The unit's workbook, by the name of its file. */
export function sampleAssessments(): readonly { readonly name: string; readonly plan: WorkbookPlan }[] {
  const { units } = sampleCounty();
  const figures = new Map(units.map(({ unit, values }) => [unit.name, values]));
  return assessedUnits.map(({ name }) => ({
    name: `${name}.xlsx`,
    plan: filled(name, scoresOf(name, figures.get(name) ?? new Map<string, unknown>())),
  }));
}

interface Scores {
  readonly self: number;
  readonly score: number;
  readonly reason: string | null;
}

function scoresOf(unit: string, values: Values): Scores[] {
  const random = seeded(seedOf(`考核 ${unit} 2020`));
  return ASSESSED_ITEMS.map(({ name, max }) => {
    const { most, because } = allowed(name, max, values);
    const self = most - pick(random, [0, 0, 0, 0.5, 1]);
    const score = self - pick(random, [0, 0, 0.5, 1]);
    const reason = most < max ? because : reasonFor(name, random);
    return { self, score, reason: score < max ? reason : null };
  });
}

/** What the year's figures allow, in half points, and the reason where that is not everything. */
function allowed(item: string, max: number, values: Values): { most: number; because: string } {
  const figure = (code: string): number => Number(values.get(code) ?? 0);
  if (item === "五好创建") {
    const organisations = exactSum(["0103", "0104", "0105", "0106", "0107", "0108"].map(figure));
    const rate = organisations === 0 ? 0 : (figure("0112") / organisations) * 100;
    const most = Math.floor(Math.min(max, Math.max(0, max - (85 - rate) * 0.5)) * 2) / 2;
    return { most, because: `五好率${rate.toFixed(1)}%，未达到85%` };
  }
  const articles = figure("0902");
  if (item === "宣传信息") return { most: Math.min(max, 4 + articles), because: `被采用稿件${articles}篇` };
  return { most: max, because: "" };
}

const REASONS: Readonly<Record<string, readonly string[]>> = {
  组织建设: ["联席会议少开一次", "一名副主任未及时补充"],
  五老队伍: ["骨干名册更新不及时", "新增五老登记表不全"],
  学习培训: ["一次学习缺记录", "三季度学习推迟"],
  主题教育: ["两场活动缺照片", "活动方案报送晚"],
  法治教育: ["宣讲记录不完整"],
  关爱帮扶: ["两名帮扶对象缺回访记录", "帮扶资金台账登记晚"],
  档案制度: ["工作总结报送晚", "个别档案未归类"],
};

function reasonFor(item: string, random: Random): string {
  return pick(random, REASONS[item] ?? ["检查中发现记录不全"]);
}

function filled(unit: string, scores: readonly Scores[]): WorkbookPlan {
  const blank = assessmentBlank();
  const [sheet] = blank.sheets;
  const { unitRow, periodColumn, firstRow, self, reason, score } = ASSESSMENT_PLACES;
  const written = new Map<string, PlanCell["value"]>([
    [`${unitRow} 0`, `填报单位：${unit}`],
    [`${unitRow} ${periodColumn}`, "年度：2020年"],
    [`${firstRow + scores.length} ${self}`, exactSum(scores.map((each) => each.self))],
    [`${firstRow + scores.length} ${score}`, exactSum(scores.map((each) => each.score))],
  ]);
  scores.forEach((each, i) => {
    written.set(`${firstRow + i} ${self}`, each.self);
    written.set(`${firstRow + i} ${reason}`, each.reason);
    written.set(`${firstRow + i} ${score}`, each.score);
  });
  const cells = sheet!.cells.map((cell) => {
    const value = written.get(`${cell.row} ${cell.column}`);
    return value === undefined ? cell : { ...cell, value };
  });
  return { ...blank, sheets: [{ ...sheet!, cells }] };
}
