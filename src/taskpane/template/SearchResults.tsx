import { useMemo, type JSX } from "react";
import type { Rule } from "../../rules/rule";
import type { Indicator, Template, Unit } from "../../template/template";
import { useMessages } from "../messages";
import { LineItem, RuleItem } from "./Parts";
import { useTemplateStyles } from "./Template.styles";
import { fold } from "../../workbook/fold";

interface Props {
  readonly template: Template;
  readonly wanted: string;
}

interface Found {
  readonly units: readonly Unit[];
  readonly lines: readonly Indicator[];
  readonly rules: readonly Rule[];
}

/** So many results are shown; who sees more writes more precisely. */
const AT_MOST = 40;

export function SearchResults({ template, wanted }: Props): JSX.Element {
  const words = useMessages();
  const styles = useTemplateStyles();
  const { units, lines, rules } = useMemo(() => search(template, wanted), [template, wanted]);
  const items = [
    ...units.map(({ code, name }) => (
      <li key={`unit ${code}`} className={styles.item}>
        {code} {name}
      </li>
    )),
    ...lines.map((line) => <LineItem key={`line ${line.code}`} line={line} />),
    ...rules.map((rule, i) => <RuleItem key={`rule ${i}`} rule={rule} />),
  ];
  if (items.length === 0) return <p role="status">{words("pane.template.search.none")}</p>;
  return (
    <>
      <ul className={styles.list}>{items.slice(0, AT_MOST)}</ul>
      {items.length > AT_MOST && (
        <p className={styles.note}>{words("pane.template.search.more", { count: items.length - AT_MOST })}</p>
      )}
    </>
  );
}

function search({ units, forms, rules }: Template, wanted: string): Found {
  const word = searchable(wanted);
  const has = (...texts: readonly (string | undefined)[]): boolean =>
    texts.some((text) => text !== undefined && searchable(text).includes(word));
  return {
    units: units.filter(({ code, name, aliases }) => has(code, name, ...aliases)),
    lines: forms.flatMap((form) => form.indicators).filter(({ code, name }) => has(code, name)),
    rules: rules.filter(({ number, relation, precondition, message }) =>
      has(number, relation, precondition, message),
    ),
  };
}

function searchable(text: string): string {
  return fold(text).replace(/\s/g, "").toLowerCase();
}
