/** 退回单 as a text for chat: what a unit must correct or explain. */
import type { Finding } from "../../intake/finding";
import { periodWords, type Say } from "../say";
import { askingFirst, type ReturnedFinding, type UnitReturn } from "./unit-returns";

export type ReturnTextOf = Pick<UnitReturn, "unit" | "committee" | "period" | "findings">;

/** Null where nothing need be returned. */
export function returnText({ unit, committee, period, findings }: ReturnTextOf, say: Say): string | null {
  const asking = askingFirst(findings);
  if (asking.length === 0) return null;
  const parts = (["mustFix", "explain"] as const).flatMap((weight) => {
    const own = asking.filter((finding) => finding.weight === weight);
    return own.length === 0
      ? []
      : [say(`return.${weight}`, { count: own.length }), ...own.map((each, i) => line(each, i + 1, say))];
  });
  const head = { unit, committee, period: period === null ? "" : periodWords(period, say) };
  return [say("return.head", head), ...parts, say("return.foot", head)].join("\n");
}

function line(finding: ReturnedFinding, number: number, say: Say): string {
  const { file } = finding.place;
  const place = placeText(finding) ?? (file === null ? null : baseName(file));
  const text = say.finding(finding);
  return place === null ? `${number}. ${text}` : say("return.line", { number, place, text });
}

/** The last part of a path: what a person calls the file. */
export function baseName(file: string): string {
  return file.replace(/^.*\//, "");
}

/** `关工02!E7`; null where the finding is about the whole file. */
export function placeText({ place: { sheet, cell } }: Finding): string | null {
  if (sheet === null) return null;
  return cell === null ? sheet : `${sheet}!${cell}`;
}
