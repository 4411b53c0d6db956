/** L2: the gifts behind the totals of 关工07. */
import type { ListRecord } from "../template/list-sheet";
import type { Unit } from "../template/template";
import { daysOf } from "./days";
import type { Figures } from "./figures";
import { placesOf } from "./places";
import { seeded, seedOf, type Random } from "./random";
import { shareOut } from "./share-out";

const COMPANIES = [
  "鸿源山货合作社",
  "绿野参业",
  "江畔建材",
  "康泰药店",
  "惠民超市",
  "边贸商会",
  "山葡萄酒庄",
];
const GOODS = ["书包文具", "棉衣棉鞋", "图书", "米面油", "体育用品", "台灯"];
const RECEIVERS = ["困难学生", "留守儿童", "困境儿童", "单亲家庭子女"];

/** Cash and goods of the rows make 0702 to 0705; the money given on visits (0711) has rows of its own. */
export function donations(unit: Unit, year: number, figures: Figures): readonly ListRecord[] {
  const random = seeded(seedOf(`L2 ${unit.code} ${year}`));
  const number = (code: string): number => figures.get(code) ?? 0;
  const social = number("0702");
  const goods = number("0705");
  const socialGoods = Math.min(social, goods);
  const visits = number("0711");
  const visitsBySocial = Math.min(visits, Math.max(0, social - socialGoods));
  const rows = [
    ...gifts("社会", social - socialGoods, socialGoods, visitsBySocial, unit, year, random),
    ...gifts(
      "五老",
      number("0703") - (goods - socialGoods),
      goods - socialGoods,
      visits - visitsBySocial,
      unit,
      year,
      random,
    ),
  ];
  return rows.sort((a, b) => Number(a["日期"]) - Number(b["日期"]));
}

function gifts(
  source: "社会" | "五老",
  cash: number,
  goods: number,
  visits: number,
  unit: Unit,
  year: number,
  random: Random,
): readonly ListRecord[] {
  const own = Math.min(visits, cash);
  const rest = cash - own;
  const cashRows = rest === 0 ? [] : shareOut(rest, weights(rest, random));
  const goodsRows = goods === 0 ? [] : shareOut(goods, weights(goods, random));
  const dates = daysOf(random, year, cashRows.length + goodsRows.length + 1);
  const row = (i: number, receiver: string, more: ListRecord): ListRecord => ({
    日期: dates[i]!,
    来源: source,
    捐方: donor(source, unit, i),
    受方: receiver,
    现金: null,
    物资: null,
    折价: null,
    是否连续多年: i % 3 === 0 ? "是" : "否",
    ...more,
  });
  const to = (i: number): string => `${placesOf(unit).schools[i % 3]}${RECEIVERS[i % RECEIVERS.length]}`;
  return [
    ...cashRows.map((amount, i) => row(i, to(i), { 现金: amount })),
    ...goodsRows.map((amount, i) =>
      row(cashRows.length + i, to(i + 1), {
        物资: GOODS[(i + seedOf(unit.code)) % GOODS.length]!,
        折价: amount,
      }),
    ),
    ...(own === 0
      ? []
      : [row(dates.length - 1, `${placesOf(unit).short}走访慰问对象（慰问金）`, { 现金: own })]),
  ];
}

/** More rows for more money. */
function weights(amount: number, random: Random): number[] {
  const rows = Math.min(6, 1 + Math.floor(amount / 3500));
  return Array.from({ length: rows }, () => 0.6 + random());
}

function donor(source: "社会" | "五老", unit: Unit, i: number): string {
  if (source === "社会")
    return `${placesOf(unit).short}${COMPANIES[(i + seedOf(unit.name)) % COMPANIES.length]}`;
  return i === 0 ? `${unit.name}关工委班子成员` : `${unit.name}五老志愿者第${i}小组`;
}
