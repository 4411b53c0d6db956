/** Where one claim of a sentence follows from others of it, whatever they count. */
import { isPoints, isShare, type Claim } from "./claim";
import { statedShare } from "./comparisons";
import type { LineRelations } from "../annual-report/county-facts";
import { baseOf } from "./measures-alike";
import { areOfSame } from "./scope";
import { valueCode, type InnerCheck, type Statement } from "./statement";

/** `done`: what the sentence has said before, in its order. */
export function innerChecks(
  statement: Statement,
  done: readonly Statement[],
  right: string,
  relations: LineRelations,
): InnerCheck[] {
  if (statement.claim.loose) return [];
  if (!isShare(statement.claim)) return sumChecks(statement, done);
  return shareOfNumber(statement, done) ?? shareChecks(statement, done, right, relations);
}

/** 802人，占2503名五老志愿者的29%: the whole is between 占 and the share. */
function shareOfNumber({ before }: Statement, done: readonly Statement[]): InnerCheck[] | null {
  const [part, whole] = done.slice(-2);
  if (!part || !whole || !/^(?:约|近)?占$/.test(whole.before.trim()) || !/的(?:比例)?$/.test(before))
    return null;
  if (!isCount(part.claim) || baseOf(part.claim) !== baseOf(whole.claim)) return null;
  return [
    {
      kind: "share",
      from: [part.claim, whole.claim],
      sign: 1,
      sure: !part.claim.loose && !whole.claim.loose,
    },
  ];
}

/** 2503人，其中骨干802人，占29%: the number just before, of the larger one of the same measure. */
function shareChecks(
  { claim, before, scope }: Statement,
  done: readonly Statement[],
  right: string,
  relations: LineRelations,
): InnerCheck[] {
  const share = statedShare(before);
  const part = done.at(-1);
  if (
    !share ||
    !/^(?:其中)?$/.test(share.part) ||
    !part ||
    !isCount(part.claim) ||
    part.claim.loose ||
    !areOfSame(part.scope, scope) ||
    !/^(?:左右|以上)?$/.test(right.trim())
  )
    return [];
  // What it is a share of is named: whether that is the number before, the words alone do not say.
  if (!/^(?:总数|总量|总额|总人数)?的?(?:比例)?(?:达到?|为)?$/.test(share.whole)) return [];
  const within = /其中/.test(part.before);
  const wholes = done.filter(
    (each, i) => each !== part && isWhole(each, part) && (within || !isShareOf(done[i + 1])),
  );
  const code = valueCode(part);
  const known =
    code === null ? [] : wholes.filter((each) => relations.wholesOf(code).includes(valueCode(each) ?? ""));
  const chosen = known.length > 0 ? known : wholes;
  return chosen.map((whole) => ({
    kind: "share",
    from: [part.claim, whole.claim],
    sign: 1,
    sure: chosen.length === 1 && part.claim.bound !== "atMost" && claim.bound !== "atMost",
  }));
}

/** 男生120人，占60%，女生80人，占40%: what is a part itself is not the whole of the next. */
function isShareOf(next: Statement | undefined): boolean {
  return next !== undefined && isShare(next.claim) && statedShare(next.before) !== null;
}

function isCount(claim: Claim): boolean {
  return !isShare(claim) && !isPoints(claim);
}

/** A stated number that the part may be a part of; differences from last year and last year's values are none. */
function isWhole({ claim, readings }: Statement, part: Statement): boolean {
  const now = readings.every((reading) => reading.kind === "value" && reading.year === "this");
  return (
    now &&
    !claim.loose &&
    isCount(claim) &&
    baseOf(claim) === baseOf(part.claim) &&
    sizeOf(claim) >= sizeOf(part.claim)
  );
}

/** 培训9场，宣讲12场，合计25场: the numbers of the same measure before it in the sentence. */
function sumChecks({ claim, before }: Statement, done: readonly Statement[]): InnerCheck[] {
  if (!/^(?:以上|两项|三项|四项|各项)*(?:合计|总计|共计)(?:为|达|达到)?$/.test(before.replace(/\s/g, "")))
    return [];
  const same = done.filter((each) => !each.claim.loose && baseOf(each.claim) === baseOf(claim));
  // 35.6万元，其中20.4万元、15.2万元，合计: of the parts, without what they are parts of.
  const within = same.map((each) => /其中/.test(each.before)).lastIndexOf(true);
  const parts = same.slice(Math.max(0, within));
  const plain = parts.every(({ readings }) => readings.every((reading) => reading.kind === "value"));
  if (parts.length < 2 || !plain) return [];
  return [{ kind: "sum", from: parts.map((each) => each.claim), sign: 1, sure: /合计|总计/.test(before) }];
}

/** In the base measure, to compare 35.6万元 with 2000元. */
function sizeOf(claim: Claim): number {
  return claim.value * (claim.unit.startsWith("万") ? 1e4 : claim.unit.startsWith("亿") ? 1e8 : 1);
}
