/** L5 and L6: examples and documents. */
import type { ListRecord } from "../template/list-sheet";
import type { Unit } from "../template/template";
import { day, daysOf } from "./days";
import type { Figures } from "./figures";
import { fullName } from "./people";
import { pick, seeded, seedOf } from "./random";

const DEEDS_OF_GROUPS = [
  "坚持每月一次集中学习，常年组织五老进校园宣讲，所在地未成年人连续三年无违法犯罪。",
  "建起少儿假日学校，寒暑假期间由老教师轮流义务辅导。",
];
const DEEDS_OF_PEOPLE = [
  "退休以来义务宣讲百余场，结对帮扶困难学生多名。",
  "多年担任法治副校长，热心帮教失足青少年。",
  "带头捐款助学，帮助多名青年农民掌握种植技术。",
];

/** One row for every group and person commended (0607, 0608). */
export function examples(unit: Unit, year: number, figures: Figures): readonly ListRecord[] {
  const random = seeded(seedOf(`L5 ${unit.code} ${year}`));
  const rows = (code: string, make: () => ListRecord): ListRecord[] =>
    Array.from({ length: figures.get(code) ?? 0 }, make);
  return [
    ...rows("0607", () => ({
      集体或个人: "集体",
      名称: `${unit.name}关工委`,
      事迹: pick(random, DEEDS_OF_GROUPS),
    })),
    ...rows("0608", () => ({
      集体或个人: "个人",
      名称: fullName(random, random() < 0.6 ? "男" : "女"),
      事迹: pick(random, DEEDS_OF_PEOPLE),
    })),
  ];
}

/** The county's documents of the year, and each unit's own plan. */
export function documents(unit: Unit, year: number): readonly ListRecord[] {
  if (unit.kind === "H") {
    return [
      {
        文件: `关于做好${year}年关心下一代工作的意见`,
        文号: `集关工发〔${year}〕1号`,
        日期: day(year, 2, 26),
      },
      {
        文件: "关于加强新时代关心下一代工作委员会工作的实施意见",
        文号: `集办发〔${year}〕29号`,
        日期: day(year, 7, 16),
      },
      { 文件: "关于开展“五好”关工委考核的通知", 文号: `集关工发〔${year}〕6号`, 日期: day(year, 10, 21) },
    ];
  }
  const [date = day(year, 3, 2)] = daysOf(seeded(seedOf(`L6 ${unit.code} ${year}`)), year, 1);
  return [{ 文件: `${unit.name}关工委${year}年工作计划`, 文号: null, 日期: date }];
}
