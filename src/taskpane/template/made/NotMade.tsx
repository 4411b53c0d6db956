import { Button, MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import type { JSX } from "react";
import type { NotMade as Why } from "../../../app/template-state";
import { useCommonStyles } from "../../common/common.styles";
import { fileText, useMessages, type Messages } from "../../messages";
import { usePaneContext } from "../../usePane";

interface Props {
  readonly files: readonly string[];
  readonly why: Why;
}

/** Why no template could be made of the files, and what to do. */
export function NotMade({ files, why }: Props): JSX.Element {
  const words = useMessages();
  const common = useCommonStyles();
  const { work, template } = usePaneContext();
  return (
    <section className={common.stack} aria-label={words("pane.made.not")}>
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{words("pane.made.not")}</MessageBarTitle>
          <div>{words.list(files.slice(0, 3).map((file) => fileText(words, file)))}</div>
          <div>{reasonText(why, words)}</div>
          {why.reason === "kinds" &&
            why.kinds.map((kind) => (
              <div key={kind.files[0]}>{words("forms.kind", { ...kind, files: words.list(kind.files) })}</div>
            ))}
          {why.reason === "noTable" &&
            why.discovery.others.map(({ sheet, why: other }) => (
              <div key={sheet}>
                {words("pane.made.other", { sheet, reason: words(`forms.other.${other}`, { sheet }) })}
              </div>
            ))}
        </MessageBarBody>
      </MessageBar>
      <Button disabled={work.task !== null} onClick={() => void template.discard()}>
        {words("pane.dismiss")}
      </Button>
    </section>
  );
}

function reasonText(why: Why, words: Messages): string {
  if (why.reason === "package") return words(`pane.made.not.${why.outcome.reason}`);
  if (why.reason !== "product") return words(`pane.made.not.${why.reason}`);
  return words(`pane.made.not.product.${why.product}`, { file: fileText(words, why.file) });
}
