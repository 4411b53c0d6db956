import { Button, Radio, RadioGroup } from "@fluentui/react-components";
import { useId, useState, type JSX } from "react";
import type { AskedQuestion, MadeTemplate } from "../../../app/made-template";
import type { Proposal } from "../../../form-discovery/question";
import { useCommonStyles } from "../../common/common.styles";
import { useMessages, type Messages } from "../../messages";
import { usePaneContext } from "../../usePane";
import { useTemplateStyles } from "../Template.styles";
import { signText } from "./use-text";

interface Props {
  readonly made: MadeTemplate;
}

/** What cannot be known from the files: one question after another, each with its proposal. */
export function Questions({ made }: Props): JSX.Element | null {
  const words = useMessages();
  const styles = useTemplateStyles();
  const common = useCommonStyles();
  const { work, template } = usePaneContext();
  const { questions } = made;
  const [at, setAt] = useState(0);
  const question = questions[at];
  if (!question) return null;
  const open = questions.filter(({ settled }) => !settled).length;
  const heading =
    open > 0
      ? words("pane.made.questions", { count: open })
      : words("pane.made.questions.done", { count: questions.length });
  return (
    <section className={common.stack} aria-label={heading}>
      <h3 className={styles.heading}>{heading}</h3>
      <span className={styles.note}>
        {words("pane.made.questions.at", { number: at + 1, count: questions.length })}
      </span>
      <Asked
        key={at}
        question={question}
        onAnswer={(answer) => void template.answer(at, answer)}
        busy={work.task !== null}
      />
      <div className={common.row}>
        <Button disabled={at === 0} onClick={() => setAt(at - 1)}>
          {words("pane.made.questions.before")}
        </Button>
        <Button disabled={at + 1 >= questions.length} onClick={() => setAt(at + 1)}>
          {words("pane.made.questions.next")}
        </Button>
        {open > 0 && (
          <Button disabled={work.task !== null} onClick={() => void template.answer(null, null)}>
            {words("pane.made.questions.all")}
          </Button>
        )}
      </div>
    </section>
  );
}

interface AskedProps {
  readonly question: AskedQuestion;
  readonly busy: boolean;
  onAnswer(answer: Proposal): void;
}

function Asked({ question, busy, onAnswer }: AskedProps): JSX.Element {
  const words = useMessages();
  const styles = useTemplateStyles();
  const text = useId();
  const { choices, answer, proposal } = question;
  return (
    <div>
      <p id={text} className={styles.lead}>
        {questionText(question, words)}
      </p>
      <RadioGroup
        aria-labelledby={text}
        value={answer}
        disabled={busy}
        onChange={(_, { value }) => onAnswer(value as Proposal)}
      >
        {choices.map((choice) => (
          <Radio
            key={choice}
            value={choice}
            label={`${signText(choice, words)}${choice === proposal ? words("pane.made.questions.proposal") : ""}`}
          />
        ))}
      </RadioGroup>
    </div>
  );
}

function questionText({ sheet, cell, code, params }: AskedQuestion, words: Messages): string {
  const place = cell === "" ? sheet : `${sheet}!${cell}`;
  return `${place}${words.locale === "zh-CN" ? "：" : ": "}${words(`forms.about.${code}`, { cell, sheet, ...params })}`;
}
