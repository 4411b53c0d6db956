/** A template whose lines and lists have other codes: what names one by its built-in code breaks with it. */
import type { Template } from "../../src/template/template";

/** `0102 → ZB9897`: letters in front, and in the opposite order. */
export const renamed = (code: string): string => `ZB${9999 - Number(code)}`;

/** `L2 → MX98`. */
export const renumbered = (list: string): string => `MX${100 - Number(list.slice(1))}`;

/** Every code of a table's line and every number of a list, wherever the template names it: formulas, rules, charts, sentences of the report. */
export function withRenamedCodes(template: Template): Template {
  const codes = new Set(
    template.forms
      .filter(({ layout }) => layout === "table")
      .flatMap(({ indicators }) => indicators.map(({ code }) => code)),
  );
  const inText = (text: string): string =>
    text
      .replace(/(?<![\dA-Za-z])\d{4}(?!\d)/g, (code) => (codes.has(code) ? renamed(code) : code))
      .replace(/(?<![\dA-Za-z])L\d\b/g, renumbered);
  const walk = (value: unknown): unknown => {
    if (typeof value === "string") return inText(value);
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, walk(each)]));
  };
  return walk(template) as Template;
}
