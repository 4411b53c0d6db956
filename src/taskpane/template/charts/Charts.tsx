import { Button } from "@fluentui/react-components";
import { ArrowUndoRegular } from "@fluentui/react-icons";
import type { JSX } from "react";
import type { TemplateState } from "../../../app/template-state";
import { Disclosure } from "../../common/Disclosure";
import { useMessages } from "../../messages";
import { usePaneContext } from "../../usePane";
import { useTemplateStyles } from "../Template.styles";
import { ChartGallery } from "./ChartGallery";

/** The charts of the template in use, where its forms are the office's own. */
export function Charts({ state }: { readonly state: TemplateState }): JSX.Element | null {
  const words = useMessages();
  const styles = useTemplateStyles();
  const { work, template: control } = usePaneContext();
  const { charts, draft, template, canUndo } = state;
  if (charts.length === 0) return null;
  return (
    <section className={styles.card} aria-label={words("pane.charts")}>
      <h2 className={styles.heading}>{words("pane.charts")}</h2>
      <Disclosure title={words("pane.charts.choose", { count: charts.filter(({ shown }) => shown).length })}>
        {() => <ChartGallery choices={charts} template={draft?.template ?? template} />}
      </Disclosure>
      {canUndo && (
        <Button
          className={styles.wide}
          icon={<ArrowUndoRegular />}
          disabled={work.task !== null}
          onClick={() => void control.undoEdit()}
        >
          {words("pane.made.undo")}
        </Button>
      )}
    </section>
  );
}
