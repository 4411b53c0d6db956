import { FluentProvider } from "@fluentui/react-components";
import { createContext, useContext, useEffect, useMemo, useState, type JSX, type ReactNode } from "react";
import { paneTheme } from "./theme";

export interface ShellProps {
  /** What Excel says of its theme; undefined where it says nothing, as on the web. */
  readonly hostIsDark: () => boolean | undefined;
  readonly children: ReactNode;
}

export interface TextSize {
  readonly large: boolean;
  toggle(): void;
}

const TextSizeContext = createContext<TextSize>({ large: false, toggle: () => undefined });

/** Whether the user wants larger letters, and the way to change it. */
export function useTextSize(): TextSize {
  return useContext(TextSizeContext);
}

/** Fluent's theme around the pane: Excel's light or dark, else the system's; letters as large as the user wants. */
export function Shell({ hostIsDark, children }: ShellProps): JSX.Element {
  const dark = useDarkTheme(hostIsDark);
  const size = useRememberedSize();
  const theme = useMemo(() => paneTheme(dark, size.large), [dark, size.large]);
  return (
    <TextSizeContext.Provider value={size}>
      <FluentProvider theme={theme} style={{ height: "100%" }}>
        {children}
      </FluentProvider>
    </TextSizeContext.Provider>
  );
}

const REMEMBERED = "township-report-consolidation.large";

function useRememberedSize(): TextSize {
  const [large, setLarge] = useState(() => remembered() === "yes");
  return useMemo(
    () => ({
      large,
      toggle: () => {
        remember(large ? "no" : "yes");
        setLarge(!large);
      },
    }),
    [large],
  );
}

/** Some hosts forbid storage to pages in a frame: then the size lasts until the pane is closed. */
function remembered(): string | null {
  try {
    return window.localStorage.getItem(REMEMBERED);
  } catch {
    return null;
  }
}

function remember(value: string): void {
  try {
    window.localStorage.setItem(REMEMBERED, value);
  } catch {
    // Forgetting the size does no harm.
  }
}

/** Excel has no event for a change of its theme, so it is asked again whenever the pane gets the focus. */
function useDarkTheme(hostIsDark: () => boolean | undefined): boolean {
  const [dark, setDark] = useState(() => isDark(hostIsDark));
  useEffect(() => {
    const ask = (): void => setDark(isDark(hostIsDark));
    const system = window.matchMedia("(prefers-color-scheme: dark)");
    window.addEventListener("focus", ask);
    system.addEventListener("change", ask);
    return () => {
      window.removeEventListener("focus", ask);
      system.removeEventListener("change", ask);
    };
  }, [hostIsDark]);
  return dark;
}

function isDark(hostIsDark: () => boolean | undefined): boolean {
  return hostIsDark() ?? window.matchMedia("(prefers-color-scheme: dark)").matches;
}
