/** What a finding needs to say of a relation that staff gave no message: its sides by name, with their values. */
import type { FindingParam } from "../findings/finding";
import type { CompiledRule, Operand, ReadingNames, RuleResult } from "../rules";
import type { Form } from "../template/template";
import type { TemplateIndex } from "../template/template-index";
import { nameOf } from "../intake/labels";
import { isNumeric, type CheckContext } from "./check";

/**
 * @param home the line whose cell the finding is at: lines of other forms are named with their form
 */
export function relationText(
  context: CheckContext,
  compiled: CompiledRule,
  { left, right }: RuleResult,
  home: string | null,
): Readonly<Record<string, FindingParam>> {
  const names = readingNames(context.words.index, home, (form, code) => {
    const line = context.submission.forms.get(form.id)?.lines.get(code);
    return line?.current.place.cell ?? null;
  });
  const { sides, when } = compiled.read(names);
  const asked: Readonly<Record<string, FindingParam>> = when === null ? {} : { when };
  if (sides === null) {
    return { ...asked, whole: compiled.read({ ...names, value: (code) => valueOf(context, code) }).whole };
  }
  const { subject, other, compared, turned, fixed } = sides;
  const [subjectValue, otherValue] = (turned ? [right, left] : [left, right]).map(wordOf) as [
    FindingParam,
    FindingParam,
  ];
  const numbers = typeof left === "number" && typeof right === "number";
  const kind = fixed ? (numbers ? "fixed" : "word") : numbers ? "sides" : "words";
  return { ...asked, said: `${kind}.${compared}`, subject, other, subjectValue, otherValue };
}

/**
 * `home`: the line of whose form nothing is said; null: of none. `cellOf`: where an item is on the sheet that is spoken
 * of; not known if absent.
 */
export function readingNames(
  index: TemplateIndex,
  home: string | null,
  cellOf: (form: Form, code: string) => string | null = () => null,
): ReadingNames {
  const formOf = (code: string): string | null => index.indicators.get(code)?.form.id ?? null;
  const ownForm = home === null ? null : formOf(home);
  return {
    line: (code) => nameOf(index.indicators.get(code)?.indicator ?? { name: code }),
    code: (code) => itemNumber(index.indicators.get(code)?.form, code, cellOf),
    home: (code) => (formOf(code) === ownForm ? null : formOf(code)),
    list: (id) => `${id} ${index.lists.get(id)?.title ?? ""}`.trim(),
  };
}

/**
 * `01行3栏` for `01[3]`, where an office's own form numbers both; where it has no code, the cell if one is known, as the
 * key only says the name again.
 */
function itemNumber(
  form: Form | undefined,
  code: string,
  cellOf: (form: Form, code: string) => string | null,
): string | null {
  if (form?.layout !== "own") return code;
  for (const { lines, cells } of form.own?.tables ?? []) {
    const cell = cells.find(({ item }) => item === code);
    const line = cell && lines.find(({ key }) => key === cell.line)?.code;
    if (cell && line !== undefined) return /^\d+$/.test(cell.in) ? `${line}行${cell.in}栏` : code;
  }
  return cellOf(form, code);
}

/** Only of numbers and of 是 and 否: a text may be somebody's name. */
function valueOf(context: CheckContext, code: string): string | null {
  const kind = context.indicator(code)?.kind;
  if (kind === undefined || !(isNumeric(kind) || kind === "yesNo")) return null;
  const value = context.facts.current(code);
  return value === null ? "空" : typeof value === "number" ? String(value) : String(wordOf(value));
}

function wordOf(value: Operand): FindingParam {
  if (typeof value === "boolean") return value ? "“是”" : "“否”";
  return typeof value === "string" ? `“${value}”` : value;
}
