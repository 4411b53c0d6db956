/** What a line is called where it is not among the lines of its form. */
import type { Form, Indicator } from "./template";

const PART = /^(?:其中|总数中|总额中)[：:]/;

/** 其中：乡镇街道级 is indented below its total in a form; here it is by itself. */
export function shortName(name: string): string {
  return name.replace(PART, "");
}

/** `关工小组数：本年新建`: a line that is part of another, behind the name of the whole. */
export function nameWithWhole({ indicators }: Form, { code, name, indent }: Indicator): string {
  const at = indicators.findIndex((line) => line.code === code);
  const whole = indicators.slice(0, Math.max(0, at)).findLast((line) => line.indent < indent);
  return whole ? `${shortName(whole.name)}：${shortName(name)}` : name;
}
