/** Yes or no, and choices from a list. */
import type { Cell } from "../../workbook/workbook";
import { clean, compact, rawText } from "./clean";
import { withoutOuterFootnotes } from "./footnotes";
import type { CellSpec, Reading, ReadSettings } from "./reading";
import { blank, filled, logged, refused } from "./reading";
import { readWord } from "./words";

/** U+F0FC and its like: ticks in Wingdings, whose characters Word and Excel keep in the private use area. */
const TICK = "√✓✔☑✅∨\uf0fc\uf0fe";
const CROSS = "×✗✘☒❌✕✖╳\uf0fb\uf0fd";
const YES = new RegExp(
  `^(?:是的?|有的?|对|[${TICK}vVⅤ]{1,2}|y(?:es)?|t(?:rue)?|ok|1|已(?!.*(?:停|取消|撤|终止|解散)).{0,4}|打勾|勾|具备|达标|属实|符合|合格|完成|落实|建立|健全|齐全)$`,
  "i",
);
const NO = new RegExp(
  `^(?:否|不是|不|无|没有|没|暂无|尚无|均无|尚?未.{0,4}|没.{1,3}|错|[${CROSS}xX]|n(?:o)?|f(?:alse)?|0|不具备|不达标|不符合|不合格)$`,
  "i",
);
/** 是（2020年建）: the remark in brackets explains the word, as long as it denies nothing. */
const REMARKED = /^(是|否|有|无)\((?![^()]*(?:[是否不无未没]|取消|停))[^()]{1,30}\)$/;

const TICKED = `(?:[${TICK}■●]|\\([${TICK}]\\)|\\[[${TICK}]\\])`;
const UNTICKED = "(?:[□☐○×]|\\(\\)|\\[\\])";
/** `√是 □否`, `是（√） 否（ ）`: the boxes of a paper form. The text must be compact. */
const TICKED_YES = new RegExp(`^(?:${TICKED}是${UNTICKED}否|是${TICKED}否${UNTICKED})$`);
const TICKED_NO = new RegExp(`^(?:${UNTICKED}是${TICKED}否|是${UNTICKED}否${TICKED})$`);

export function readYesNo(cell: Cell, spec: CellSpec, settings: ReadSettings): Reading {
  const { raw, text, steps } = textOf(cell);
  if (text === "") return blank();
  if (text === "是" || text === "否") return filled(raw, text === "是", steps);
  const said = compact(text).replace(/[.。,、;!]+$/, "");
  // Boxes and bullets are no footnote marks here: □是 is not ticked.
  const unmarked = withoutOuterFootnotes(said);
  const bare = REMARKED.exec(unmarked)?.[1] ?? unmarked;
  const isYes = YES.test(bare) || TICKED_YES.test(bare);
  if (isYes || NO.test(bare) || TICKED_NO.test(bare))
    return logged(raw, isYes, { code: "D51", class: "note" });
  const word = readWord(raw, text, spec, settings);
  return word ?? refused(raw, { code: "R22", class: "mustFix" });
}

/** A choice as the template spells it; 市级 is read as 市 (D51), and 市 as 市级. */
export function readChoice(cell: Cell, spec: CellSpec, settings: ReadSettings): Reading {
  const { raw, text, steps } = textOf(cell);
  if (text === "") return blank();
  const choices = spec.choices ?? [];
  const exact = choices.find((choice) => compact(choice) === compact(text));
  if (exact !== undefined) return filled(raw, exact, steps);
  const bare = choices.find((choice) => withoutLevel(choice) === withoutLevel(text));
  if (bare !== undefined) return logged(raw, bare, { code: "D51", class: "note", variant: "choice" });
  const begun = choiceBegun(compact(text), choices.map(compact));
  if (begun !== null) return logged(raw, choices[begun]!, { code: "D51", class: "note", variant: "choice" });
  const [yes, no] = choices;
  if (choices.length === 2 && YES.test(yes!) && NO.test(no!)) {
    const { value, ...reading } = readYesNo(cell, spec, settings);
    if (typeof value === "boolean") return { ...reading, value: value ? yes! : no! };
  }
  const word = readWord(raw, text, spec, settings);
  if (word?.value === 0) return { ...word, value: null, state: "notApplicable" };
  return word ?? refused(raw, { code: "F22", class: "mustFix", params: { choices: choices.join("、") } });
}

/** 社会力量 begins with 社会, 五老志愿者 with 五老; not where another choice is in it, too, or 以外 follows. */
function choiceBegun(text: string, choices: readonly string[]): number | null {
  const within = choices.filter((choice) => text.includes(choice));
  const [only] = within;
  // A single character (县, 市) begins names of places as well.
  if (only === undefined || within.length > 1 || only.length < 2) return null;
  return text.startsWith(only) && !/[外非除不]/.test(text) ? choices.indexOf(only) : null;
}

function withoutLevel(text: string): string {
  return compact(text).replace(/[级类]$/, "");
}

function textOf(cell: Cell): { raw: string; text: string; steps: readonly string[] } {
  const raw = rawText(cell);
  return { raw, ...clean(raw) };
}
