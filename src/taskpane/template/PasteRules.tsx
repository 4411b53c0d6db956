import { Button, Field, Textarea } from "@fluentui/react-components";
import { AddRegular } from "@fluentui/react-icons";
import { useState, type JSX } from "react";
import { Disclosure } from "../common/Disclosure";
import { useCommonStyles } from "../common/common.styles";
import { usePaneContext } from "../usePane";
import { useMessages } from "../messages";
import { useTemplateStyles } from "./Template.styles";

/** A list of rules as the office keeps it, pasted as it is. */
export function PasteRules(): JSX.Element {
  const words = useMessages();
  return <Disclosure title={words("pane.template.rules.paste")}>{() => <Paste />}</Disclosure>;
}

function Paste(): JSX.Element {
  const words = useMessages();
  const styles = useTemplateStyles();
  const common = useCommonStyles();
  const { work, template } = usePaneContext();
  const [text, setText] = useState("");
  return (
    <div className={common.stack}>
      <p className={styles.lead}>{words("pane.template.rules.paste.lead")}</p>
      <Field label={words("pane.template.rules.paste.field")}>
        <Textarea
          className={styles.paste}
          value={text}
          resize="vertical"
          onChange={(_, { value }) => setText(value)}
        />
      </Field>
      <Button
        icon={<AddRegular />}
        disabled={work.task !== null || text.trim() === ""}
        onClick={() => void template.addRules(text)}
      >
        {words("pane.template.rules.paste.take")}
      </Button>
    </div>
  );
}
