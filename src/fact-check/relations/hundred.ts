/** Shares that are all there are make up a hundred: 男性占52%，女性占48%; 12:38:50. */
import { isPercent, spread, sizeOf, type Figure } from "../figure";
import { areAll } from "../partitions";
import { add, isSlip, relation, type Place, type Relation } from "../relation";

/** Of the last of them. */
export function hundred(figure: Figure, { sentence, index }: Place): Relation[] {
  if (figure.claim.terms) return structure(figure, figure.claim.terms);
  const listed = labelled(sentence.figures, index);
  if (listed) return ofRun(figure, listed.run, listed.labels);
  if (!isNamedShare(figure)) return [];
  const run: Figure[] = [figure];
  for (const each of sentence.figures.slice(0, index).reverse()) {
    if (!isNamedShare(each) || each.section !== figure.section || each.bracket !== figure.bracket) break;
    run.unshift(each);
  }
  const next = sentence.figures[index + 1];
  if (run.length < 2 || (next && isNamedShare(next) && next.section === figure.section)) return [];
  return ofRun(
    figure,
    run,
    run.map(({ left }) => left.replace(/占.*$/, "")),
  );
}

/** 老、中、青分别占30%、40%、30%: of the last of a list behind its names. */
function labelled(
  figures: readonly Figure[],
  index: number,
): { readonly run: Figure[]; readonly labels: string[] } | null {
  let from = index;
  while (from > 0 && /^[、和及与]$/.test(figures[from]!.gap.trim()) && index - from < 10) from--;
  const run = figures.slice(from, index + 1);
  const next = figures[index + 1];
  if (run.length < 2 || !run.every(isPercent) || (next && /^[、和及与]$/.test(next.gap.trim()))) return null;
  const names = /^(?<names>.*?)(?:所?占比例?|比重|比例)?(?:分别|各)(?:所?占比?)?(?:为|是|达)?$/.exec(
    run[0]!.left,
  )?.groups!["names"];
  const labels = names?.split(/[、和及与]/) ?? [];
  return labels.length === run.length && /占|比重|比例/.test(run[0]!.left) ? { run, labels } : null;
}

function ofRun(figure: Figure, run: readonly Figure[], labels: readonly string[]): Relation[] {
  const others = run.slice(0, -1);
  const rest = add([100, ...others.map((each) => -sizeOf(each))]);
  const range = others
    .map(spread)
    .reduce((sum, { low, high }) => ({ low: sum.low - high, high: sum.high - low }), { low: 100, high: 100 });
  const sure = areAll(labels) && rest > 0 && isSlip(figure.claim.value, rest);
  return rest <= 0
    ? []
    : [
        relation(figure, {
          kind: "hundred",
          how: "hundred",
          operands: others.map(sizeOf),
          value: rest,
          range,
          from: run,
          sure,
        }),
      ];
}

/** 女性占48%, 其他占10%: the share names its part, and its whole is not said. */
function isNamedShare(figure: Figure): boolean {
  return (
    figure.role === "share" && isPercent(figure) && /.(?<!其中)占(?:比)?(?:为|达到?|约)?$/.test(figure.left)
  );
}

function structure(figure: Figure, terms: readonly number[]): Relation[] {
  const slack = 0.051 * terms.length;
  return [
    {
      kind: "hundred",
      how: "sum",
      operands: terms,
      expected: 100,
      range: { low: 100 - slack, high: 100 + slack },
      sure: Math.abs(figure.claim.value - 100) <= 30,
      finer: false,
    },
  ];
}
