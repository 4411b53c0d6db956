import { Button, MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import { FolderZipRegular } from "@fluentui/react-icons";
import { useState, type JSX } from "react";
import type { TemplateState } from "../../app/template-state";
import type { SessionView } from "../../app/view";
import type { ColumnRole } from "../../template/own-sheet";
import { lacksOffice } from "../../template/own-issue";
import { wantsPeriod } from "../../template/template-index";
import type { Template } from "../../template/template";
import { followingPeriod, isPeriod, nextPeriod } from "../../workbook/period";
import { periodText, useMessages, type Messages } from "../messages";
import { usePaneContext } from "../usePane";
import { IssueSheets } from "./IssueSheets";
import { PeriodChoice } from "./PeriodChoice";
import { useTemplateStyles } from "./Template.styles";

interface Props {
  readonly state: TemplateState;
  readonly view: SessionView;
}

/** 下发: a blank workbook for every unit. */
export function Issue({ state, view }: Props): JSX.Element {
  const words = useMessages();
  const styles = useTemplateStyles();
  const { template } = state;
  const refusal = lacksOffice(template)
    ? words("pane.template.issue.lost", { forms: words.list(ownForms(template)) })
    : template.units.length === 0
      ? words("pane.template.issue.nobody")
      : null;
  return (
    <section className={styles.card} aria-label={words("pane.template.issue")}>
      <h2 className={styles.heading}>{words("pane.template.issue")}</h2>
      {refusal === null ? <IssueToAll state={state} view={view} /> : <p className={styles.lead}>{refusal}</p>}
    </section>
  );
}

function ownForms({ forms }: Template): string[] {
  return forms.filter(({ layout }) => layout === "own").map(({ id }) => id);
}

function IssueToAll({ state, view }: Props): JSX.Element {
  const words = useMessages();
  const styles = useTemplateStyles();
  const { work, template, tools } = usePaneContext();
  const [typed, setTyped] = useState<string | null>(null);
  const { period: fixed, units } = state.template;
  const isOwn = ownForms(state.template).length > 0;
  const known = fixed ?? typed ?? state.period ?? view.period;
  // Forms that name no period are issued for none, except where earlier figures say which comes next.
  const isTimeless = known === null && !wantsPeriod(state.template);
  const wanted = isTimeless ? "" : (known ?? thisYear());
  const valid = isTimeless || isPeriod(wanted);
  const isFixed = fixed !== undefined || isTimeless;
  return (
    <>
      <p className={styles.lead}>
        {words(`pane.template.issue.${tools.canSave === false ? "cannotSave" : isOwn ? "ownLead" : "lead"}`)}
      </p>
      {isFixed && wanted !== "" && <p className={styles.name}>{periodText(words, wanted)}</p>}
      {!isFixed && <PeriodChoice period={wanted} valid={valid} anyPart={isOwn} onChange={setTyped} />}
      {valid &&
        carriedTexts(state, wanted, words).map((text) => (
          <p key={text} className={styles.note}>
            {text}
          </p>
        ))}
      {tools.canSave === false ? (
        tools.workbook && (
          <IssueSheets workbook={tools.workbook} units={units} period={valid ? wanted : null} />
        )
      ) : (
        <Button
          className={styles.wide}
          icon={<FolderZipRegular />}
          disabled={work.task !== null || !valid}
          onClick={() => void template.issue(wanted)}
        >
          {words("pane.template.issue.go", { count: units.length })}
        </Button>
      )}
      {template.saved?.what === "blanks" && (
        <MessageBar intent="success" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>
              {words("pane.template.issue.done", { name: template.saved.name, count: units.length })}
            </MessageBarTitle>
            <div>{words("pane.template.issue.done.next")}</div>
          </MessageBarBody>
        </MessageBar>
      )}
    </>
  );
}

/** The year that is drawing to its end, or has just ended. */
function thisYear(): string {
  const today = new Date();
  return String(today.getFullYear() - (today.getMonth() === 0 ? 1 : 0));
}

/** Which earlier figures are carried into the blank workbooks, or why none. */
function carriedTexts(state: TemplateState, period: string, words: Messages): string[] {
  const { template, lastYearPeriod, lastPeriod } = state;
  if (ownForms(template).length === 0) {
    if (lastYearPeriod === null) return [words("pane.template.issue.notCarried")];
    const key = nextPeriod(lastYearPeriod) === period ? "carried" : "otherYear";
    return [words(`pane.template.issue.${key}`, { period: periodText(words, lastYearPeriod) })];
  }
  const text = (
    role: "lastYear" | "previous",
    known: string | null,
    next: (period: string) => string | null,
  ): string[] => {
    if (!hasColumn(template, role)) return [];
    if (known === null) return [words(`pane.template.issue.own.${role}.none`)];
    const key = next(known) === period ? "carried" : "other";
    return [words(`pane.template.issue.own.${role}.${key}`, { period: periodText(words, known) })];
  };
  return [...text("lastYear", lastYearPeriod, nextPeriod), ...text("previous", lastPeriod, followingPeriod)];
}

function hasColumn({ forms }: Template, wanted: ColumnRole): boolean {
  const tables = forms.flatMap(({ own }) => own?.tables ?? []);
  return tables.some(({ columns }) => columns.some(({ role }) => role === wanted));
}
