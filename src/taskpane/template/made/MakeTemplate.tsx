import { Button } from "@fluentui/react-components";
import { TableAddRegular } from "@fluentui/react-icons";
import { useRef, type ChangeEvent, type JSX } from "react";
import { ACCEPTED, chosenFiles } from "../../given-files";
import { useMessages } from "../../messages";
import { usePaneContext } from "../../usePane";
import { useTemplateStyles } from "../Template.styles";

/** 另建一个模板: from the office's own blank, or from copies that units filled in. */
export function MakeTemplate(): JSX.Element {
  const words = useMessages();
  const styles = useTemplateStyles();
  const { work, template } = usePaneContext();
  const input = useRef<HTMLInputElement>(null);
  const label = words("pane.make.choose");
  const take = (event: ChangeEvent<HTMLInputElement>): void => {
    const { files } = chosenFiles(event.target.files ?? []);
    // The same file may be chosen again after it has been corrected.
    event.target.value = "";
    if (files.length > 0) void template.makeFrom(files);
  };
  return (
    <section className={styles.card} aria-label={words("pane.make")}>
      <h2 className={styles.heading}>{words("pane.make")}</h2>
      <p className={styles.lead}>{words("pane.make.lead")}</p>
      <input
        ref={input}
        type="file"
        multiple
        className={styles.input}
        tabIndex={-1}
        aria-hidden
        accept={ACCEPTED}
        aria-label={label}
        onChange={take}
      />
      <Button
        className={styles.wide}
        icon={<TableAddRegular />}
        disabled={work.task !== null}
        onClick={() => input.current?.click()}
      >
        {label}
      </Button>
    </section>
  );
}
