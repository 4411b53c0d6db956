/** The language of the pane: Excel's, until the user chooses another. */
import { createContext, useCallback, useContext, useEffect, useMemo, useState } from "react";
import { localeFor, LOCALES, say, type Locale } from "../locales";
import { fetchLanguage } from "../locales/fetch-language";

export interface Language {
  readonly locale: Locale;
  /** The one that {@link change} changes to. */
  readonly other: Locale;
  /** To the other language; the pane stays as it is where that cannot be had. */
  change(): void;
}

export const LanguageContext = createContext<Language | null>(null);

/** @throws where no pane is around this part: a fault of the program. */
export function useLanguage(): Language {
  const language = useContext(LanguageContext);
  if (!language) throw new Error("no language around this part");
  return language;
}

/** @param first what Excel speaks, or what the user chose last time */
export function useChosenLanguage(first: Locale): Language {
  const [locale, setLocale] = useState(first);
  useEffect(() => {
    document.documentElement.lang = locale;
    document.title = say(locale, "pane.title");
  }, [locale]);
  const other = LOCALES.find((each) => each !== locale)!;
  const change = useCallback(() => {
    void fetchLanguage(other).then((fetched) => {
      if (fetched === other) remember(other);
      setLocale(fetched);
    });
  }, [other]);
  return useMemo(() => ({ locale, other, change }), [locale, other, change]);
}

const REMEMBERED = "township-report-consolidation.language";

/** What the user chose, else what Excel or the browser speaks. */
export function languageOf(spoken: string): Locale {
  try {
    return localeFor(window.localStorage.getItem(REMEMBERED) ?? spoken);
  } catch {
    return localeFor(spoken);
  }
}

function remember(locale: Locale): void {
  try {
    window.localStorage.setItem(REMEMBERED, locale);
  } catch {
    // Some hosts forbid storage to pages in a frame: then it lasts until the pane is closed.
  }
}
