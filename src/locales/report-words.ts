import { isMessageKey, say, type Locale, type MessageParams } from ".";
import { sayFinding, sayFindingParts, type FindingWords } from "./finding-text";

/** What `report/` is handed: a function of a key and parameters, which also says findings. */
export interface ReportWords {
  (code: string, params?: MessageParams): string;
  finding(finding: FindingWords): string;
  findingParts(finding: FindingWords): { readonly what: string; readonly mend: string };
}

/** The words of the report in one language. */
export function sayInReport(locale: Locale): ReportWords {
  const word = (code: string, params?: MessageParams): string => {
    if (!isMessageKey(code)) throw new Error(`no message ${code}`);
    return say(locale, code, params);
  };
  return Object.assign(word, {
    finding: (finding: FindingWords) => sayFinding(locale, finding),
    findingParts: (finding: FindingWords) => sayFindingParts(locale, finding),
  });
}
