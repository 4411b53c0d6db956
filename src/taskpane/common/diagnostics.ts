/** What whoever maintains the program needs to know, without personal data. */
import { createContext, useContext } from "react";
import { useWords } from "../words";

export interface Facts {
  readonly version: string;
  readonly host: string;
}

export const FactsContext = createContext<Facts>({ version: "", host: "" });

/** Puts version, host and language before a report. */
export function useDiagnostics(): (report: string) => string {
  const { version, host } = useContext(FactsContext);
  const { locale } = useWords();
  return (report) => [`${version} · ${host} · ${locale}`, navigator.userAgent, report].join("\n");
}
