import { Button, Field, Input, Radio, RadioGroup } from "@fluentui/react-components";
import { useState, type JSX } from "react";
import type { EnteredView, FindingView } from "../../../app/view";
import { WORDS } from "../../../template/words";
import { fold } from "../../../workbook/fold";
import { Disclosure } from "../../common/Disclosure";
import { useCommonStyles } from "../../common/common.styles";
import { usePaneContext } from "../../usePane";
import { useMessages } from "../../messages";
import { useDecideStyles } from "./decide.styles";
import { useDeciding } from "./useDecide";

interface Props {
  readonly finding: FindingView;
}

/** 电话核实: the figure that the unit gave by telephone counts, while its report says something else. */
export function Enter({ finding }: Props): JSX.Element | null {
  const words = useMessages();
  const styles = useDecideStyles();
  const { enters } = finding;
  if (enters === null) return null;
  return (
    <div className={styles.form} data-decide={`enter ${finding.id}`}>
      <Disclosure title={words("pane.decide.enter")}>
        {() => <Entering finding={finding} enters={enters} />}
      </Disclosure>
    </div>
  );
}

function Entering({ finding, enters }: Props & { readonly enters: EnteredView }): JSX.Element {
  const words = useMessages();
  const styles = useDecideStyles();
  const common = useCommonStyles();
  const { session } = usePaneContext();
  const { busy, take } = useDeciding();
  const [text, setText] = useState("");
  const [who, setWho] = useState("");
  const value = enters.kind === "yesNo" ? answerIn(text) : numberIn(text);
  const isWrong = text.trim() !== "" && value === null;
  return (
    <div className={styles.form}>
      <p className={styles.because}>{words("pane.decide.enter.what")}</p>
      {enters.kind === "yesNo" ? (
        <Field label={words("pane.decide.enter.yesNo")}>
          <RadioGroup layout="horizontal" value={text} onChange={(_, data) => setText(data.value)}>
            <Radio value={WORDS.yes} label={WORDS.yes} />
            <Radio value={WORDS.no} label={WORDS.no} />
          </RadioGroup>
        </Field>
      ) : (
        <Field
          label={words("pane.decide.enter.value")}
          {...(isWrong ? { validationMessage: words("pane.decide.enter.notNumber") } : {})}
        >
          <Input
            className={common.field}
            inputMode="decimal"
            value={text}
            onChange={(_, data) => setText(data.value)}
          />
        </Field>
      )}
      <Field label={words("pane.decide.enter.who")}>
        <Input className={common.field} value={who} onChange={(_, data) => setWho(data.value)} />
      </Field>
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          disabled={busy || value === null || who.trim() === ""}
          onClick={() =>
            value !== null &&
            take(
              () => session.enter(finding.id, value, who.trim()),
              enters.decision,
              words("pane.said.entered"),
            )
          }
        >
          {words("pane.decide.enter.save")}
        </Button>
      </div>
    </div>
  );
}

function answerIn(text: string): boolean | null {
  return text === "" ? null : text === WORDS.yes;
}

/** `13`, `1,200`, `０.５`; null for anything else. */
function numberIn(text: string): number | null {
  const plain = fold(text)
    .trim()
    .replace(/(?<=\d),(?=\d{3})/g, "");
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}
