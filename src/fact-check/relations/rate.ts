/** 受理880件，审结704件，结案率80%. */
import { isAlike, isCount, isPercent, sizeOf, spread, type Figure } from "../figure";
import { levelsBefore, visible } from "../read-figures";
import { add, relation, shareRange, sumRange, type Place, type Relation } from "../relation";
import { shareCharacters } from "../words";
import { sharesOf } from "./share";

const RATE = /(?<name>[^，、]{1,10}?)率(?:约|已|就)?(?:为|是|达到?|达到了|约|高达|均为?)*$/;
/** Characters of rates that are in the words of many counts. */
const COMMON = /[的为是达到全共有已和及年成功总覆盖参]/g;

export function rate(figure: Figure, place: Place): Relation[] {
  const name =
    figure.role === "rate" && isPercent(figure) ? RATE.exec(figure.left)?.groups!["name"] : undefined;
  if (name === undefined) return completion(figure, place);
  const core = name.replace(/^(?:其中|全[市县区镇乡])/, "");
  const before = countsOf(figure, place);
  if (/完成|到位|兑现|落实/.test(core)) return completion(figure, place);
  const part = before
    .filter((each) => shareCharacters(core.replace(COMMON, "") || core, each.left + each.after))
    .at(-1);
  if (!part) return [];
  const earlier = levelsBefore(place.sentence, part).filter(
    (each) =>
      isAlike(each, part) && (each.time.plan === part.time.plan || /应/.test(each.left)) && sizeOf(each) > 0,
  );
  const larger = earlier.filter((each) => sizeOf(each) >= sizeOf(part));
  const only =
    earlier.length === 1 && larger.length === 1 && before.at(-1) === part && isNext(part, larger[0]!, place);
  const both = earlier.length > 1 ? [together(figure, part, earlier)] : [];
  return [
    ...sharesOf(figure, part, larger, only && isSure(part, larger[0]!) ? larger[0]! : null, "rate"),
    ...both,
  ];
}

function countsOf(figure: Figure, { sentence, index }: Place): Figure[] {
  return sentence.figures.slice(0, index).filter((each) => isCount(each) && visible(each, figure));
}

function isNext(part: Figure, whole: Figure, { sentence }: Place): boolean {
  return sentence.figures.indexOf(part) - sentence.figures.indexOf(whole) === 1;
}

function isSure(part: Figure, whole: Figure): boolean {
  return part.section === whole.section && part.time.year === whole.time.year && !part.time.cumulative;
}

/** 受理200件，旧存40件，审结216件: of all that is there. */
function together(figure: Figure, part: Figure, wholes: readonly Figure[]): Relation {
  const total = add(wholes.map(sizeOf));
  return relation(figure, {
    kind: "rate",
    how: "share",
    operands: [sizeOf(part), total],
    value: (sizeOf(part) / total) * 100,
    range: shareRange(spread(part), sumRange(wholes)),
    from: [part, ...wholes],
    sure: false,
  });
}

const COMPLETED =
  /(?:完成|占|达到?|为)(?:了)?(?:全年|年度|年|本年|既定|总)*(?:的)?(?:计划|任务|目标|目标任务|计划任务|任务数|计划数|总任务)(?:数|总数|量)?的?$/;

/** 计划500人，实际450人，完成计划的90%. */
function completion(figure: Figure, place: Place): Relation[] {
  if (!isPercent(figure) || !(COMPLETED.test(figure.left) || RATE.test(figure.left))) return [];
  const before = countsOf(figure, place);
  const done = before.at(-1);
  if (!done || done.time.plan) return [];
  const plans = before.filter(
    (each) => each !== done && isAlike(each, done) && (each.time.plan || /应|拟/.test(each.left)),
  );
  const only = plans.length === 1 && isNext(done, plans[0]!, place) ? plans[0]! : null;
  return sharesOf(figure, done, plans, null, "completion").map((each) => ({ ...each, sure: only !== null }));
}
