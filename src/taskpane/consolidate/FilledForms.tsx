import { Field, Select } from "@fluentui/react-components";
import { useEffect, useState, type JSX } from "react";
import type { FilledForm } from "../../app/filled-forms";
import type { SessionView } from "../../app/view";
import { useMessages } from "../messages";
import { FormPicture } from "../template/picture/FormPicture";
import { usePaneContext } from "../usePane";
import { useConsolidateStyles } from "./Consolidate.styles";

const NONE: ReadonlySet<string> = new Set();

/** The office's own sheets with the totals in them: without Excel beside the pane there is nowhere else to see them. */
export function FilledForms({ view }: { readonly view: SessionView }): JSX.Element | null {
  const words = useMessages();
  const styles = useConsolidateStyles();
  const forms = useFilledForms(view);
  const [shown, setShown] = useState<string | null>(null);
  const form = forms.find((each) => each.form === shown) ?? forms[0];
  if (!form) return null;
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{words("pane.filled")}</h2>
      {forms.length > 1 && (
        <Field label={words("pane.picture.sheet")}>
          <Select value={form.form} onChange={(_, { value }) => setShown(value)}>
            {forms.map((each) => (
              <option key={each.form}>{each.form}</option>
            ))}
          </Select>
        </Field>
      )}
      <FormPicture
        key={form.form}
        own={form.own}
        label={words("pane.filled.of", { form: form.form })}
        asked={NONE}
        chosen={NONE}
        shown={form.shown}
      />
    </section>
  );
}

/** Asked again whenever the session changes; none until they are known. */
function useFilledForms(of: SessionView): readonly FilledForm[] {
  const { tools, work } = usePaneContext();
  const { engine } = tools;
  const { look } = work;
  const [forms, setForms] = useState<readonly FilledForm[]>([]);
  useEffect(() => {
    let wanted = true;
    void look(async () => {
      const answer = await engine.filledForms();
      if (wanted) setForms(answer);
    });
    return () => {
      wanted = false;
    };
  }, [look, engine, of]);
  return forms;
}
