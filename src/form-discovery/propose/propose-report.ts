/** A short text proposed for an office's own forms; staff change it in the template. */
import { inExpression } from "../../rules";
import type { Form, ReportSentence, Template } from "../../template/template";
import { mainItems, subjectOf, type MainItem } from "./main-items";
import { listOf, secondOf } from "./propose-charts";
import type { Wholes } from "./wholes";

/** Besides the title. */
const MOST_SENTENCES = 8;
const NAMED = 3;
/** Characters: a longer list could not be edited. */
const LONGEST_LIST = 600;

export function proposeReport(
  { name, forms }: Pick<Template, "name" | "forms">,
  wholes: Wholes,
): ReportSentence[] {
  const rounds = forms
    .filter(({ layout }) => layout === "own")
    .map((form) => sentencesOf(form, wholes))
    .filter((sentences) => sentences.length > 0);
  if (rounds.length === 0) return [];
  const head: ReportSentence[] = [
    { role: "text", text: "应报{应报}个单位，已报{已报}个。" },
    { role: "more", condition: "不完整", text: "以下数字只含已报的单位。" },
  ];
  const chosen = fairShare(rounds, MOST_SENTENCES - head.length);
  return [{ role: "title", text: `{期}${subjectOf(name)}汇总情况` }, ...head, ...chosen];
}

/** Every form has its first sentence before any has its second; they are printed form by form. */
function fairShare(rounds: readonly (readonly ReportSentence[])[], most: number): ReportSentence[] {
  const counts = rounds.map(() => 0);
  let left = most;
  for (let round = 0; left > 0 && rounds.some(({ length }) => length > round); round++) {
    rounds.forEach(({ length }, i) => {
      if (left === 0 || length <= round) return;
      counts[i]!++;
      left--;
    });
  }
  return rounds.flatMap((sentences, i) => sentences.slice(0, counts[i]));
}

function sentencesOf(form: Form, wholes: Wholes): ReportSentence[] {
  const main = mainItems(form, wholes).filter(({ item }) => !/[{}\s]/.test(item.code));
  const [first] = main;
  if (!first) return [];
  const second = secondOf(main, wholes);
  return [first, ...(second ? [second] : [])].flatMap((each) => [
    amount(each),
    ...partsOf(each, main, wholes),
    largestUnits(each),
  ]);
}

/** Left out where no unit filled it in, or all of it is 0. */
function amount({ item: { code }, phrase }: MainItem): ReportSentence {
  return {
    role: "text",
    condition: `${inExpression(code)}<>0`,
    text: `${phrase}{${code}}，{${code} 比上年}。`,
  };
}

function partsOf({ item }: MainItem, main: readonly MainItem[], wholes: Wholes): ReportSentence[] {
  const codes = wholes.get(item.code) ?? [];
  const parts = main.filter((each) => codes.includes(each.item.code));
  if (parts.length < 2 || parts.length < codes.length) return [];
  const listed = listOf(parts);
  if (listed.length > LONGEST_LIST) return [];
  const condition = `${inExpression(item.code)}>0`;
  const lead = parts.length > NAMED ? "其中较多的有" : "其中";
  const most = Math.min(NAMED, parts.length);
  return [{ role: "more", condition, text: `${lead}{项 ${listed} 前${most} 占${item.code}}。` }];
}

function largestUnits({ item: { code }, phrase }: MainItem): ReportSentence {
  const text = `${phrase}较多的单位有{${code} 前${NAMED}}。`;
  return { role: "more", condition: `${inExpression(code)}>0`, text };
}
