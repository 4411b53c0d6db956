import { CalendarArrowRightRegular } from "@fluentui/react-icons";
import type { JSX } from "react";
import { nextPeriod } from "../../workbook/period";
import type { SessionView } from "../../app/view";
import { Ask } from "../common/Ask";
import { hasSources } from "../frame/next-steps";
import { usePaneContext } from "../usePane";
import { periodText, useMessages } from "../messages";
import type { TemplateState } from "../../app/template-desk";
import { useTemplateStyles } from "./Template.styles";

interface Props {
  readonly state: TemplateState;
  readonly view: SessionView;
}

/** 转入新一年: only where this year is known. What it clears is said, and asked, before. */
export function Roll({ state, view }: Props): JSX.Element | null {
  const words = useMessages();
  const styles = useTemplateStyles();
  const { template, announce } = usePaneContext();
  const current = view.period ?? state.period;
  const next = current === null ? null : nextPeriod(current);
  if (current === null || next === null) return null;
  const period = periodText(words, next);
  const roll = async (): Promise<void> => {
    if (await template.roll(next)) announce(words("pane.template.roll.done", { period }));
  };
  return (
    <section className={styles.card} aria-label={words("pane.template.roll")}>
      <h2 className={styles.heading}>{words("pane.template.roll")}</h2>
      <p className={styles.lead}>{words("pane.template.roll.lead")}</p>
      <Ask
        label={words("pane.template.roll.go", { period })}
        icon={<CalendarArrowRightRegular />}
        question={words("pane.template.roll.confirm", { period })}
        yes={words("pane.template.roll.yes")}
        no={words("pane.template.roll.no")}
        onYes={roll}
      >
        {hasSources(view) && <Cleared current={current} view={view} />}
      </Ask>
    </section>
  );
}

function Cleared({ current, view }: { readonly current: string; readonly view: SessionView }): JSX.Element {
  const words = useMessages();
  const styles = useTemplateStyles();
  const absent = view.units.length - view.counted.length;
  return (
    <>
      <p className={styles.lead}>
        {words("pane.template.roll.clears", { period: periodText(words, current) })}
      </p>
      {absent > 0 && (
        <p className={styles.lead}>{words("pane.template.roll.incomplete", { count: absent })}</p>
      )}
      <p className={styles.lead}>{words("pane.template.roll.first")}</p>
    </>
  );
}
