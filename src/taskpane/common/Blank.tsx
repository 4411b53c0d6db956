import { makeStyles, tokens } from "@fluentui/react-components";
import { CheckmarkCircleFilled, DocumentAddRegular } from "@fluentui/react-icons";
import type { JSX } from "react";

const useStyles = makeStyles({
  blank: {
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingHorizontalXXL} ${tokens.spacingHorizontalL}`,
    textAlign: "center",
    textWrap: "balance",
    // Lines break where a reader pauses.
    wordBreak: "keep-all",
    overflowWrap: "anywhere",
  },
  good: { color: tokens.colorStatusSuccessForeground1 },
  none: { color: tokens.colorNeutralForeground3 },
});

export interface BlankProps {
  /** All is well, or nothing has come in yet. */
  readonly good?: boolean;
  readonly title: string;
  readonly text: string;
}

/** A station with nothing to list, and why. */
export function Blank({ good = false, title, text }: BlankProps): JSX.Element {
  const styles = useStyles();
  const Icon = good ? CheckmarkCircleFilled : DocumentAddRegular;
  return (
    <div className={styles.blank}>
      <Icon className={good ? styles.good : styles.none} fontSize={48} aria-hidden />
      <strong>{title}</strong>
      <span>{text}</span>
    </div>
  );
}
