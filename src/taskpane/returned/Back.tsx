import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkCircleFilled, ErrorCircleFilled, QuestionCircleFilled } from "@fluentui/react-icons";
import type { ComponentType, JSX } from "react";
import {
  countPoints,
  type PointState,
  type ReturnedPoint,
  type ReturnProgress,
} from "../../consolidation/returned";
import { sayFinding } from "../../locales/finding-text";
import { placeText } from "../../county-layout/place-text";
import { Disclosure } from "../common/Disclosure";
import { dayText, useMessages, type Messages } from "../messages";

const useStyles = makeStyles({
  list: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    margin: 0,
    padding: 0,
    listStyleType: "none",
  },
  point: {
    display: "flex",
    flexDirection: "column",
    paddingTop: tokens.spacingVerticalS,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: "anywhere",
  },
  state: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    fontWeight: tokens.fontWeightSemibold,
  },
  good: { color: tokens.colorStatusSuccessForeground1 },
  bad: { color: tokens.colorStatusDangerForeground1 },
  unsure: { color: tokens.colorNeutralForeground2 },
});

/** When the unit's report went back, and what became of that; point by point for whoever asks. */
export function Back({ back }: { readonly back: ReturnProgress }): JSX.Element {
  const words = useMessages();
  const styles = useStyles();
  return (
    <>
      <span>{backText(back, words)}</span>
      {back.points.length > 0 && (
        <Disclosure title={words("pane.back.points", { count: back.points.length })}>
          {() => (
            <ul className={styles.list}>
              {back.points.map((point, i) => (
                <Point key={i} point={point} waiting={back.state !== "resent"} />
              ))}
            </ul>
          )}
        </Disclosure>
      )}
    </>
  );
}

const SIGNS: Readonly<
  Record<PointState, readonly [ComponentType<{ fontSize: number }>, "good" | "bad" | "unsure"]>
> = {
  stands: [ErrorCircleFilled, "bad"],
  mended: [CheckmarkCircleFilled, "good"],
  settled: [CheckmarkCircleFilled, "good"],
  unknown: [QuestionCircleFilled, "unsure"],
};

interface PointProps {
  readonly point: ReturnedPoint;
  /** Nothing new has come: nobody can say that it was not corrected. */
  readonly waiting: boolean;
}

function Point({ point: { finding, state }, waiting }: PointProps): JSX.Element {
  const words = useMessages();
  const styles = useStyles();
  const [Sign, mood] = SIGNS[state];
  const whole = { ...finding, causes: [] };
  return (
    <li className={styles.point}>
      {!(waiting && state === "stands") && (
        <span className={mergeClasses(styles.state, styles[mood])}>
          <Sign fontSize={16} aria-hidden />
          {words(`pane.back.point.${state}`)}
        </span>
      )}
      <span>
        {[placeText(whole), sayFinding(words.locale, whole)].filter((part) => part !== null).join(" ")}
      </span>
    </li>
  );
}

function backText(back: ReturnProgress, words: Messages): string {
  const { day, times, state, points } = back;
  const [mended, settled, stands, unknown] = (["mended", "settled", "stands", "unknown"] as const).map(
    (each) => countPoints(back, each),
  ) as [number, number, number, number];
  const params = { day: dayText(words, day), times, count: points.length, mended, settled, stands };
  if (state === "waiting") return words(times > 1 ? "pane.back.waiting.again" : "pane.back.waiting", params);
  if (state === "answered") return words("pane.back.answered", params);
  if (unknown > 0) return words("pane.back.unread", params);
  if (mended === points.length) return words("pane.back.resent.all", params);
  return words(settled > 0 ? "pane.back.resent.settled" : "pane.back.resent", params);
}
