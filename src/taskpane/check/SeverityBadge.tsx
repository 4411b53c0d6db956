import { mergeClasses } from "@fluentui/react-components";
import { ErrorCircleFilled, InfoRegular, QuestionCircleFilled } from "@fluentui/react-icons";
import type { JSX, ReactNode } from "react";
import type { RuleClass } from "../../rules/rule";
import { useCheckStyles } from "./Check.styles";

const SIGNS = { mustFix: ErrorCircleFilled, explain: QuestionCircleFilled, note: InfoRegular } as const;

/** The sign of 强制, 核实 or 提示, with a word or a number beside it. */
export function SeverityBadge({
  of,
  children,
}: {
  readonly of: RuleClass;
  readonly children: ReactNode;
}): JSX.Element {
  const styles = useCheckStyles();
  const Icon = SIGNS[of];
  return (
    <span className={mergeClasses(styles.mark, styles[of])}>
      <Icon fontSize={16} aria-hidden />
      {children}
    </span>
  );
}
