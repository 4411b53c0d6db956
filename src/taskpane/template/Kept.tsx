import { Button } from "@fluentui/react-components";
import type { JSX } from "react";
import { Disclosure } from "../common/Disclosure";
import { usePaneContext } from "../usePane";
import { periodText, useMessages } from "../messages";
import type { KeptView, TemplateState } from "../../app/template-state";
import { dateText, originText } from "./template-texts";
import { useTemplateStyles } from "./Template.styles";

/** 以前用过的模板: what was adopted on this machine before; each is looked at before it is used. */
export function Kept({ state: { kept } }: { readonly state: TemplateState }): JSX.Element | null {
  const words = useMessages();
  const styles = useTemplateStyles();
  if (kept.length === 0) return null;
  return (
    <Disclosure
      title={words("pane.template.kept")}
      aside={<span className={styles.aside}>{words("pane.template.count", { count: kept.length })}</span>}
    >
      {() => (
        <ul className={styles.list}>
          {kept.map((each) => (
            <KeptItem key={each.at} kept={each} />
          ))}
        </ul>
      )}
    </Disclosure>
  );
}

function KeptItem({ kept }: { readonly kept: KeptView }): JSX.Element {
  const words = useMessages();
  const styles = useTemplateStyles();
  const { work, template } = usePaneContext();
  const { at, name, version, period, origin, since } = kept;
  const facts = [
    ...(period === null ? [] : [periodText(words, period)]),
    originText(origin, words),
    words("pane.template.since", { day: dateText(since, words) }),
  ];
  return (
    <li className={styles.item}>
      {words("pane.template.kept.name", { name, version })}
      <span className={styles.note}>{facts.join(" · ")}</span>
      <Button disabled={work.task !== null} onClick={() => void template.lookAtKept(at)}>
        {words("pane.template.kept.look", { version })}
      </Button>
    </li>
  );
}
