/**
 * The compiler's proof that every code of the catalogue has its messages: where one is missing, the error names it.
 * English has the keys of the Chinese messages, see {@link Translation}.
 */
import type { CheckCode, Confirmable, ToldToUnit, WordedReading } from "../findings/catalogue";
import type { Translation } from "./translation";
import type { zhCN } from "./zh-CN";
import type { checkNames } from "./zh-CN/check-names";
import type { sheets } from "./zh-CN/sheets";

type Said = Translation<typeof zhCN & typeof sheets>;
type Key = keyof Said & string;

/** Its own message, one for each of its variants, or what is said of a file that cannot be read. */
type MessagesOf<Code extends string> =
  Extract<Key, `finding.${Code}` | `finding.${Code}.${string}`> | Extract<Key, `file.unreadable.${Code}`>;

type WithoutMessage = {
  [Code in CheckCode]: [MessagesOf<Code>] extends [never] ? Code : never;
}[CheckCode];

type None<Missing extends never> = Missing;

export type MissingFindings = None<WithoutMessage>;
/** Where findings are grouped by what they are about. */
export type MissingNames = None<
  Exclude<
    CheckCode,
    NameOf<keyof typeof checkNames, "check.name."> | NameOf<keyof typeof zhCN, "template.builtIn.">
  >
>;
type NameOf<Keys, Prefix extends string> = Keys extends `${Prefix}${infer Code}` ? Code : never;

/** Of files that were read although they are not what their name says. */
export type MissingNotices = None<Exclude<`file.notice.${"D03" | "D04" | "D05"}`, Key>>;
/** In 来源数据: how a value was read. */
export type MissingReadings = None<Exclude<`report.reading.${WordedReading}`, Key>>;
/** In a 退回单: how the county read what the unit wrote. */
export type MissingInReturns = None<Exclude<`return.reading.${ToldToUnit}`, Key>>;
/** In 修改记录: which reading was confirmed. */
export type MissingConfirmations = None<Exclude<`report.decisions.reading.${Confirmable}`, Key>>;
