import { Button, MessageBar, MessageBarBody } from "@fluentui/react-components";
import { ArrowResetRegular, PinRegular, TrophyRegular } from "@fluentui/react-icons";
import type { JSX, ReactNode } from "react";
import { usePaneContext } from "../usePane";
import { periodText, useMessages } from "../messages";
import type { TemplateState } from "../../app/template-state";
import { Kept } from "./Kept";
import { dateText, originText } from "./template-texts";
import { useTemplateStyles } from "./Template.styles";

interface Props {
  readonly state: TemplateState;
  readonly children: ReactNode;
}

/** Which template is in use, which version, for which year, and where it came from. */
export function InUse({ state, children }: Props): JSX.Element {
  const words = useMessages();
  const styles = useTemplateStyles();
  const { work, template: control } = usePaneContext();
  const { template, origin, since } = state;
  const { name, version, period } = template;
  const facts = [
    words("pane.template.version", { version }),
    period === undefined ? words("pane.template.anyPeriod") : periodText(words, period),
    originText(origin, words),
    ...(since === null ? [] : [words("pane.template.since", { day: dateText(since, words) })]),
  ];
  return (
    <section className={styles.card} aria-label={words("pane.template.inUse")}>
      <h2 className={styles.heading}>{words("pane.template.inUse")}</h2>
      <div>
        <strong>{name}</strong>
        <p className={styles.note}>{facts.join(" · ")}</p>
      </div>
      {origin.kind === "builtIn" ? (
        <p className={styles.lead}>{words("pane.template.ready")}</p>
      ) : (
        <>
          <MessageBar aria-labelledby={undefined} intent="info" layout="multiline">
            <MessageBarBody>
              {words(`pane.template.keep.${keptHow(state, control.remembered)}`)}
            </MessageBarBody>
          </MessageBar>
          {cameAlong(state) && (
            <Button
              className={styles.wide}
              icon={<PinRegular />}
              disabled={work.task !== null}
              onClick={() => void control.keep()}
            >
              {words("pane.template.keep.go")}
            </Button>
          )}
          <Button
            className={styles.wide}
            icon={<ArrowResetRegular />}
            disabled={work.task !== null}
            onClick={() => void control.toBuiltIn()}
          >
            {words("pane.template.builtIn")}
          </Button>
        </>
      )}
      {origin.kind !== "assessment" && (
        <Button
          className={styles.wide}
          icon={<TrophyRegular />}
          disabled={work.task !== null}
          onClick={() => void control.toAssessment()}
        >
          {words("pane.template.assessment")}
        </Button>
      )}
      <Kept state={state} />
      {children}
    </section>
  );
}

/** A county workbook brought it along, and nobody has said yet that it shall stay. */
function cameAlong({ origin, since }: TemplateState): boolean {
  return origin.kind === "county" && since === null;
}

function keptHow(state: TemplateState, remembered: boolean): "county" | "remembered" | "advice" {
  if (cameAlong(state)) return "county";
  return remembered ? "remembered" : "advice";
}
