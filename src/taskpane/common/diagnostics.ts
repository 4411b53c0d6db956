/** What whoever maintains the program needs to know, without personal data. */
import { createContext, useContext } from "react";
import { say } from "../../locales";
import type { TaskRecord } from "../useTask";
import { useMessages } from "../messages";

export interface Facts {
  readonly version: string;
  readonly host: string;
  /** What Excel says of itself: its version, the requirement sets that it offers. */
  readonly excel: readonly string[];
}

export const FactsContext = createContext<Facts>({ version: "", host: "", excel: [] });

/** Puts version, host, language, requirement sets and the last steps with their durations before a report. */
export function useDiagnostics(history: readonly TaskRecord[]): (report: string) => string {
  const { version, host, excel } = useContext(FactsContext);
  const { locale } = useMessages();
  return (report) =>
    [
      `${version} · ${host} · ${locale}`,
      ...(excel.length > 0 ? [excel.join(" · ")] : []),
      navigator.userAgent,
      ...history.map(stepText),
      ...(report === "" ? [] : [report]),
    ].join("\n");
}

/** In Chinese whatever the language of the pane: it is for whoever maintains the program. */
function stepText({ label, took, outcome }: TaskRecord): string {
  return `${say("zh-CN", label)} ${took} ms ${outcome}`;
}
