/** The reader's language, for every part of the pane. */
import { createContext, useContext } from "react";
import { partsOf } from "../workbook/period";
import type { Edit } from "../consolidation/county-record";
import type { WrongCell } from "../ports/ports";
import { DEFAULT_LOCALE, say, type Locale, type MessageKey, type MessageParams } from "../locales";

export interface Messages {
  readonly locale: Locale;
  (key: MessageKey, params?: MessageParams): string;
  /** A figure for reading: grouped, at most one decimal. */
  number(value: number): string;
  list(items: readonly string[]): string;
}

export function wordsOf(locale: Locale): Messages {
  const figures = new Intl.NumberFormat(locale, { maximumFractionDigits: 1, signDisplay: "negative" });
  const separator = say(locale, "pane.enumerate");
  return Object.assign((key: MessageKey, params?: MessageParams) => say(locale, key, params), {
    locale,
    number: (value: number) => figures.format(value),
    list: (items: readonly string[]) => items.join(separator),
  });
}

export const MessagesContext = createContext<Messages>(wordsOf(DEFAULT_LOCALE));

export function useMessages(): Messages {
  return useContext(MessagesContext);
}

/** `2020 → 2020 年度`, `2020H1 → 2020 年上半年`. */
export function periodText(words: Messages, period: string): string {
  const { part, year, number } = partsOf(period);
  return words(`period.${part}`, { year, number });
}

/** The same in a file's name, where Chinese has no blanks: `2020年度`. */
export function periodInName(words: Messages, period: string): string {
  const text = periodText(words, period);
  return words.locale === "zh-CN" ? text.replaceAll(" ", "") : text;
}

/** `2021-01-18 → 1 月 18 日`: nobody returns anything of years ago. */
export function dayText(words: Messages, day: string): string {
  const [, month = 0, of = 0] = day.split("-").map(Number);
  return words("pane.day", { month, day: of });
}

/** `1月18日 08:31`, on the clock of this machine. */
export function momentText(words: Messages, milliseconds: number): string {
  const parts = { month: "long", day: "numeric", hour: "2-digit", minute: "2-digit" } as const;
  return new Intl.DateTimeFormat(words.locale, parts).format(milliseconds);
}

/** The last part of a path: what a person calls the file. The open workbook has no file. */
export function fileText(words: Messages, file: string | null): string {
  return file === null ? words("pane.openWorkbook") : file.replace(/^.*\//, "");
}

/** So many changes are listed one by one. */
const MOST_EDITS = 5;

/** `“汇总”C5：Excel 是 0，应为 12`, and that there are more. */
export function wrongCellsText(cells: readonly WrongCell[], words: Messages): string {
  const shown = cells.slice(0, MOST_EDITS).map(({ sheet, cell, found, planned }) =>
    words("pane.wrongCells.one", {
      sheet,
      cell,
      found: found === "" ? words("pane.edits.empty") : String(found),
      planned: String(planned),
    }),
  );
  return words.list(cells.length > MOST_EDITS ? [...shown, "…"] : shown);
}

/** `台上镇 0102：12 → 13`, and that there are more. */
export function editsText(edits: readonly Edit[], words: Messages): string {
  const value = (of: Edit["was"]): string => (of === null ? words("pane.edits.empty") : String(of));
  const told = edits
    .slice(0, MOST_EDITS)
    .map(({ unit, code, was, now }) => `${unit} ${code}：${value(was)} → ${value(now)}`);
  return words.list(edits.length > MOST_EDITS ? [...told, "…"] : told);
}
