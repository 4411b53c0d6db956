/** R rules: what must hold within one form, and between a form and last year. */
import type { Rule } from "../../rules/rule";

type More = Partial<Omit<Rule, "number" | "forms" | "relation" | "message" | "advice">>;

/** A rule that must hold, skipped where a side is empty; `more` says what differs. */
export function rule(
  number: string,
  forms: readonly string[],
  relation: string,
  message: string,
  advice: string,
  more: More = {},
): Rule {
  return { number, forms, relation, message, advice, class: "mustFix", missing: "anyMissing", ...more };
}

/** For a total and its parts: a part left empty counts as 0 as long as anything is there. */
export const SUM: More = { missing: "allMissing" };
export const EXPLAIN: More = { class: "explain", explanationRequired: true };

const organisation: readonly Rule[] = [
  rule(
    "R01",
    ["关工01"],
    "0102=SUM(0103~0108)",
    "已建关工委组织总数（0102）填 {left}，0103 至 0108 各项之和是 {right}，相差 {difference}。",
    "逐项核对 0103 至 0108；0102 是自动计算的，若改成了手填数字，请恢复公式。",
    SUM,
  ),
  rule(
    "R02",
    ["关工01"],
    "0112<=0102",
    "达到“五好”的组织数（0112）填 {left}，多于已建关工委组织总数（0102）{right}。",
    "核对达标名单，0112 不能超过 0102。",
  ),
  rule(
    "R04",
    ["关工01"],
    "0117<>是",
    "常务副主任兼任老干部党支部书记（0117）填“是”，但没有设老干部党支部（0118 不是“是”）。",
    "已设支部的把 0118 改为“是”；没有设的把 0117 改为“否”。",
    { precondition: "0118<>是", missing: "never" },
  ),
  rule(
    "R28",
    ["关工01"],
    "0102<=0101",
    "已建关工委组织总数（0102）{left}，多于应建数（0101）{right}。",
    "核对应建数；确实超建的，请在“说明”栏写明原因。",
    EXPLAIN,
  ),
  rule(
    "R29",
    ["关工01"],
    "0111<=0110",
    "本年新建关工小组（0111）{left} 个，多于年末关工小组数（0110）{right} 个。",
    "本年新建的小组应当包括在年末数中，请核对。",
  ),
];

const volunteers: readonly Rule[] = [
  rule(
    "R05",
    ["关工02"],
    "SUM(0202~0207)=0201",
    "老干部、老战士、老专家、老教师、老模范和其他（0202 至 0207）之和是 {left}，五老志愿者总数（0201）填 {right}，相差 {difference}。",
    "每名志愿者只归入一类，请逐项核对后改正。",
    SUM,
  ),
  rule(
    "R06",
    ["关工02"],
    "0210+0211+0212=0201",
    "三个年龄段（0210 至 0212）之和是 {left}，五老志愿者总数（0201）是 {right}。",
    "核对各年龄段人数；年龄不详等原因造成不等的，请在“说明”栏写明。",
    { ...SUM, ...EXPLAIN },
  ),
  rule(
    "R07",
    ["关工02"],
    "0216<=0201",
    "五老骨干（0216）{left} 人，多于五老志愿者总数（0201）{right} 人。",
    "骨干是志愿者的一部分，请核对两个数。",
  ),
  rule(
    "R08",
    ["关工02"],
    "0215=0213-0214",
    "净增（0215）是 {left}，本年新增减本年退出（0213−0214）是 {right}，相差 {difference}。",
    "核对 0213、0214 和 0201；三项都对时净增自动一致。",
  ),
  rule(
    "R08",
    ["关工02"],
    "0215=0201-上年(0201)",
    "净增（0215）是 {left}，本年总数减上年总数（0201）是 {right}，相差 {difference}。",
    "核对 0201 的本年数；上年数由市里带入，不要改动。",
  ),
];

const study: readonly Rule[] = [
  rule(
    "R10",
    ["关工03", "关工02"],
    "0307<=0201",
    "参加学习的五老（0307）{left} 人，多于五老志愿者总数（0201）{right} 人。",
    "0307 按人数填，一人只计一次；按人次统计的请填在 0303、0305。",
  ),
  rule(
    "R11",
    ["关工03"],
    "0303>=0302",
    "线下参训（0303）{left} 人次，少于线下培训场次（0302）{right} 场。",
    "核对是否把场次和人次填反了；情况属实的请在“说明”栏写明。",
    EXPLAIN,
  ),
  rule(
    "R11",
    ["关工03"],
    "0305>=0304",
    "线上参学（0305）{left} 人次，少于线上学习培训次数（0304）{right} 次。",
    "核对是否把次数和人次填反了；情况属实的请在“说明”栏写明。",
    EXPLAIN,
  ),
];

