/** For the pane: a language is fetched, from beside the pane, when somebody reads it. */
import { DEFAULT_LOCALE, learn, type Locale, type Messages } from ".";

/** The language to speak from now on: the one that was asked for, or Chinese where its file cannot be had. */
export async function fetchLanguage(
  locale: Locale,
  fetchEnglish: () => Promise<{ readonly enUS: Messages }> = () => import("./en-US"),
): Promise<Locale> {
  if (locale === DEFAULT_LOCALE) return locale;
  try {
    learn(locale, (await fetchEnglish()).enUS);
    return locale;
  } catch {
    // A pane in Chinese is of more use than an empty one.
    return DEFAULT_LOCALE;
  }
}
