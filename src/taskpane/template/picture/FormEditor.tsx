import { Button, Field, Select } from "@fluentui/react-components";
import { ArrowUndoRegular, TableSearchRegular } from "@fluentui/react-icons";
import { useEffect, useMemo, useRef, useState, type JSX } from "react";
import { withRecordCells } from "../../../template/own-lists";
import type { Form, Template } from "../../../template/template";
import { useCommonStyles } from "../../common/common.styles";
import { useMessages } from "../../messages";
import type { SourceControl } from "../../check/useSourceView";
import { usePaneContext } from "../../usePane";
import { Refused } from "../made/Refused";
import { useTemplateStyles } from "../Template.styles";
import { ChangeUse } from "./ChangeUse";
import { FormPicture } from "./FormPicture";
import { Legend } from "./Legend";
import { choiceNow, type Choice } from "./picture-model";

interface Props {
  readonly template: Template;
  /** The sheet and cells that a question is about; null where none is asked. */
  readonly asked?: AskedCells | null;
}

export interface AskedCells {
  readonly sheet: string;
  readonly cells: ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();

/** The office's own forms as pictures, one at a time; what is clicked can be changed. */
export function FormEditor({ template, asked = null }: Props): JSX.Element | null {
  const words = useMessages();
  const styles = useTemplateStyles();
  const common = useCommonStyles();
  const { work, template: control, tools, source } = usePaneContext();
  const { refused = [], canUndo = false } = control.state ?? {};
  const busy = work.task !== null;
  const forms = template.forms.filter(({ own }) => own !== undefined);
  const [shown, setShown] = useState<string | null>(null);
  const [choice, setChoice] = useState<Choice | null>(null);
  const askedOn = forms.find(({ own }) => own!.sheet === asked?.sheet)?.id ?? null;
  useEffect(() => {
    // A question about another sheet leads there.
    if (askedOn !== null) setShown(askedOn);
    setChoice(null);
  }, [askedOn, asked]);
  const form: Form | undefined = forms.find(({ id }) => id === shown) ?? forms[0];
  const own = useMemo(() => form && withRecordCells(form, template.lists), [form, template.lists]);
  useFollowed(form, source);
  if (!form || !own) return null;
  const now = choice && choiceNow(own, choice);
  const isAsked = asked?.sheet === own.sheet;
  return (
    <div className={common.stack}>
      {forms.length > 1 && (
        <Field label={words("pane.picture.sheet")}>
          <Select
            value={form.id}
            onChange={(_, { value }) => {
              setShown(value);
              setChoice(null);
            }}
          >
            {forms.map(({ id }) => (
              <option key={id}>{id}</option>
            ))}
          </Select>
        </Field>
      )}
      <Legend own={own} />
      <FormPicture
        key={form.id}
        own={own}
        label={words("pane.picture.of", { form: form.id })}
        asked={isAsked && !now ? asked.cells : NONE}
        chosen={now ? new Set(now.cells) : NONE}
        onChoose={setChoice}
      />
      {now ? (
        <ChangeUse form={form.id} choice={now} onDone={() => setChoice(null)} />
      ) : (
        <p className={styles.note}>{words("pane.picture.hint")}</p>
      )}
      <Refused problems={refused} />
      <div className={common.row}>
        {canUndo && (
          <Button icon={<ArrowUndoRegular />} disabled={busy} onClick={() => void control.undoEdit()}>
            {words("pane.made.undo")}
          </Button>
        )}
        {tools.workbook && (
          <Button icon={<TableSearchRegular />} disabled={busy} onClick={() => void source.openForm(form.id)}>
            {words("pane.picture.excel")}
          </Button>
        )}
      </div>
    </div>
  );
}

/** The picture in Excel follows each change of the form. */
function useFollowed(form: Form | undefined, { form: shown, openForm }: SourceControl): void {
  const drawn = useRef(form?.own);
  useEffect(() => {
    const isChanged = drawn.current !== undefined && drawn.current !== form?.own;
    drawn.current = form?.own;
    if (isChanged && form && shown === form.id) void openForm(form.id);
  }, [form, shown, openForm]);
}
