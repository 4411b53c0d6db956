/** Units of measure: which words mean the same, and what 万 before one does. */
import { compact } from "./clean";

/** Words that people write for a unit of measure. 人 and 人次 are two things and never each other's. */
const SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  人: ["名", "位"],
  元: ["圆", "块", "块钱", "元整", "元钱", "元人民币"],
  场: ["场次"],
  次: ["次数", "回"],
  个: ["处"],
  字: ["个字"],
  个百分点: ["百分点"],
};
const SCALES: Readonly<Record<string, number>> = { 千: 1e3, 万: 1e4, 百万: 1e6, 亿: 1e8 };

export interface Measure {
  /** 万字 counts in 字 … */
  readonly base: string;
  /** … of which ten thousand make one. */
  readonly scale: number;
  /** Everything that may stand after a number of base units. 期·部 takes either word. */
  readonly words: ReadonlySet<string>;
}

const parsed = new Map<string, Measure>();

export function parseMeasure(measure: string): Measure {
  let known = parsed.get(measure);
  if (!known) parsed.set(measure, (known = build(compact(measure))));
  return known;
}

function build(text: string): Measure {
  const match = /^(百万|千|万|亿)(.+)$/.exec(text);
  const base = match ? match[2]! : text;
  const either = base.split(/[·・、/]/).filter((word) => word !== "");
  const words = [base, ...either].flatMap((word) => [word, ...(SYNONYMS[word] ?? [])]);
  return { base, scale: match ? SCALES[match[1]!]! : 1, words: new Set(words) };
}

/** Without the brackets around it: `(人)` → `人`. */
export function bareUnit(text: string): string {
  return /^\((.*)\)$/.exec(text)?.[1] ?? text;
}
