import { Button, ToggleButton } from "@fluentui/react-components";
import { QuestionCircleRegular, TextFontSizeRegular } from "@fluentui/react-icons";
import type { JSX } from "react";
import { LANGUAGE_NAMES } from "../../locales";
import { useLanguage } from "../language";
import { useTextSize } from "../Shell";
import { usePaneContext } from "../usePane";
import { periodText, useMessages } from "../messages";
import { useFrameStyles } from "./frame.styles";
import { StationBar } from "./StationBar";

/** Whose session it is, of which year, and where in it we are. */
export function Header({ onHelp }: { onHelp(): void }): JSX.Element {
  const words = useMessages();
  const styles = useFrameStyles();
  const size = useTextSize();
  const { other, change } = useLanguage();
  const { view } = usePaneContext().session;
  const about =
    view &&
    [
      view.county || view.templateUse.name,
      ...(view.period === null ? [] : [periodText(words, view.period)]),
    ].join(" · ");
  return (
    <header className={styles.header}>
      <div className={styles.titleRow}>
        <div>
          <h1 className={styles.title}>{words("pane.title")}</h1>
          <div className={styles.session}>{about ?? words("pane.task.starting")}</div>
        </div>
        <div className={styles.headerButtons}>
          <ToggleButton
            appearance="subtle"
            icon={<TextFontSizeRegular />}
            checked={size.large}
            aria-label={words("pane.large")}
            title={words("pane.large")}
            onClick={size.toggle}
          />
          <Button
            appearance="subtle"
            className={styles.language}
            aria-label={LANGUAGE_NAMES[other].name}
            title={LANGUAGE_NAMES[other].name}
            lang={other}
            onClick={change}
          >
            {LANGUAGE_NAMES[other].short}
          </Button>
          <Button
            appearance="subtle"
            icon={<QuestionCircleRegular />}
            aria-label={words("pane.help")}
            title={words("pane.help")}
            onClick={onHelp}
          />
        </div>
      </div>
      <StationBar />
    </header>
  );
}
