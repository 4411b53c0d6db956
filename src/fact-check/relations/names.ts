/** As many names as the number says: 东沟村、西岭村、南河村3个村. */
import { isCount, type Figure } from "../figure";
import type { Relation } from "../relation";

/** What names of such things end in, the longer first. */
const HEADS =
  /^(?:医院|社区|街道|小学|中学|学校|幼儿园|村|镇|乡|县|区|市|局|委|办|院|校|园|厂|站|所|中心|公司|协会|党支部|支部|企业)/;
const LONGEST_LIST = 200;

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
    sure: claim.value <= 60,
    finer: false,
  };
}

/** 东沟村、西岭村和南河村3个村. */
function before({ claim, after }: Figure, text: string): Named | null {
  const head = HEADS.exec(after)?.[0].replace("医院", "院");
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
  if (inside === undefined || head === undefined) return null;
  return countNames(inside.replace(/等$/, ""), head, /等$/.test(inside));
}

/** 和平社区 has 和 in it: only behind a whole name it joins two. */
function countNames(list: string, head: string, more: boolean): Named | null {
  const joined = list.replace(new RegExp(`(${head})(?:以及|和|及|与)(?=[^、])`, "g"), "$1、");
  const names = joined.split("、").map((name) => name.trim());
  if (
    names.length < 2 ||
    names.some(
      (name, i) => !name.endsWith(head) || name.length <= head.length || name.length > (i === 0 ? 24 : 12),
    )
  )
    return null;
  return { count: names.length, more };
}