/** R12: two lines a pair, so that the finding is at the zero and names what the other one says. */
function together(form: string, sessions: string, attendance: string, what: string): readonly Rule[] {
  return [
    rule(
      "R12",
      [form],
      `${sessions}=${attendance}`,
      `${what}：场次（${sessions}）填 {left}，参加人次（${attendance}）却填 {right}。`,
      `开展了活动的补填 ${sessions}；没有开展的把 ${attendance} 改为 0。`,
      { precondition: `${sessions}=0` },
    ),
    rule(
      "R12",
      [form],
      `${attendance}=${sessions}`,
      `${what}：参加人次（${attendance}）填 {left}，场次（${sessions}）却填 {right}。`,
      `开展了活动的补填 ${attendance}；没有开展的把 ${sessions} 改为 0。`,
      { precondition: `${attendance}=0` },
    ),
  ];
}

const sessions: readonly Rule[] = [
  ...together("关工03", "0302", "0303", "线下培训"),
  ...together("关工03", "0304", "0305", "线上学习培训"),
  ...together("关工04", "0401", "0406", "宣讲报告"),
  ...together("关工04", "0407", "0408", "主题教育活动"),
  ...together("关工05", "0503", "0504", "法治宣讲"),
  ...together("关工06", "0602", "0603", "家教宣讲、交流会"),
];

const education: readonly Rule[] = [
  rule(
    "R13",
    ["关工04"],
    "0412<=0411",
    "受表彰学生（0412）{left} 人，多于上报优秀征文（0411）{right} 篇。",
    "核对两个数；一篇征文有多名作者的，请在“说明”栏写明。",
    EXPLAIN,
  ),
  rule(
    "R13",
    ["关工04"],
    "0411<=0410",
    "上报优秀征文（0411）{left} 篇，多于征文参与学生（0410）{right} 人。",
    "核对两个数；一名学生上报多篇的，请在“说明”栏写明。",
    EXPLAIN,
  ),
  rule(
    "R25",
    ["关工04"],
    "0401=SUM(0402~0405)",
    "宣讲报告场次合计（0401）填 {left}，0402 至 0405 各主题之和是 {right}，相差 {difference}。",
    "每场宣讲只归入一个主题，请核对后改正。",
    SUM,
  ),
  rule(
    "R26",
    ["关工04"],
    "0409<=0407",
    "主题班会（0409）{left} 场，多于主题教育活动（0407）{right} 场。",
    "主题班会应当包括在主题教育活动中，请核对；情况特殊的请在“说明”栏写明。",
    EXPLAIN,
  ),
  rule(
    "R24",
    ["关工06"],
    "0607+0608<=0606",
    "先进集体与先进个人（0607+0608）合计 {left}，多于上报典型材料（0606）{right} 份。",
    "每个受表扬的集体或个人应有一份材料，请核对。",
  ),
];

const care: readonly Rule[] = [
  rule(
    "R14",
    ["关工07"],
    "0701=0702+0703",
    "捐款捐物总额（0701）填 {left} 元，社会力量与五老捐助（0702+0703）之和是 {right} 元，相差 {difference}。",
    "核对 0702 和 0703；0701 是自动计算的，若改成了手填数字，请恢复公式。",
    SUM,
  ),
  rule(
    "R15",
    ["关工07"],
    "0704+0705=0701",
    "现金与物资折价（0704+0705）之和是 {left} 元，捐款捐物总额（0701）是 {right} 元，相差 {difference}。",
    "核对 0704 和 0705；没有折价的物资写在 0706，不计入金额。",
    SUM,
  ),
  rule(
    "R16",
    ["关工07"],
    "0713<=0712",
    "帮扶青年农民（0713）{left} 对，多于结对帮扶总数（0712）{right} 对。",
    "0713 是 0712 的一部分，请核对两个数。",
  ),
  rule(
    "R27",
    ["关工07"],
    "0709<=0708",
    "资助的大学新生（0709）{left} 人，多于资助困难学生总数（0708）{right} 人。",
    "0709 是 0708 的一部分，请核对两个数。",
  ),
];

const publicity: readonly Rule[] = [
  rule(
    "R17",
    ["关工09"],
    "0902<=0901",
    "被采用（0902）{left} 篇，多于上报稿件（0901）{right} 篇。",
    "一稿被几家媒体采用只计一篇；情况属实的请在“说明”栏写明。",
    EXPLAIN,
  ),
  rule(
    "R18",
    ["关工09"],
    "0908<=0907",
    "受领导点评（0908）{left} 篇，多于上级采用（0907）{right} 篇。",
    "0908 是 0907 的一部分，请核对两个数。",
  ),
];

export const rulesWithin: readonly Rule[] = [
  ...organisation,
  ...volunteers,
  ...study,
  ...sessions,
  ...education,
  ...care,
  ...publicity,
];
