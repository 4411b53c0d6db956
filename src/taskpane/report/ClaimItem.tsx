import { mergeClasses } from "@fluentui/react-components";
import type { JSX } from "react";
import type { CheckedClaim } from "../../fact-check/checked";
import { ClaimNote } from "./ClaimNote";
import { quoteOf } from "./quote";
import { useReportStyles } from "./Report.styles";

interface Props {
  readonly text: string;
  readonly claim: CheckedClaim;
  readonly county: string;
}

/** A wrong number of the text: what it should be, why, and the sentence that it is in. */
export function ClaimItem({ text, claim: checked, county }: Props): JSX.Element {
  const styles = useReportStyles();
  const { start, end } = checked.claim;
  const { before, number, after } = quoteOf(text, start, end);
  return (
    <li className={styles.item}>
      <ClaimNote claim={checked} county={county} />
      <blockquote className={styles.quote} lang="zh-CN">
        {before}
        <mark className={mergeClasses(styles.marked, styles.markedWrong)}>{number}</mark>
        {after}
      </blockquote>
    </li>
  );
}
