import { fillMessage, isMessageKey, say, type Locale, type MessageParams } from ".";
import { sheets as english } from "./en-US/sheets";
import "./every-language";
import { sayFinding, sayFindingParts, type FindingParams } from "./finding-text";
import { sheets as chinese } from "./zh-CN/sheets";

/** What `report/` is handed: a function of a key and parameters, which also says findings. */
export interface ReportWords {
  (code: string, params?: MessageParams): string;
  finding(finding: FindingParams): string;
  findingParts(finding: FindingParams): { readonly what: string; readonly mend: string };
}

const OWN: Readonly<Record<Locale, Readonly<Record<keyof typeof chinese, string>>>> = {
  "zh-CN": chinese,
  "en-US": english,
};

const isSheetKey = (key: string): key is keyof typeof chinese => Object.hasOwn(chinese, key);

/** The words of the report in one language. */
export function sayInReport(locale: Locale): ReportWords {
  const word = (code: string, params: MessageParams = {}): string => {
    if (isSheetKey(code)) return fillMessage(locale, code, OWN[locale][code], params);
    if (!isMessageKey(code)) throw new Error(`no message ${code}`);
    return say(locale, code, params);
  };
  return Object.assign(word, {
    finding: (finding: FindingParams) => sayFinding(locale, finding),
    findingParts: (finding: FindingParams) => sayFindingParts(locale, finding),
  });
}
