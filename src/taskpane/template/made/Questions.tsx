import { Button, Radio, RadioGroup } from "@fluentui/react-components";
import { useId, type JSX } from "react";
import type { AskedQuestion, MadeTemplate } from "../../../app/made-template";
import type { Proposal } from "../../../form-discovery/question";
import { useCommonStyles } from "../../common/common.styles";
import { Disclosure } from "../../common/Disclosure";
import { useMessages, type Messages } from "../../messages";
import { usePaneContext } from "../../usePane";
import { useTemplateStyles } from "../Template.styles";
import { signText } from "./use-text";

interface Props {
  readonly made: MadeTemplate;
  /** The question that is shown. */
  readonly at: number;
  onGo(at: number): void;
  /** The template has several forms: each question says about which it is. */
  readonly several: boolean;
}

/** What cannot be known from the files: one question after another, each with its proposal. */
export function Questions(props: Props): JSX.Element | null {
  const words = useMessages();
  const styles = useTemplateStyles();
  const common = useCommonStyles();
  const { questions } = props.made;
  if (questions.length === 0) return null;
  const open = questions.filter(({ settled }) => !settled).length;
  if (open === 0) {
    return (
      <Disclosure title={words("pane.made.questions.done", { count: questions.length })}>
        {() => <OneByOne {...props} open={open} />}
      </Disclosure>
    );
  }
  const heading = words("pane.made.questions", { count: open });
  return (
    <section className={common.stack} aria-label={heading}>
      <h3 className={styles.heading}>{heading}</h3>
      <OneByOne {...props} open={open} />
    </section>
  );
}

function OneByOne({
  made: { questions },
  at,
  onGo,
  several,
  open,
}: Props & { readonly open: number }): JSX.Element | null {
  const words = useMessages();
  const styles = useTemplateStyles();
  const common = useCommonStyles();
  const { work, template } = usePaneContext();
  const question = questions[at];
  if (!question) return null;
  const isLast = at + 1 >= questions.length;
  return (
    <div className={common.stack}>
      <span className={styles.note}>
        {words("pane.made.questions.at", { number: at + 1, count: questions.length })}
      </span>
      <Asked
        key={at}
        question={question}
        several={several}
        onAnswer={(answer) => void template.answer(at, answer)}
        busy={work.task !== null}
      />
      <div className={common.row}>
        <Button
          disabled={work.task !== null || (question.settled && isLast)}
          onClick={() => {
            if (!question.settled) void template.answer(at, question.answer);
            if (!isLast) onGo(at + 1);
          }}
        >
          {words(isLast ? "pane.made.questions.ok" : "pane.made.questions.next")}
        </Button>
        {at > 0 && <Button onClick={() => onGo(at - 1)}>{words("pane.made.questions.before")}</Button>}
        {open > 0 && (
          <Button disabled={work.task !== null} onClick={() => void template.answer(null, null)}>
            {words("pane.made.questions.all")}
          </Button>
        )}
      </div>
    </div>
  );
}

interface AskedProps {
  readonly question: AskedQuestion;
  readonly several: boolean;
  readonly busy: boolean;
  onAnswer(answer: Proposal): void;
}

function Asked({ question, several, busy, onAnswer }: AskedProps): JSX.Element {
  const words = useMessages();
  const styles = useTemplateStyles();
  const text = useId();
  const { choices, answer, proposal } = question;
  return (
    <div>
      <p id={text} className={styles.lead}>
        {questionText(question, several, words)}
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

function questionText(
  { sheet, cell, code, params }: AskedQuestion,
  several: boolean,
  words: Messages,
): string {
  const about = words(`forms.about.${code}`, { cell, sheet, ...params });
  const place = several && cell !== "" ? `${sheet}!${cell}` : cell;
  return place === "" ? about : words("pane.made.questions.place", { place, about });
}
