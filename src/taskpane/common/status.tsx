/** How far a unit has come: its sign and colour. The word is beside it always: colour alone says nothing. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import {
  ArrowUndoFilled,
  CalendarErrorRegular,
  CheckmarkCircleFilled,
  CircleRegular,
  DocumentMultipleRegular,
  ErrorCircleFilled,
  PauseCircleRegular,
  QuestionCircleFilled,
  WarningFilled,
} from "@fluentui/react-icons";
import type { ComponentType, JSX } from "react";
import type { UnitView } from "../../app/view";

/** `returned`: its report was sent back, and nothing new has come since. */
export type UnitStatus = UnitView["status"] | "returned";

/** How far a unit has come, as the board shows it. */
export function boardStatusOf({ status, returned }: UnitView): UnitStatus {
  return returned && status !== "accepted" && status !== "missing" ? "returned" : status;
}

const useStyles = makeStyles({
  sign: { flexShrink: 0, display: "inline-flex" },
  bad: { color: tokens.colorStatusDangerForeground1 },
  unsure: { color: tokens.colorStatusWarningForeground1 },
  good: { color: tokens.colorStatusSuccessForeground1 },
  none: { color: tokens.colorNeutralForeground3 },
});

type Mood = "bad" | "unsure" | "good" | "none";

const SIGNS: Readonly<Record<UnitStatus, readonly [ComponentType<{ fontSize: number }>, Mood]>> = {
  unreadable: [WarningFilled, "bad"],
  unknown: [QuestionCircleFilled, "bad"],
  duplicate: [DocumentMultipleRegular, "bad"],
  mustFix: [ErrorCircleFilled, "bad"],
  heldBack: [PauseCircleRegular, "bad"],
  otherPeriod: [CalendarErrorRegular, "bad"],
  setAside: [DocumentMultipleRegular, "none"],
  copy: [DocumentMultipleRegular, "none"],
  needsExplanation: [QuestionCircleFilled, "unsure"],
  returned: [ArrowUndoFilled, "unsure"],
  missing: [CircleRegular, "none"],
  accepted: [CheckmarkCircleFilled, "good"],
};

export function StatusSign({ status }: { readonly status: UnitStatus }): JSX.Element {
  const styles = useStyles();
  const [Icon, mood] = SIGNS[status];
  return (
    <span className={mergeClasses(styles.sign, styles[mood])} aria-hidden>
      <Icon fontSize={20} />
    </span>
  );
}
