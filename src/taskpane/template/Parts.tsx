import { Button } from "@fluentui/react-components";
import { useState, type JSX } from "react";
import type { Rule, RuleClass } from "../../rules/rule";
import type { Indicator, Template } from "../../template/template";
import { SeverityBadge } from "../check/SeverityBadge";
import { useMessages } from "../messages";
import { builtInText } from "./template-texts";
import { useTemplateStyles } from "./Template.styles";

export function Lines({ lines }: { readonly lines: readonly Indicator[] }): JSX.Element {
  const styles = useTemplateStyles();
  return (
    <ul className={styles.list}>
      {lines.map((line) => (
        <LineItem key={line.code} line={line} />
      ))}
    </ul>
  );
}

export function LineItem({ line }: { readonly line: Indicator }): JSX.Element {
  const words = useMessages();
  const styles = useTemplateStyles();
  const { measure, formula, guidance } = line;
  return (
    <li className={styles.item}>
      {words(measure === "" ? "pane.template.line" : "pane.template.line.measure", {
        code: line.code,
        name: line.name,
        measure,
      })}
      {formula !== undefined && <span className={styles.formula}>{`= ${formula}`}</span>}
      {guidance !== undefined && <span className={styles.note}>{guidance}</span>}
    </li>
  );
}

/** So many are built at once: more would make a click wait. */
const AT_ONCE = 30;

export function Rules({ rules }: { readonly rules: readonly Rule[] }): JSX.Element {
  const words = useMessages();
  const styles = useTemplateStyles();
  const [shown, setShown] = useState(AT_ONCE);
  return (
    <>
      <ul className={styles.list}>
        {rules.slice(0, shown).map((rule, i) => (
          <RuleItem key={i} rule={rule} />
        ))}
      </ul>
      {rules.length > shown && (
        <Button onClick={() => setShown(shown + AT_ONCE)}>
          {words("pane.template.more", { count: rules.length - shown })}
        </Button>
      )}
    </>
  );
}

export function RuleItem({ rule }: { readonly rule: Rule }): JSX.Element {
  const styles = useTemplateStyles();
  return (
    <li className={styles.item}>
      <RuleHead number={rule.number} ruleClass={rule.class} />
      <span className={styles.formula}>{rule.relation}</span>
    </li>
  );
}

export function BuiltInRules({ builtIn }: Pick<Template, "builtIn">): JSX.Element {
  const words = useMessages();
  const styles = useTemplateStyles();
  return (
    <ul className={styles.list}>
      {Object.entries(builtIn).map(([number, ruleClass]) => (
        <li key={number} className={styles.item}>
          <RuleHead number={number} ruleClass={ruleClass} />
          <span>{builtInText(number, words)}</span>
        </li>
      ))}
    </ul>
  );
}

interface HeadProps {
  readonly number: string;
  readonly ruleClass: RuleClass | "off";
}

function RuleHead({ number, ruleClass }: HeadProps): JSX.Element {
  const words = useMessages();
  const styles = useTemplateStyles();
  return (
    <span className={styles.itemHead}>
      <strong>{number}</strong>
      {ruleClass === "off" ? (
        <span className={styles.note}>{words("pane.template.off")}</span>
      ) : (
        <SeverityBadge of={ruleClass}>{words(`finding.class.${ruleClass}`)}</SeverityBadge>
      )}
    </span>
  );
}
