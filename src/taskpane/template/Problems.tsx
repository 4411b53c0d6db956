import { Button, MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import { ArrowRightRegular } from "@fluentui/react-icons";
import { useState, type JSX } from "react";
import { sayRuleError } from "../../locales/rule-error-text";
import { sayProblemOnly } from "../../locales/template-text";
import type { TemplateOrigin } from "../../app/template-draft";
import type { TemplateProblem } from "../../template/workbook/problem";
import type { RuleLineProblem } from "../../template/workbook/rule-lines";
import { usePaneContext } from "../usePane";
import { useMessages } from "../messages";
import { originText } from "./template-texts";
import { useTemplateStyles } from "./Template.styles";

interface Props {
  readonly origin: TemplateOrigin;
  readonly problems: readonly TemplateProblem[];
}

/** What must be mended in a template workbook: where, what, how. */
export function Problems({ origin, problems }: Props): JSX.Element {
  const words = useMessages();
  const styles = useTemplateStyles();
  const title = words("pane.template.problems", { count: problems.length });
  return (
    <section className={styles.card} aria-label={title}>
      <MessageBar intent="error" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{title}</MessageBarTitle>
          <div>{words("pane.template.problems.lead")}</div>
        </MessageBarBody>
      </MessageBar>
      <p className={styles.note}>{originText(origin, words)}</p>
      <Folded
        items={problems.map((problem, i) => (
          <li key={i} className={styles.item}>
            <span>{sayProblemOnly(words.locale, problem)}</span>
            <Where problem={problem} isOpen={origin.kind === "open"} />
          </li>
        ))}
      />
    </section>
  );
}

/** The cell: a click away where it is in the open workbook. */
function Where({
  problem,
  isOpen,
}: {
  readonly problem: TemplateProblem;
  readonly isOpen: boolean;
}): JSX.Element {
  const words = useMessages();
  const styles = useTemplateStyles();
  const { tools, work } = usePaneContext();
  const { sheet, cell } = problem;
  if (sheet === null) return <span className={styles.note}>{words("template.problem.workbook")}</span>;
  const place = cell === null ? sheet : `${sheet}!${cell}`;
  const { workbook } = tools;
  if (!isOpen || !workbook) return <span className={styles.formula}>{place}</span>;
  return (
    <Button
      icon={<ArrowRightRegular />}
      disabled={work.task !== null}
      onClick={() => void work.attempt((ask) => workbook.goTo(sheet, cell ?? "A1", ask))}
    >
      {words("pane.template.goTo", { place })}
    </Button>
  );
}

/** Lines of a list of rules that were not understood: which, what they say, why, at which sign. */
export function BadRuleLines({ problems }: { readonly problems: readonly RuleLineProblem[] }): JSX.Element {
  const words = useMessages();
  const styles = useTemplateStyles();
  const title = words("pane.template.rules.bad", { count: problems.length });
  return (
    <section className={styles.card} aria-label={title}>
      <h2 className={styles.heading}>{title}</h2>
      <Folded
        items={problems.map(({ line, sheet, text, fault }) => (
          <li key={`${sheet ?? ""} ${line}`} className={styles.item}>
            <span className={styles.formula}>
              {sheet === undefined
                ? words("pane.template.rules.badLine", { line, text })
                : words("pane.template.rules.badLineOnSheet", { sheet, line, text })}
            </span>
            <span>{fault ? sayRuleError(words.locale, fault) : words("pane.template.rules.noRelation")}</span>
          </li>
        ))}
      />
    </section>
  );
}

/** So many are built at once: more would make a click wait. */
const AT_ONCE = 20;

function Folded({ items }: { readonly items: readonly JSX.Element[] }): JSX.Element {
  const words = useMessages();
  const styles = useTemplateStyles();
  const [shown, setShown] = useState(AT_ONCE);
  return (
    <>
      <ul className={styles.list}>{items.slice(0, shown)}</ul>
      {items.length > shown && (
        <Button onClick={() => setShown(shown + AT_ONCE)}>
          {words("pane.template.more", { count: items.length - shown })}
        </Button>
      )}
    </>
  );
}
