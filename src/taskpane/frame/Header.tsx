import { ToggleButton } from "@fluentui/react-components";
import { TextFontSizeRegular } from "@fluentui/react-icons";
import type { JSX } from "react";
import { useTextSize } from "../Shell";
import { usePaneContext } from "../usePane";
import { periodText, useMessages } from "../messages";
import { useFrameStyles } from "./frame.styles";
import { StationBar } from "./StationBar";

/** Whose session it is, of which year, and where in it we are. */
export function Header(): JSX.Element {
  const words = useMessages();
  const styles = useFrameStyles();
  const size = useTextSize();
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
        <ToggleButton
          appearance="subtle"
          icon={<TextFontSizeRegular />}
          checked={size.large}
          onClick={size.toggle}
        >
          {words("pane.large")}
        </ToggleButton>
      </div>
      <StationBar />
    </header>
  );
}
