import { Button, Radio, RadioGroup } from "@fluentui/react-components";
import { useId, type JSX } from "react";
import type { CellUse } from "../../../template/own-sheet";
import { useMessages } from "../../messages";
import { usePaneContext } from "../../usePane";
import { signText } from "../made/use-text";
import type { Choice } from "./picture-model";
import { usePictureStyles } from "./picture.styles";

interface Props {
  /** The form's id. */
  readonly form: string;
  readonly choice: Choice;
  onDone(): void;
}

const USES: readonly CellUse[] = ["sum", "computed", "text", "lastYear", "unused"];

/** What the chosen cells are for, and the other things that they might be for. */
export function ChangeUse({ form, choice, onDone }: Props): JSX.Element {
  const words = useMessages();
  const styles = usePictureStyles();
  const { work, template } = usePaneContext();
  const title = useId();
  const { kind, name, cells, use, hasFormula } = choice;
  return (
    <div className={styles.panel}>
      <p id={title} className={styles.panelTitle}>
        {words(`pane.picture.chosen.${kind}`, { name, count: cells.length })}
      </p>
      <RadioGroup
        aria-labelledby={title}
        value={use ?? ""}
        disabled={work.task !== null}
        onChange={(_, { value }) => void template.edit({ kind: "use", form, cells, use: value as CellUse })}
      >
        {USES.filter((each) => each !== "computed" || hasFormula).map((each) => (
          <Radio key={each} value={each} label={signText(each, words)} />
        ))}
      </RadioGroup>
      <Button onClick={onDone}>{words("pane.picture.done")}</Button>
    </div>
  );
}
