/** Texts of a blank that are filled in where they are: 共有____人, □是 □否, 是/否, 户数：. */
import { BOX, partsAroundGaps } from "../template/cell-fill";
import type { CellFill } from "../template/own-sheet";
import { bare } from "./words";

export interface NamedFill {
  /** What is asked; empty where the label is another cell. */
  readonly name: string;
  readonly fill: CellFill;
}

const LONGEST_OPTION = 20;

/** Null for a text that is not to be filled. */
export function fillOf(text: string): NamedFill[] | null {
  if (text.length > 200) return null;
  return ticksOf(text) ?? choicesOf(text) ?? gapsOf(text);
}

/** `是否贫困村：□是 □否`, `□A □B`, `是□ 否□`. */
function ticksOf(text: string): NamedFill[] | null {
  if (!BOX.test(text)) return null;
  const start = text.search(BOX);
  const [, before = "", name = ""] = /^((.*)[:：?？])?/s.exec(text.slice(0, start)) ?? [];
  const rest = text.slice(before.length);
  const isBefore = rest.trimStart().search(BOX) === 0;
  const options = optionsIn(rest.split(new RegExp(BOX, "g")));
  if (options.length === 0) return null;
  return [{ name: bare(name), fill: { kind: "ticks", options, boxes: isBefore ? "before" : "after" } }];
}

/** `（是/否）`, `是/否`: what does not hold is deleted, or the other is ticked. */
function choicesOf(text: string): NamedFill[] | null {
  const plain = text.trim();
  const [, name = "", list = plain] = /^(.*?)[(（]([^()（）]+)[)）]$/s.exec(plain) ?? [];
  if (!/[/／、]/.test(list) || /\d/.test(list)) return null;
  const options = optionsIn(list.split(/[/／、]/));
  const isYesNo = options.length === 2 && /^(?:是|有|已|男|合格|达标|同意)/.test(options[0]!);
  const isShort = options.length > 1 && options.every((option) => option.length <= 4);
  const isChoice = isYesNo || (isShort && name !== "" && /^是否|^有无/.test(name));
  if (!isChoice) return null;
  return [{ name: bare(name), fill: { kind: "ticks", options, boxes: "none" } }];
}

function optionsIn(parts: readonly string[]): string[] {
  const options = parts
    .map((part) => bare(part).replace(/^[、,，;；/／]+|[、,，;；/／_:：]+$/g, ""))
    .filter((part) => part !== "" && part.length <= LONGEST_OPTION);
  return [...new Set(options)];
}

/** `共有____人，其中女____人`. */
function gapsOf(text: string): NamedFill[] | null {
  const parts = partsAroundGaps(text);
  if (parts === null || parts.length > 12) return null;
  if (/^[\d_\s年月日季度第至\-—.]*$/.test(text)) return null;
  return parts.slice(0, -1).map((part, index): NamedFill => {
    const name = bare(part)
      .replace(/[:：]$/, "")
      // `一、隐患排查：排查隐患点____处` asks for 排查隐患点.
      .replace(/^.*[:：](?=.*\p{L}{2})/su, "")
      .replace(/^[\p{L}%]{0,3}[,，;；。、]/u, "");
    return { name, fill: { kind: "gap", index } };
  });
}
