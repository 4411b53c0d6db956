import { Button, MessageBar, MessageBarBody } from "@fluentui/react-components";
import { ArrowResetRegular, CheckmarkCircleFilled } from "@fluentui/react-icons";
import type { JSX, ReactNode } from "react";
import { useCommonStyles } from "../common/common.styles";
import { usePaneContext } from "../usePane";
import { periodText, useWords } from "../words";
import type { TemplateState } from "../worker/template-desk";
import { originText } from "./template-texts";
import { useTemplateStyles } from "./Template.styles";

interface Props {
  readonly state: TemplateState;
  readonly children: ReactNode;
}

/** Which template is in use, which version, for which year, and where it came from. */
export function InUse({ state: { template, origin }, children }: Props): JSX.Element {
  const words = useWords();
  const styles = useTemplateStyles();
  const common = useCommonStyles();
  const { work, template: control } = usePaneContext();
  const { name, version, period } = template;
  const facts = [
    words("pane.template.version", { version }),
    period === undefined ? words("pane.template.anyPeriod") : periodText(words, period),
    originText(origin, words),
  ];
  return (
    <section className={styles.card} aria-label={words("pane.template.inUse")}>
      <h2 className={styles.heading}>{words("pane.template.inUse")}</h2>
      <div>
        <div className={common.row}>
          <CheckmarkCircleFilled fontSize={20} aria-hidden />
          <strong>{name}</strong>
        </div>
        <p className={styles.note}>{facts.join(" · ")}</p>
      </div>
      {origin.kind === "builtIn" ? (
        <p className={styles.lead}>{words("pane.template.ready")}</p>
      ) : (
        <>
          <MessageBar aria-labelledby={undefined} intent="info" layout="multiline">
            <MessageBarBody>{words("pane.template.keep.advice")}</MessageBarBody>
          </MessageBar>
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
      {children}
    </section>
  );
}
