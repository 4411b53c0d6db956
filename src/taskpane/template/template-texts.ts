/** Words for the parts of a template. */
import { isMessageKey } from "../../locales";
import type { TemplateOrigin } from "../../app/template-draft";
import type { TemplateChange } from "../../template/template";
import { fileText, type Messages } from "../messages";

export function originText(origin: TemplateOrigin, words: Messages): string {
  if (origin.kind === "file")
    return words("pane.template.origin.file", { file: fileText(words, origin.file) });
  if (origin.kind === "files") return words("pane.template.origin.files", { count: origin.count });
  return words(`pane.template.origin.${origin.kind}`);
}

/** `2026-11-25` as people write it. */
export function dateText(day: string, words: Messages): string {
  const [year = "", month = "", date = ""] = day.split("-");
  const plain = (part: string): string => (words.locale === "zh-CN" ? String(Number(part)) : part);
  return words("pane.template.day", { year, month: plain(month), day: plain(date) });
}

/** `修改指标 0101 应建组织数`. */
export function changeText({ what, of, code, name }: TemplateChange, words: Messages): string {
  return words(`template.change.${what}`, { of: words(`template.part.${of}`), code, name }).trim();
}

/** What a rule that is built in asks; its number where nobody has written that down. */
export function builtInText(number: string, words: Messages): string {
  const key = `template.builtIn.${number}`;
  return isMessageKey(key) ? words(key) : number;
}
