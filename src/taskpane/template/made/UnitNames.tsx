import { Button, Textarea } from "@fluentui/react-components";
import { useState, type JSX } from "react";
import type { Template } from "../../../template/template";
import { useCommonStyles } from "../../common/common.styles";
import { Disclosure } from "../../common/Disclosure";
import { namesIn } from "../../common/names-in";
import { useMessages } from "../../messages";
import { usePaneContext } from "../../usePane";
import { useTemplateStyles } from "../Template.styles";

/** Who fills the form: named by the copies, else pasted. */
export function UnitNames({ template }: { readonly template: Template }): JSX.Element {
  const words = useMessages();
  const styles = useTemplateStyles();
  const { units } = template;
  if (units.length === 0) {
    return (
      <>
        <p className={styles.lead}>{words("pane.made.units.none")}</p>
        <Names names="" leads />
      </>
    );
  }
  return (
    <Disclosure
      title={words("pane.made.units")}
      aside={<span className={styles.aside}>{words("pane.template.count", { count: units.length })}</span>}
    >
      {() => <Names names={units.map(({ name }) => name).join("\n")} leads={false} />}
    </Disclosure>
  );
}

function Names({ names, leads }: { readonly names: string; readonly leads: boolean }): JSX.Element {
  const words = useMessages();
  const styles = useTemplateStyles();
  const common = useCommonStyles();
  const { work, template } = usePaneContext();
  const [text, setText] = useState(names);
  const lines = namesIn(text);
  const isSame = lines.join("\n") === names;
  return (
    <div className={common.stack}>
      <Textarea
        className={styles.paste}
        aria-label={words("pane.made.units.field")}
        placeholder={words("pane.made.units.field")}
        resize="vertical"
        value={text}
        onChange={(_, { value }) => setText(value)}
      />
      <Button
        appearance={leads ? "primary" : "secondary"}
        className={styles.wide}
        disabled={work.task !== null || lines.length === 0 || isSame}
        onClick={() => void template.edit({ kind: "units", names: lines })}
      >
        {words("pane.made.units.take")}
      </Button>
    </div>
  );
}
