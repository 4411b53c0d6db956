/** L4: the articles that 0901 counts, each once; those adopted make 0902, their highest level 0904. */
import type { ListRecord } from "../template/list-sheet";
import type { Unit } from "../template/template";
import { daysOf } from "./days";
import type { Figures } from "./figures";
import { between, pick, seeded, seedOf, shuffled } from "./random";

const HEADLINES = [
  "组织五老开展抗美援朝故事宣讲",
  "老干部走进课堂讲家风",
  "开展“大手拉小手”结对帮扶",
  "召开关工委工作推进会",
  "五老志愿者助力疫情防控",
  "为困难学生送去新学期礼物",
  "举办青年农民种植技术培训",
  "法治副校长开讲开学第一课",
  "开展清明祭英烈活动",
  "“六一”走访慰问留守儿童",
  "五老骨干线上学习忙",
  "老教师义务办起假日学校",
  "举办家庭教育经验交流会",
  "红色研学进抗联遗址",
  "五老工作室挂牌",
  "开展“红心向党”征文评选",
  "老党员讲述志愿军故事",
  "关工小组建到楼栋",
  "组织青年外出考察",
  "表扬先进五老志愿者",
  "民法典宣讲进校园",
  "推进“五好”关工委创建",
  "老专家田间送技术",
  "爱心企业捐资助学",
  "开展暑期安全教育",
  "召开联席会议部署工作",
  "五老参与创建文明城市",
] as const;

interface Outlet {
  readonly level: "县" | "市" | "省" | "国家";
  readonly names: readonly string[];
}

const OUTLETS: readonly Outlet[] = [
  { level: "县", names: ["集安市融媒体中心", "《集安关工简报》"] },
  { level: "市", names: ["通化关工网", "《通化日报》"] },
  { level: "省", names: ["吉林关工网", "《吉林日报》"] },
  { level: "国家", names: ["中国关工委网", "《中国火炬》"] },
];

/** The levels that took the unit's articles, lowest first; the more were taken the higher. */
export function levelsOf(_unit: Unit, figures: Figures): readonly string[] {
  const adopted = figures.get("0902") ?? 0;
  const reach = adopted >= 15 ? 4 : adopted >= 7 ? 3 : adopted >= 4 ? 2 : adopted >= 1 ? 1 : 0;
  return OUTLETS.slice(0, reach).map(({ level }) => level);
}

export function articles(unit: Unit, year: number, figures: Figures): readonly ListRecord[] {
  const random = seeded(seedOf(`L4 ${unit.code} ${year}`));
  const count = figures.get("0901") ?? 0;
  const adopted = figures.get("0902") ?? 0;
  const levels = levelsOf(unit, figures);
  const headlines = shuffled(random, HEADLINES);
  return daysOf(random, year, count).map((date, i) => {
    // The first adopted piece goes to the highest level, so that 0904 has its witness.
    const level = i >= adopted ? null : i === 0 ? levels.at(-1)! : pick(random, levels);
    const outlet = OUTLETS.find((one) => one.level === level);
    return {
      标题: `${unit.name}${headlines[i % headlines.length]}`,
      日期: date,
      采用媒体: outlet ? pick(random, outlet.names) : null,
      级别: level,
      采用次数: outlet ? between(random, 1, 2) : null,
    };
  });
}
