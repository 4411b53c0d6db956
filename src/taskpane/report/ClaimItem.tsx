import { mergeClasses } from "@fluentui/react-components";
import { ErrorCircleFilled } from "@fluentui/react-icons";
import type { JSX } from "react";
import { formatFigure } from "../../locales";
import type { CheckedClaim } from "../../fact-check/checked";
import { useMessages } from "../messages";
import { BasisNote } from "./BasisNote";
import { quoteOf } from "./quote";
import { useReportStyles } from "./Report.styles";

interface Props {
  readonly text: string;
  readonly claim: CheckedClaim;
  readonly county: string;
}

/** A number of the text: what it should be, why, and the sentence that it is in. */
export function ClaimItem({ text, claim: checked, county }: Props): JSX.Element {
  const words = useMessages();
  const styles = useReportStyles();
  const { claim, verdict, expected, basis } = checked;
  const wrong = verdict === "disagrees";
  const { before, number, after } = quoteOf(text, claim.start, claim.end);
  return (
    <li className={styles.item}>
      <div className={styles.itemHead}>
        {wrong && (
          <span className={styles.wrong}>
            <ErrorCircleFilled fontSize={20} aria-hidden />
            {words("pane.draft.disagrees")}
          </span>
        )}
        <strong>{claim.text}</strong>
        {wrong && expected !== null && (
          <strong>
            {words("pane.draft.should", {
              expected: formatFigure(words.locale, expected, claim.unit),
              unit: claim.unit,
            })}
          </strong>
        )}
      </div>
      {basis && <BasisNote basis={basis} county={county} />}
      <blockquote className={styles.quote} lang="zh-CN">
        {before}
        <mark className={mergeClasses(styles.marked, wrong && styles.markedWrong)}>{number}</mark>
        {after}
      </blockquote>
    </li>
  );
}
