import { Button, mergeClasses } from "@fluentui/react-components";
import { useState, type JSX } from "react";
import { valueText } from "../../locales";
import { sayRuleError } from "../../locales/rule-error-text";
import type { FailedUnit, Trial, TriedRule } from "../../app/trial";
import { SeverityBadge } from "../check/SeverityBadge";
import { Disclosure } from "../common/Disclosure";
import { fileText, useMessages, type Messages } from "../messages";
import { builtInText } from "./template-texts";
import { useTemplateStyles } from "./Template.styles";

/** Rule by rule: who fails it, with both sides' values; those that nobody fails are folded away. */
export function TriedRules({ trial }: { readonly trial: Trial }): JSX.Element {
  const words = useMessages();
  const styles = useTemplateStyles();
  const speaking = trial.rules.filter(hasSomethingToSay);
  const others = trial.rules.filter((rule) => !hasSomethingToSay(rule));
  return (
    <div>
      {[...speaking].sort(newFirst).map((rule, i) => (
        <Disclosure key={i} title={<RuleTitle rule={rule} />}>
          {() => <RuleBody rule={rule} />}
        </Disclosure>
      ))}
      {others.length > 0 && (
        <Disclosure title={words("pane.template.try.others", { count: others.length })}>
          {() => (
            <ul className={styles.list}>
              {others.map((rule, i) => (
                <li key={i} className={styles.item}>
                  {otherText(rule, words)}
                </li>
              ))}
            </ul>
          )}
        </Disclosure>
      )}
    </div>
  );
}

function hasSomethingToSay({ failed, freed, fault }: TriedRule): boolean {
  return failed.length > 0 || freed.length > 0 || fault !== null;
}

/** What fails units that did not fail comes first. */
function newFirst(a: TriedRule, b: TriedRule): number {
  return unitsOf(newOnes(b)) - unitsOf(newOnes(a));
}

function newOnes({ failed }: TriedRule): readonly FailedUnit[] {
  return failed.filter(({ isNew }) => isNew);
}

/** A unit that fails a check at several lines is one unit. */
function unitsOf(failed: readonly FailedUnit[]): number {
  return new Set(failed.map(({ unit, place }) => unit ?? place.file)).size;
}

function RuleTitle({ rule }: { readonly rule: TriedRule }): JSX.Element {
  const words = useMessages();
  const styles = useTemplateStyles();
  const { number, relation, reading, change } = rule;
  return (
    <span className={styles.title}>
      <span className={styles.itemHead}>
        <span>{number}</span>
        <SeverityBadge of={rule.class}>{words(`finding.class.${rule.class}`)}</SeverityBadge>
        {change !== "same" && (
          <span className={styles.new}>{words(`pane.template.try.change.${change}`)}</span>
        )}
      </span>
      <span className={reading === null && relation !== null ? styles.formula : undefined}>
        {reading ?? relation ?? builtInText(number, words)}
      </span>
      <Count rule={rule} />
    </span>
  );
}

function Count({ rule }: { readonly rule: TriedRule }): JSX.Element | null {
  const words = useMessages();
  const styles = useTemplateStyles();
  const count = unitsOf(rule.failed);
  const more = unitsOf(newOnes(rule));
  if (count === 0) return null;
  return (
    <span className={styles.aside}>
      {words(more > 0 ? "pane.template.try.countNew" : "pane.template.try.count", { count, more })}
    </span>
  );
}

/** So many are built at once: more would make a click wait. */
const AT_ONCE = 30;

function RuleBody({
  rule: { relation, reading, failed, freed, fault },
}: {
  readonly rule: TriedRule;
}): JSX.Element {
  const words = useMessages();
  const styles = useTemplateStyles();
  const [shown, setShown] = useState(AT_ONCE);
  const inOrder = [...failed].sort((a, b) => Number(b.isNew) - Number(a.isNew));
  return (
    <div className={styles.nested}>
      {reading !== null && <p className={mergeClasses(styles.lead, styles.formula)}>{relation}</p>}
      {fault && (
        <p className={styles.lead}>
          {words("pane.template.try.fault", { reason: sayRuleError(words.locale, fault) })}
        </p>
      )}
      <ul className={styles.list}>
        {inOrder.slice(0, shown).map((each, i) => (
          <FailedItem key={i} failed={each} />
        ))}
      </ul>
      {inOrder.length > shown && (
        <Button onClick={() => setShown(shown + AT_ONCE)}>
          {words("pane.template.more", { count: inOrder.length - shown })}
        </Button>
      )}
      {freed.length > 0 && (
        <p className={styles.note}>{words("pane.template.try.freed", { units: words.list(freed) })}</p>
      )}
    </div>
  );
}

function FailedItem({ failed }: { readonly failed: FailedUnit }): JSX.Element {
  const words = useMessages();
  const styles = useTemplateStyles();
  const { unit, left, right, place, isNew } = failed;
  const { sheet, cell } = place;
  const where = sheet === null ? fileText(words, place.file) : cell === null ? sheet : `${sheet}!${cell}`;
  return (
    <li className={styles.item}>
      <span className={styles.itemHead}>
        <strong>{unit ?? fileText(words, place.file)}</strong>
        {isNew && <span className={styles.new}>{words("pane.template.try.isNew")}</span>}
        <span className={styles.note}>{where}</span>
      </span>
      {(left !== null || right !== null) && (
        <span>
          {words("pane.template.try.sides", {
            left: valueText(words.locale, left),
            right: valueText(words.locale, right),
          })}
        </span>
      )}
    </li>
  );
}

function otherText({ number, relation, passed, skipped }: TriedRule, words: Messages): string {
  const rule = `${number} ${relation ?? builtInText(number, words)}`;
  return skipped === null
    ? words("pane.template.try.otherPassed", { rule, passed })
    : words("pane.template.try.other", { rule, passed, skipped });
}
