import { CalendarArrowRightRegular } from "@fluentui/react-icons";
import { useState, type JSX } from "react";
import { followingPeriod, isPeriod, nextPeriod } from "../../workbook/period";
import type { SessionView } from "../../app/view";
import { Ask } from "../common/Ask";
import { hasSources } from "../frame/next-steps";
import { usePaneContext } from "../usePane";
import { periodText, useMessages } from "../messages";
import type { TemplateState } from "../../app/template-state";
import { PeriodChoice } from "./PeriodChoice";
import { useTemplateStyles } from "./Template.styles";

interface Props {
  readonly state: TemplateState;
  readonly view: SessionView;
}

/** 转入下一期: only where this period is known. What it clears is said, and asked, before. */
export function Roll({ state, view }: Props): JSX.Element | null {
  const words = useMessages();
  const styles = useTemplateStyles();
  const { template, announce } = usePaneContext();
  const [typed, setTyped] = useState<string | null>(null);
  const current = view.period ?? state.period;
  const isOwn = state.template.forms.some(({ layout }) => layout === "own");
  const next = current === null ? null : (isOwn ? followingPeriod : nextPeriod)(current);
  if (current === null || next === null) return null;
  const wanted = typed ?? next;
  const valid = isPeriod(wanted) && wanted !== current;
  const period = periodText(words, wanted);
  const texts = isOwn ? "pane.template.rollOn" : "pane.template.roll";
  const roll = async (): Promise<void> => {
    if (!(await template.roll(wanted))) return;
    setTyped(null);
    announce(words("pane.template.roll.done", { period }));
  };
  return (
    <section className={styles.card} aria-label={words(texts)}>
      <h2 className={styles.heading}>{words(texts)}</h2>
      <p className={styles.lead}>{words(`${texts}.lead`)}</p>
      {isOwn && <PeriodChoice period={wanted} valid={valid} anyPart onChange={setTyped} />}
      {valid && (
        <Ask
          label={words("pane.template.roll.go", { period })}
          icon={<CalendarArrowRightRegular />}
          question={words("pane.template.roll.confirm", { period })}
          yes={words("pane.template.roll.yes")}
          no={words("pane.template.roll.no")}
          onYes={roll}
        >
          {hasSources(view) && <Cleared current={current} next={wanted} view={view} />}
        </Ask>
      )}
    </section>
  );
}

interface ClearedProps {
  readonly current: string;
  readonly next: string;
  readonly view: SessionView;
}

function Cleared({ current, next, view }: ClearedProps): JSX.Element {
  const words = useMessages();
  const styles = useTemplateStyles();
  const absent = view.units.length - view.counted.length;
  const as =
    nextPeriod(current) === next ? "lastYear" : followingPeriod(current) === next ? "lastPeriod" : null;
  const period = periodText(words, current);
  return (
    <>
      <p className={styles.lead}>{words(`pane.template.roll.clears.${as ?? "nothing"}`, { period })}</p>
      {absent > 0 && as !== null && (
        <p className={styles.lead}>{words("pane.template.roll.incomplete", { count: absent })}</p>
      )}
      <p className={styles.lead}>{words("pane.template.roll.first", { period })}</p>
    </>
  );
}
