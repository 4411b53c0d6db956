/** As many names as the number says: 东沟村、西岭村、南河村3个村. */
import { isCount, type Figure } from "../figure";
import type { Relation } from "../relation";

/** What names of such things end in, the longer first. */
const HEADS =
  /^(?:医院|社区|街道|小学|中学|学校|幼儿园|中心|公司|协会|党支部|支部|企业|[村镇乡县区市局院校园厂站所](?![民委干级组医办长部内外务村企中街区政机员里域容容]))/;
const LONGEST_LIST = 200;
/** Whoever counts names is wrong by a few; else something different is counted. */
const MOST_WRONG = 3;

export function names(figure: Figure, text: string): Relation[] {
  if (!isCount(figure) || !Number.isInteger(figure.claim.value) || figure.claim.bound !== "exact") return [];
  return [before(figure, text), behind(figure, text)].flatMap((found) =>
    found ? [counted(figure, found)] : [],
  );
}

interface Named {
  readonly count: number;
  /** 等 leaves room for more. */
  readonly more: boolean;
}

function counted({ claim }: Figure, { count, more }: Named): Relation {
  const high = more ? Math.max(count, claim.value) : count;
  return {
    kind: "names",
    how: "count",
    operands: [count],
    expected: count,
    range: { low: count, high },
    sure: Math.abs(claim.value - count) <= MOST_WRONG,
    finer: false,
  };
}

/** 东沟村、西岭村和南河村3个村. */
function before({ claim, after }: Figure, text: string): Named | null {
  const head = HEADS.exec(after)?.[0].replace("医院", "院") ?? (isOfPeople(claim.unit) ? PERSON : undefined);
  if (head === undefined) return null;
  const list = /[^，。；：:,;！？!?（()）\n\d]*$/.exec(
    text.slice(Math.max(0, claim.start - LONGEST_LIST), claim.start),
  )![0];
  if (list.length >= LONGEST_LIST - 1) return null;
  const more = /等$/.test(list.trim());
  return countNames(list.trim().replace(/等$/, ""), head, more);
}

/** 文明村3个（石桥村、大营村、红旗村）. */
function behind({ claim, left, after }: Figure, text: string): Named | null {
  const rest = text.slice(claim.end + after.length, claim.end + after.length + LONGEST_LIST);
  const inside = /^[（(](?<list>[^（()）\d，；。]+)[）)]/.exec(rest)?.groups!["list"];
  const head = [
    ...`${left}|${after}`.matchAll(
      /社区|街道|小学|中学|学校|幼儿园|村|镇|乡|县|局|委|院|公司|协会|党支部|企业/g,
    ),
  ].at(-1)?.[0];
  if (inside === undefined) return null;
  const kind = isOfPeople(claim.unit) ? PERSON : head;
  return kind === undefined ? null : countNames(inside.replace(/等$/, ""), kind, /等$/.test(inside));
}

/** Stands for the names of persons, which end in anything and begin with a surname. */
const PERSON = "";
const SURNAMES =
  "王李张刘陈杨赵黄周吴徐孙胡朱郭何罗宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪任姜范姚谭廖邹熊陆郝孔崔康邱秦史顾侯邵孟龙万雷钱汤尹黎易常武乔贺赖龚庞樊殷施陶翟倪严牛";

function isOfPeople(unit: string): boolean {
  return unit === "名" || unit === "人" || unit === "位";
}

function isName(name: string, head: string, first: boolean): boolean {
  if (head === PERSON) return name.length >= 2 && name.length <= 3 && SURNAMES.includes(name[0]!);
  return name.endsWith(head) && name.length > head.length && name.length <= (first ? 24 : 12);
}

/** 和平社区 has 和 in it: only behind a whole name it joins two. */
function countNames(list: string, head: string, more: boolean): Named | null {
  const joined =
    head === PERSON
      ? list.replace(/(?:以及|和|及|与)(?=[^、]{2,3}$)/, "、")
      : list.replace(new RegExp(`(${head})(?:以及|和|及|与)(?=[^、])`, "g"), "$1、");
  const names = joined.split("、").map((name) => name.trim());
  if (names.length < 2 || !names.every((name, i) => isName(name, head, i === 0))) return null;
  return { count: names.length, more };
}
