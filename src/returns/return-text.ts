/** 退回单 as a text for chat: what a unit must correct or explain. */
import { periodInSentence, type Say } from "../findings/say";
import { asksToCorrect, handledText, type Handled } from "./handled";
import { baseName, placeText } from "../county-layout/place-text";
import { askingFirst, type ReturnedFinding, type UnitReturn } from "./unit-returns";

export type ReturnTextOf = Pick<UnitReturn, "unit" | "committee" | "period" | "findings"> &
  Partial<Pick<UnitReturn, "handled">>;

/** Null where nothing need be returned. */
export function returnText(
  { unit, committee, period, findings, handled = [] }: ReturnTextOf,
  say: Say,
): string | null {
  const asking = askingFirst(findings);
  if (asking.length === 0 && !handled.some(asksToCorrect)) return null;
  const parts = (["mustFix", "explain"] as const).flatMap((weight) => {
    const own = asking.filter((finding) => finding.weight === weight);
    return own.length === 0
      ? []
      : [say(`return.${weight}`, { count: own.length }), ...own.map((each, i) => line(each, i + 1, say))];
  });
  const head = { unit, committee, period: periodInSentence(period, say) };
  const done = handled.map((each, i) => handledLine(each, i + 1, say));
  if (done.length > 0) done.unshift(say("return.handled", { count: done.length }));
  return [say("return.head", head), ...parts, ...done, say("return.foot", head)].join("\n");
}

function handledLine(handled: Handled, number: number, say: Say): string {
  const { place, raw, what } = handledText(handled, say);
  const text = raw === "" ? what : say("return.handled.raw", { raw, what });
  return say("return.line", { number, place, text });
}

function line(finding: ReturnedFinding, number: number, say: Say): string {
  const { file } = finding.place;
  const place = placeText(finding) ?? (file === null ? null : baseName(file));
  const { what, mend } = say.findingParts(finding);
  const text = mend === "" ? what : say("return.text", { what, mend });
  return place === null ? `${number}. ${text}` : say("return.line", { number, place, text });
}
