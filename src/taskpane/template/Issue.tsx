import {
  Button,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Radio,
  RadioGroup,
} from "@fluentui/react-components";
import { FolderZipRegular } from "@fluentui/react-icons";
import { useState, type JSX } from "react";
import { useCommonStyles } from "../common/common.styles";
import { isPeriod, nextPeriod, partsOf } from "../../workbook/period";
import type { SessionView } from "../../app/view";
import { IssueSheets } from "./IssueSheets";
import { usePaneContext } from "../usePane";
import { periodText, useMessages, type Messages } from "../messages";
import type { TemplateState } from "../../app/template-desk";
import { useTemplateStyles } from "./Template.styles";
import { fold } from "../../workbook/fold";

interface Props {
  readonly state: TemplateState;
  readonly view: SessionView;
}

/** 下发: a blank workbook for every unit; not yet of an office's own forms, which must not be issued in our layout. */
export function Issue({ state, view }: Props): JSX.Element {
  const words = useMessages();
  const styles = useTemplateStyles();
  const own = state.template.forms.filter(({ layout }) => layout === "own").map(({ id }) => id);
  return (
    <section className={styles.card} aria-label={words("pane.template.issue")}>
      <h2 className={styles.heading}>{words("pane.template.issue")}</h2>
      {own.length > 0 ? (
        <p className={styles.lead}>{words("pane.template.issue.own", { forms: own.join("、") })}</p>
      ) : (
        <IssueOurs state={state} view={view} />
      )}
    </section>
  );
}

function IssueOurs({ state, view }: Props): JSX.Element {
  const words = useMessages();
  const styles = useTemplateStyles();
  const { work, template, tools } = usePaneContext();
  const [typed, setTyped] = useState<string | null>(null);
  const { period: fixed, units } = state.template;
  const wanted = fixed ?? typed ?? state.period ?? view.period ?? thisYear();
  const valid = isPeriod(wanted);
  return (
    <>
      <p className={styles.lead}>
        {words(tools.canSave === false ? "pane.template.issue.cannotSave" : "pane.template.issue.lead")}
      </p>
      {fixed === undefined ? (
        <PeriodFields period={wanted} valid={valid} onChange={setTyped} />
      ) : (
        <p className={styles.name}>{periodText(words, fixed)}</p>
      )}
      {valid && <p className={styles.note}>{carriedText(state, wanted, words)}</p>}
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

/** Only values of the year before are carried: which, or why none. */
function carriedText({ lastYearPeriod }: TemplateState, period: string, words: Messages): string {
  if (lastYearPeriod === null) return words("pane.template.issue.notCarried");
  const key = nextPeriod(lastYearPeriod) === period ? "carried" : "otherYear";
  return words(`pane.template.issue.${key}`, { period: periodText(words, lastYearPeriod) });
}

interface FieldsProps {
  readonly period: string;
  readonly valid: boolean;
  onChange(period: string): void;
}

function PeriodFields({ period, valid, onChange }: FieldsProps): JSX.Element {
  const words = useMessages();
  const common = useCommonStyles();
  const [year, part] = typedParts(period);
  const chosen = partsOf(`2000${part}`).part;
  return (
    <>
      <Field
        label={words("pane.template.issue.year")}
        {...(valid ? {} : { validationMessage: words("pane.template.issue.badYear") })}
      >
        <Input
          className={common.field}
          inputMode="numeric"
          value={year}
          onChange={(_, { value }) => onChange(`${fold(value).replace(/\D/g, "").slice(0, 4)}${part}`)}
        />
      </Field>
      <RadioGroup
        className={common.radios}
        layout="horizontal"
        aria-label={words("pane.template.issue.part")}
        value={chosen}
        onChange={(_, { value }) => onChange(`${year}${PARTS[value as keyof typeof PARTS]}`)}
      >
        <Radio value="year" label={words("pane.template.issue.whole")} />
        <Radio value="firstHalf" label={words("pane.template.issue.firstHalf")} />
        <Radio value="secondHalf" label={words("pane.template.issue.secondHalf")} />
        {!(chosen in PARTS) && <Radio value={chosen} label={periodText(words, period)} />}
      </RadioGroup>
    </>
  );
}

const PARTS = { year: "", firstHalf: "H1", secondHalf: "H2" } as const;

/** `2020H1 → 2020, H1`; the year may still be unfinished. */
function typedParts(period: string): readonly [string, string] {
  const [, year = "", part = ""] = /^(\d*)(.*)$/.exec(period) ?? [];
  return [year, part];
}
