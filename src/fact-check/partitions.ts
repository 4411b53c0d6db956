/** Kinds of which a whole is made and nothing else: two parts that are these are all parts. */

/** Each group is one set of kinds; `|` are words for one kind. */
const PARTITIONS: readonly (readonly string[])[] = [
  "男 女", "公办|公立|国有 民办|私立|民营", "党委|党工委 总支 支部", "城镇|城市|城区|县城 农村|乡村|乡镇|农民", "专职 兼职", "线上 线下", "现金|善款 物资|实物|物品|款物",
  "上半年 下半年", "一季度 二季度 三季度 四季度", "小学 初中 高中", "小学 中学", "初中 高中", "省级 市级 县级|区级", "中央 省 市 县", "初访 重访|重复", "本科 研究生|硕士",
  "社会团体|社团 民办非企业|民非|社会服务机构 基金会", "新建 续建|改建|改扩建|扩建", "常住|户籍 流动|暂住", "本地|本县|本市|本省|县内|省内|市内 外地|外县|外市|外省|县外|省外|市外", "民事 刑事 行政",
  "民事 刑事", "一产|第一产业 二产|第二产业 三产|第三产业", "汉族 少数民族", "党员 群众", "村 社区", "村 居", "室内 室外", "大型 中型 小型", "合格 不合格", "在职|在岗 离退休|退休|离休",
  "正式党员 预备党员", "集中 分散", "甲级 乙级 丙级", "大专|本科 高中|中专 初中", "市直|县直|区直|机关|直属 乡镇|镇街|街道|基层", "学生 教师|教职工|老师", "已婚 未婚", "独生 非独生",
  "固定 流动", "财政|政府|公共 社会|自筹", "企业 个人", "单位 个人", "集体 个人", "成人|成年 儿童|未成年", "公益 经营", "重点 一般|普通", "汽车 摩托车", "一般户 低保户 五保户", "综合 专科", "全日制 非全日制",
  "国内 国外|境外|海外", "省属 市属 县属", "城关|城区 农村", "老年|老 中年|中 青年|青", "白天|日间 夜间|晚间", "正职 副职", "东部 中部 西部", "东 西", "东 中 西", "南 北", "上级|上争 本级|自筹", "有 无",
].map((line) => line.split(" ")); // prettier-ignore

const REST = /其他|其它|其余|另外/;
/** One measure from the lowest step to the highest: ages, schooling, sums of money. */
const SCALES = [/岁/, /本科|大专|高中|中专|初中|小学|研究生|硕士/, /元/];

/** Do these words, one per part, name all the kinds there are? */
export function areAll(parts: readonly string[]): boolean {
  if (parts.length < 2 || parts.some((words) => words === "")) return false;
  if (REST.test(parts.at(-1)!)) return true;
  if (areSteps(parts)) return true;
  return (
    hasNegation(parts) || PARTITIONS.some((kinds) => kinds.length === parts.length && matchEach(kinds, parts))
  );
}

/** 35岁以下, 36至50岁, 51岁以上. */
function areSteps(parts: readonly string[]): boolean {
  const [up, down] = [parts.some((words) => /以上/.test(words)), parts.some((words) => /以下/.test(words))];
  return up && down && SCALES.some((scale) => parts.every((words) => scale.test(words)));
}

/** Each kind is named by one part, each part names one. */
function matchEach(kinds: readonly string[], parts: readonly string[]): boolean {
  const found = parts.map((words) =>
    kinds
      .map((kind, i) => (kind.split("|").some((word) => words.includes(word)) ? i : -1))
      .filter((i) => i >= 0),
  );
  // 不合格 has 合格 in it: the longest word decides.
  const chosen = found.map((ids, p) => longest(ids, kinds, parts[p]!));
  return chosen.every((id) => id !== null) && new Set(chosen).size === kinds.length;
}

function longest(ids: readonly number[], kinds: readonly string[], words: string): number | null {
  const length = (id: number): number =>
    Math.max(
      ...kinds[id]!.split("|")
        .filter((word) => words.includes(word))
        .map((word) => word.length),
    );
  return [...ids].sort((a, b) => length(b) - length(a))[0] ?? null;
}

/** 已办结 and 未办结, 留守 and 非留守. */
function hasNegation(parts: readonly string[]): boolean {
  const [a = "", b = ""] = parts;
  if (parts.length !== 2) return false;
  const core = (words: string): string => words.replace(/^(?:已经?|未|非|不|尚未)/, "");
  const negated = (words: string): boolean => /^(?:未|非|不|尚未)/.test(words);
  return core(a) === core(b) && negated(a) !== negated(b);
}
