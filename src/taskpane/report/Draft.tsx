import { Button, Textarea } from "@fluentui/react-components";
import { useRef, type JSX, type RefObject } from "react";
import { hasSources } from "../frame/next-steps";
import { usePaneContext } from "../usePane";
import { useMessages } from "../messages";
import { DraftResult } from "./DraftResult";
import { useReportStyles } from "./Report.styles";
import { useCommonStyles } from "../common/common.styles";

/** For the file dialogue; what a file really is, its content says. */
const ACCEPTED = ".docx,.txt";

interface Props {
  /** Where who jumps here arrives. */
  readonly heading: RefObject<HTMLHeadingElement | null>;
}

/** 稿件核对: takes a text and says which of its numbers are wrong. */
export function Draft({ heading }: Props): JSX.Element {
  const words = useMessages();
  const styles = useReportStyles();
  const { session, draft } = usePaneContext();
  const known = session.view !== null && hasSources(session.view);
  return (
    <section className={styles.section}>
      <h2 className={styles.heading} ref={heading} tabIndex={-1}>
        {words("pane.draft.heading")}
      </h2>
      <p className={styles.lead}>{words("pane.draft.lead")}</p>
      {!known && <p className={styles.lead}>{words("pane.draft.alone")}</p>}
      <DraftText />
      {draft.result && <DraftResult text={draft.text} result={draft.result} />}
    </section>
  );
}

function DraftText(): JSX.Element {
  const words = useMessages();
  const styles = useReportStyles();
  const common = useCommonStyles();
  const { draft, work, announce } = usePaneContext();
  const file = useRef<HTMLInputElement>(null);
  const busy = work.task !== null;
  const say = (result: Awaited<ReturnType<typeof draft.check>>): void => {
    if (!result) return;
    const count = (verdict: string): number =>
      result.claims.filter((claim) => claim.verdict === verdict).length;
    const [all, agrees] = [result.claims.length, count("agrees")];
    announce(words("text.summary", { all, agrees, disagrees: count("disagrees"), untied: count("untied") }));
  };
  return (
    <>
      <Textarea
        className={styles.draft}
        aria-label={words("pane.draft.text")}
        value={draft.text}
        resize="vertical"
        onChange={(_, { value }) => draft.write(value)}
      />
      <input
        type="file"
        ref={file}
        className={styles.input}
        tabIndex={-1}
        aria-hidden
        accept={ACCEPTED}
        aria-label={words("pane.draft.choose")}
        onChange={({ target }) => {
          const [chosen] = target.files ?? [];
          // The same file may be chosen again after it has been corrected.
          target.value = "";
          if (chosen) void draft.takeFile({ name: chosen.name, content: chosen }).then(say);
        }}
      />
      <div className={common.row}>
        <Button disabled={busy || draft.text.trim() === ""} onClick={() => void draft.check().then(say)}>
          {words("pane.draft.check")}
        </Button>
        <Button disabled={busy} onClick={() => file.current?.click()}>
          {words("pane.draft.choose")}
        </Button>
        {draft.text !== "" && (
          <Button appearance="subtle" disabled={busy} onClick={() => draft.write("")}>
            {words("pane.draft.clear")}
          </Button>
        )}
      </div>
    </>
  );
}
