/** Units of measure: which words mean the same, and what 万 before one does. */
import { compact } from "./clean";

/** Words that people write for a unit of measure. 人 and 人次 are two things and never each other's. */
const SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  人: ["名", "位", "个人"],
  元: ["圆", "块", "块钱", "元整", "元钱", "元人民币"],
  场: ["场次", "場"],
  次: ["次数", "回"],
  个: ["处", "個"],
  字: ["个字"],
  个百分点: ["百分点"],
  平方米: ["m²", "M²", "平米", "平方", "㎡"],
  立方米: ["m³", "M³", "立方"],
  亩: ["亩地"],
  公里: ["千米", "km", "KM"],
  公斤: ["千克", "kg", "KG"],
};
/**
 * Words that are a unit of measure wherever they follow a number. What is none of them (含小学, 其中女) is a remark, not
 * another unit.
 */
const COMMON = new Set(
  (
    "人 名 位 人次 个人 场 场次 次 次数 回 个 处 所 对 篇 份 件 部 首 本 册 箱 袋 台 套 张 期 户 家 组 队 支 条 项 元 圆 块 块钱 角 分 " +
    "美元 港元 欧元 英镑 字 个字 天 日 月 个月 年 岁 周 小时 分钟 课时 学时 节 讲 公里 千米 里 米 平方米 平米 平方 m² m³ 立方米 亩 公顷 " +
    "公斤 千克 克 斤 吨 升 % ‰ 百分点 个百分点 成 倍 点 村 社区 校 学校 乡 镇 桶 双 棵 株 头 只 辆 幅 块 幢 栋 间 座 盒 瓶 包 盏 面 " +
    "枚 把 床 顶 kg km m cm g t 页 批 轮 遍 趟 轮次 班 班次 级 届 人/次 人天 人日 台次 户次 人年 例 起 宗 笔 种 类 门 科 章 卷 集 " +
    "封 道 团 团队 小组 支队 机构 单位 部门 企业 家庭 学生 教师 老师 老人 儿童 孩子 青少年 志愿者 五老 群众 党员 干部"
  ).split(" "),
);
const SCALES: Readonly<Record<string, number>> = { 千: 1e3, 万: 1e4, 百万: 1e6, 亿: 1e8 };

export interface Measure {
  /** 万字 counts in 字 … */
  readonly base: string;
  /** … of which ten thousand make one. */
  readonly scale: number;
  /** Everything that may stand after a number of base units. 期·部 takes either word. */
  readonly words: ReadonlySet<string>;
}

const parsed = new Map<string, Measure>();

export function parseMeasure(measure: string): Measure {
  let known = parsed.get(measure);
  if (!known) parsed.set(measure, (known = build(compact(measure))));
  return known;
}

function build(text: string): Measure {
  const match = /^(百万|千|万|亿)(.+)$/.exec(text);
  const base = match ? match[2]! : text;
  const either = base.split(/[·・、/]/).filter((word) => word !== "");
  const words = [base, ...either].flatMap((word) => [word, ...(SYNONYMS[word] ?? [])]);
  return { base, scale: match ? SCALES[match[1]!]! : 1, words: new Set(words) };
}

/** Is the text, without its brackets, a unit of measure and nothing else? 万元 and 百份 are, too. */
export function isMeasureWord(text: string): boolean {
  return COMMON.has(text) || COMMON.has(text.replace(/^[十百千万亿]+/, ""));
}

/** Without the brackets around it: `(人)` → `人`. */
export function bareUnit(text: string): string {
  return /^\((.*)\)$/.exec(text)?.[1] ?? text;
}
