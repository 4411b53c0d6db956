import { Button, Field, MessageBar, MessageBarBody, Select } from "@fluentui/react-components";
import { TableRegular } from "@fluentui/react-icons";
import { useState, type JSX } from "react";
import type { OpenWorkbook } from "../../ports/ports";
import type { Unit } from "../../template/template";
import { useSheets, type SheetMessages } from "../common/useSheets";
import { usePaneContext } from "../usePane";
import { useMessages } from "../messages";
import { useTemplateStyles } from "./Template.styles";

interface Props {
  readonly workbook: OpenWorkbook;
  readonly units: readonly Unit[];
  /** Null while none that can be used is typed. */
  readonly period: string | null;
}

const MESSAGES: SheetMessages = {
  task: "pane.task.template.issuing",
  undone: "pane.template.issue.sheets.undone",
};

/** 下发 where no file can be saved: the blank of one unit as sheets of the open workbook, to be saved by Excel itself. */
export function IssueSheets({ workbook, units, period }: Props): JSX.Element {
  const words = useMessages();
  const styles = useTemplateStyles();
  const { tools, work, announce } = usePaneContext();
  const { written, write, undo } = useSheets(workbook, MESSAGES);
  const [unit, setUnit] = useState(units[0]?.name ?? "");
  const [done, setDone] = useState("");
  const issue = async (wanted: string): Promise<void> => {
    const count = await write(() => tools.engine.blankPlan(unit, wanted));
    if (count === null) return;
    setDone(unit);
    announce(words("pane.template.issue.sheets.written", { unit, count }));
  };
  return (
    <>
      <Field label={words("pane.template.issue.sheets.unit")}>
        <Select value={unit} onChange={(_, { value }) => setUnit(value)}>
          {units.map(({ name }) => (
            <option key={name}>{name}</option>
          ))}
        </Select>
      </Field>
      <Button
        className={styles.wide}
        icon={<TableRegular />}
        disabled={work.task !== null || period === null}
        onClick={() => period !== null && void issue(period)}
      >
        {words("pane.template.issue.sheets.go")}
      </Button>
      {written && (
        <MessageBar aria-labelledby={undefined} intent="success" layout="multiline">
          <MessageBarBody>
            {words("pane.template.issue.sheets.written", { unit: done, count: written.count })}
          </MessageBarBody>
        </MessageBar>
      )}
      {written?.canUndo && (
        <Button disabled={work.task !== null} onClick={() => void undo()}>
          {words("pane.step.undo")}
        </Button>
      )}
    </>
  );
}
