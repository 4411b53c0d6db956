/** What the command line says: all that the pane says, and words of its own, which nobody who opens the pane waits for. */
import {
  fillMessage,
  isMessageKey,
  say as sayToAll,
  type Locale,
  type MessageKey,
  type MessageParams,
} from ".";
import { batch as english } from "./en-US/batch";
import "./every-language";
import { batch as chinese } from "./zh-CN/batch";

export type CommandLineKey = MessageKey | keyof typeof chinese;

const OWN = { "zh-CN": chinese, "en-US": english } as const;

/** As `say` of the other rooms. */
export function say(locale: Locale, key: CommandLineKey, params: MessageParams = {}): string {
  return isMessageKey(key)
    ? sayToAll(locale, key, params)
    : fillMessage(locale, key, OWN[locale][key], params);
}
