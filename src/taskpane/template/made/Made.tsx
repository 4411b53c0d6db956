import { Button } from "@fluentui/react-components";
import { useMemo, useState, type JSX } from "react";
import type { MadeTemplate } from "../../../app/made-template";
import type { TemplateState } from "../../../app/template-state";
import type { TemplateDraft } from "../../../app/template-draft";
import { Disclosure } from "../../common/Disclosure";
import { useMessages } from "../../messages";
import { usePaneContext } from "../../usePane";
import { PasteRules } from "../PasteRules";
import { FormEditor } from "../picture/FormEditor";
import { parseArea, toA1 } from "../../../workbook/address";
import { TakenRules } from "../TakenRules";
import { useTemplateStyles } from "../Template.styles";
import { ChartGallery } from "../charts/ChartGallery";
import { Departures } from "./Departures";
import { Questions } from "./Questions";
import { UnitNames } from "./UnitNames";

interface Props {
  readonly state: TemplateState;
  readonly draft: TemplateDraft;
  readonly made: MadeTemplate;
}

/** A template that was made from an office's own files: looked at, changed where it is wrong, and adopted. */
export function Made({ state, draft, made }: Props): JSX.Element {
  const words = useMessages();
  const styles = useTemplateStyles();
  const { work, template: control } = usePaneContext();
  const { template } = draft;
  const isNameless = template.units.length === 0;
  const units = <UnitNames key={template.units.map(({ name }) => name).join()} template={template} />;
  const [at, setAt] = useState(0);
  const question = made.questions[at];
  const { sheet, cell, settled = true } = question ?? {};
  const asked = useMemo(
    () => (sheet === undefined || cell === undefined || settled ? null : { sheet, cells: cellsIn(cell) }),
    [sheet, cell, settled],
  );
  return (
    <section className={styles.card} aria-label={words("pane.made.title")}>
      <h2 className={styles.heading}>{words("pane.made.title")}</h2>
      <div>
        <strong className={styles.name}>{template.name}</strong>
        <p className={styles.note}>
          {made.from === "blank"
            ? words("pane.made.blank")
            : words("pane.made.copies", { count: made.files })}
        </p>
      </div>
      <Forms draft={draft} made={made} />
      {isNameless && units}
      <FormEditor template={template} asked={asked} />
      <Questions made={made} at={at} onGo={setAt} several={template.forms.length > 1} />
      <Departures made={made} />
      {state.charts.length > 0 && (
        <Disclosure title={words("pane.charts")}>
          {() => <ChartGallery choices={state.charts} template={template} />}
        </Disclosure>
      )}
      {!isNameless && units}
      <PasteRules />
      {made.pasted && <TakenRules rules={made.pasted} />}
      <Button className={styles.wide} disabled={work.task !== null} onClick={() => void control.discard()}>
        {words("pane.made.discard")}
      </Button>
    </section>
  );
}

/** The addresses in an area; an area so large that nobody would see it lit is left dark. */
function cellsIn(text: string): ReadonlySet<string> {
  const area = text === "" ? null : parseArea(text);
  const cells = new Set<string>();
  if (!area || (area.bottom - area.top + 1) * (area.right - area.left + 1) > MOST_LIT) return cells;
  for (let row = area.top; row <= area.bottom; row++)
    for (let column = area.left; column <= area.right; column++) cells.add(toA1(row, column));
  return cells;
}

const MOST_LIT = 5000;

/** What each sheet is, in numbers. */
function Forms({ draft, made }: Pick<Props, "draft" | "made">): JSX.Element {
  const words = useMessages();
  const styles = useTemplateStyles();
  return (
    <div>
      {draft.template.forms.map(({ id, own, indicators }) => (
        <p key={id} className={styles.note}>
          {words("pane.made.form", {
            form: id,
            lines: (own?.tables ?? []).reduce((sum, { lines }) => sum + lines.length, 0),
            items: indicators.length,
          })}
        </p>
      ))}
      {made.others
        .filter(({ why }) => why !== "empty" && why !== "hidden")
        .map(({ sheet, why }) => (
          <p key={sheet} className={styles.note}>
            {words("pane.made.other", { sheet, reason: words(`forms.other.${why}`, { sheet }) })}
          </p>
        ))}
    </div>
  );
}
