/** L1: the events behind the totals of 关工04. */
import type { ListRecord } from "../template/list-sheet";
import type { Unit } from "../template/template";
import { daysOf } from "./days";
import type { Figures } from "./figures";
import { fullName } from "./people";
import { placesOf } from "./places";
import { pick, seeded, seedOf, type Random } from "./random";
import { shareOut } from "./share-out";

interface Kind {
  readonly category: string;
  readonly theme: string;
  readonly form: string;
  readonly audience: string;
  readonly titles: readonly string[];
}

const TALKS: Readonly<Record<string, Kind>> = {
  "0402": talk("抗美援朝", ["抗美援朝故事宣讲", "志愿军英雄事迹报告", "“渡江第一渡”故事宣讲"]),
  "0403": talk("抗联·红色", ["杨靖宇将军事迹宣讲", "东北抗联故事报告", "红色家书诵读宣讲"]),
  "0404": talk("抗疫", ["抗疫精神宣讲", "身边抗疫故事报告"]),
  "0405": talk("其他", ["传统美德故事宣讲", "劳动精神宣讲"]),
};

const MEETINGS: Kind = {
  category: "班会",
  theme: "抗联·红色",
  form: "主题班会",
  audience: "中小学生",
  titles: ["“传承红色基因”主题班会", "“少年向上”主题班会", "“铭记历史”主题班会"],
};

const EVENTS: Kind = {
  category: "主题活动",
  theme: "其他",
  form: "集体活动",
  audience: "青少年",
  titles: ["清明祭扫", "“红心向党”演讲比赛", "“六一”文艺演出", "国防教育开放日", "读书分享会"],
};

const TRIPS: Kind = {
  category: "研学",
  theme: "抗联·红色",
  form: "研学",
  audience: "中小学生",
  titles: ["抗联遗址红色研学", "鸭绿江国境铁路大桥研学"],
};

function talk(theme: string, titles: readonly string[]): Kind {
  return { category: "宣讲", theme, form: "报告会", audience: "中小学生", titles };
}

/** Sessions and attendance of the rows make the lines 0401 to 0409 and 0414. */
export function activities(unit: Unit, year: number, figures: Figures): readonly ListRecord[] {
  const random = seeded(seedOf(`L1 ${unit.code} ${year}`));
  const number = (code: string): number => figures.get(code) ?? 0;
  const themes = Object.keys(TALKS);
  const audiences = shareOut(number("0406"), themes.map(number));
  const [meetings = 0, events = 0] = shareOut(number("0408"), [
    number("0409"),
    number("0407") - number("0409"),
  ]);
  const rows = [
    ...themes.flatMap((code, i) => series(TALKS[code]!, number(code), audiences[i]!, unit, year, random)),
    ...series(MEETINGS, number("0409"), meetings, unit, year, random),
    ...series(EVENTS, number("0407") - number("0409"), events, unit, year, random),
    ...series(TRIPS, Math.min(3, number("0414")), number("0414"), unit, year, random),
  ];
  return rows.sort((a, b) => Number(a["日期"]) - Number(b["日期"]));
}

/** Events of one kind: single sessions where they are few, else some at one place. */
function series(
  kind: Kind,
  sessions: number,
  people: number,
  unit: Unit,
  year: number,
  random: Random,
): readonly ListRecord[] {
  if (sessions === 0) return [];
  const places = placesOf(unit);
  const rows = Math.min(sessions, 8);
  const perRow = shareOut(sessions, Array<number>(rows).fill(1));
  const attendance = shareOut(people, perRow);
  return daysOf(random, year, rows).map((date, i) => ({
    日期: date,
    名称: `${pick(random, [...places.schools, ...places.halls])}${kind.titles[i % kind.titles.length]}`,
    类别: kind.category,
    主题: kind.theme,
    形式: kind.form,
    主讲: kind.category === "宣讲" ? fullName(random, random() < 0.7 ? "男" : "女") : null,
    主办单位: `${unit.name}关工委`,
    协办单位: random() < 0.3 ? pick(random, places.schools) : null,
    场次: perRow[i]!,
    人次: attendance[i]!,
    对象: kind.audience,
  }));
}
