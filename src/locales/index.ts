/**
 * Every word a person reads. Nobody else writes sentences: the rooms hand over a key and parameters, and what they
 * mean is said here, at the edge, in the reader's language.
 */
import { zhCN } from "./zh-CN";
import type { fetchedZhCN } from "./zh-CN/fetched";

export type Locale = "zh-CN" | "en-US";
export type MessageKey = keyof typeof zhCN | keyof typeof fetchedZhCN;
export type Messages = Readonly<Record<MessageKey, string>>;
export type MessageParams = Readonly<Record<string, string | number>>;

export const LOCALES: readonly Locale[] = ["zh-CN", "en-US"];
export const DEFAULT_LOCALE: Locale = "zh-CN";

/** What each language is called in itself: whoever looks for it reads no other. */
export const LANGUAGE_NAMES: Readonly<Record<Locale, { readonly name: string; readonly short: string }>> = {
  "zh-CN": { name: "中文", short: "中" },
  "en-US": { name: "English", short: "EN" },
};

/** Chinese is always at hand; any other language once {@link learn} has got it, so that no reader waits for another language. */
const known = new Map<Locale, Partial<Messages>>([[DEFAULT_LOCALE, zhCN]]);

/** From now on {@link say} has these messages too. */
export function learn(locale: Locale, messages: Partial<Messages>): void {
  known.set(locale, { ...known.get(locale), ...messages });
}

/** A language was to be spoken before it was learnt: a fault of the program. */
export class UnknownLanguageError extends Error {
  constructor(readonly locale: Locale) {
    super(`${locale} has not been learnt`);
    this.name = "UnknownLanguageError";
  }
}

/** A message was to be said by a part of the pane that did not bring it along: a fault of the program. */
export class UnknownMessageError extends Error {
  constructor(readonly key: string) {
    super(`message ${key} has not been learnt`);
    this.name = "UnknownMessageError";
  }
}

function messagesOf(locale: Locale): Partial<Messages> {
  const messages = known.get(locale);
  if (!messages) throw new UnknownLanguageError(locale);
  return messages;
}

/** No grouping: a clerk copies the number back into a cell. `negative` keeps a rounded -0.001 from reading "-0". */
function numberFormats(digits: Intl.NumberFormatOptions): Readonly<Record<Locale, Intl.NumberFormat>> {
  const format = (locale: Locale): Intl.NumberFormat =>
    new Intl.NumberFormat(locale, { ...digits, useGrouping: false, signDisplay: "negative" });
  return { "zh-CN": format("zh-CN"), "en-US": format("en-US") };
}

const NUMBERS = numberFormats({ maximumFractionDigits: 2 });
const SHARES = numberFormats({ minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** A message wants a parameter that the caller did not give: a fault of the program, never of the input. */
export class MissingParameterError extends Error {
  constructor(
    readonly key: string,
    readonly parameter: string,
  ) {
    super(`message ${key} wants the parameter ${parameter}`);
    this.name = "MissingParameterError";
  }
}

/**
 * The message in the reader's language. `{name}` in it stands for the parameter of that name; numbers are written
 * with at most two decimals and without grouping. `{count} (row|rows)` takes its word from the number before it.
 * Parameters that the message does not mention are passed over, as the two languages need not both mention all.
 * @throws {MissingParameterError} where a parameter that the message mentions is missing.
 * @throws {UnknownLanguageError} where the language is not at hand.
 */
export function say(locale: Locale, key: MessageKey, params: MessageParams = {}): string {
  const message = messagesOf(locale)[key];
  if (message === undefined) throw new UnknownMessageError(key);
  return fillMessage(locale, key, message, params);
}

/** The same for a message that is elsewhere; `key` is for who reads the error. */
export function fillMessage(locale: Locale, key: string, message: string, params: MessageParams): string {
  return inNumber(message, params).replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = Object.hasOwn(params, name) ? params[name] : undefined;
    if (value === undefined) throw new MissingParameterError(key, name);
    return typeof value === "number" ? formatNumber(locale, value) : value;
  });
}

function inNumber(message: string, params: MessageParams): string {
  return message.replace(
    /(\{(\w+)\}[^{}]*?)\(([^()|]+)\|([^()|]+)\)/g,
    (_, before: string, name: string, one: string, many: string) =>
      before + (params[name] === 1 ? one : many),
  );
}

/** A number as messages write it: at most two decimals, no grouping. */
export function formatNumber(locale: Locale, value: number): string {
  return NUMBERS[locale].format(value);
}

/** A figure with its unit of measure as a report prints it: per cent always with one decimal, 32.0. */
export function formatFigure(locale: Locale, value: number, unit: string): string {
  return unit === "%" ? SHARES[locale].format(value) : formatNumber(locale, value);
}

/** The value of a cell in words: a blank one is named. */
export function valueText(locale: Locale, value: string | number | boolean | null): string {
  if (value === null) return say(locale, "value.blank");
  if (typeof value === "boolean") return say(locale, value ? "value.yes" : "value.no");
  return typeof value === "number" ? formatNumber(locale, value) : value;
}

/** Is there a message of this key? For keys that are put together, such as `finding.` and a code. */
export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(messagesOf(DEFAULT_LOCALE), key);
}

/** The language we speak for a language tag of the host (`zh-Hans-CN`, `en-GB`): Chinese for any kind of Chinese, else English. */
export function localeFor(tag: string): Locale {
  return /^zh\b/i.test(tag) ? "zh-CN" : "en-US";
}
