import { Button, mergeClasses } from "@fluentui/react-components";
import { CalendarArrowRightRegular } from "@fluentui/react-icons";
import { flushSync } from "react-dom";
import { useEffect, useRef, useState, type JSX } from "react";
import { nextPeriod } from "../../round/periods";
import type { RoundView } from "../../round/view";
import { hasSources } from "../frame/next-steps";
import { useCommonStyles } from "../common/common.styles";
import { usePaneContext } from "../usePane";
import { periodText, useWords } from "../words";
import type { TemplateState } from "../worker/template-desk";
import { useTemplateStyles } from "./Template.styles";

interface Props {
  readonly state: TemplateState;
  readonly view: RoundView;
}

/** 转入新一年: only where this year is known. What it clears is said, and asked, before. */
export function Roll({ state, view }: Props): JSX.Element | null {
  const words = useWords();
  const styles = useTemplateStyles();
  const { work } = usePaneContext();
  const [asked, setAsked] = useState(false);
  const ask = useRef<HTMLButtonElement>(null);
  const settle = (): void => {
    flushSync(() => setAsked(false));
    ask.current?.focus();
  };
  const current = view.period ?? state.period;
  const next = current === null ? null : nextPeriod(current);
  if (current === null || next === null) return null;
  return (
    <section className={styles.card} aria-label={words("pane.template.roll")}>
      <h2 className={styles.heading}>{words("pane.template.roll")}</h2>
      <p className={styles.lead}>{words("pane.template.roll.lead")}</p>
      {asked ? (
        <Question current={current} next={next} view={view} onDone={settle} />
      ) : (
        <Button
          ref={ask}
          className={styles.wide}
          icon={<CalendarArrowRightRegular />}
          disabled={work.task !== null}
          onClick={() => setAsked(true)}
        >
          {words("pane.template.roll.go", { period: periodText(words, next) })}
        </Button>
      )}
    </section>
  );
}

interface QuestionProps {
  readonly current: string;
  readonly next: string;
  readonly view: RoundView;
  onDone(): void;
}

function Question({ current, next, view, onDone }: QuestionProps): JSX.Element {
  const words = useWords();
  const styles = useTemplateStyles();
  const common = useCommonStyles();
  const { work, template, announce } = usePaneContext();
  const group = useRef<HTMLDivElement>(null);
  // The button that asked is gone: who pressed it goes on here.
  useEffect(() => group.current?.focus(), []);
  const absent = view.units.length - view.counted.length;
  const roll = async (): Promise<void> => {
    const rolled = await template.roll(next);
    onDone();
    if (rolled) announce(words("pane.template.roll.done", { period: periodText(words, next) }));
  };
  return (
    <div
      ref={group}
      role="group"
      aria-label={words("pane.template.roll.confirm", { period: periodText(words, next) })}
      tabIndex={-1}
      className={mergeClasses(common.stack, styles.question)}
    >
      <p className={styles.name}>{words("pane.template.roll.confirm", { period: periodText(words, next) })}</p>
      {hasSources(view) && (
        <>
          <p className={styles.lead}>{words("pane.template.roll.clears", { period: periodText(words, current) })}</p>
          {absent > 0 && <p className={styles.lead}>{words("pane.template.roll.incomplete", { count: absent })}</p>}
          <p className={styles.lead}>{words("pane.template.roll.first")}</p>
        </>
      )}
      <div className={common.row}>
        <Button disabled={work.task !== null} onClick={() => void roll()}>
          {words("pane.template.roll.yes")}
        </Button>
        <Button disabled={work.task !== null} onClick={onDone}>
          {words("pane.template.roll.no")}
        </Button>
      </div>
    </div>
  );
}
