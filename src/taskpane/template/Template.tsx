import { useEffect, useRef, type JSX } from "react";
import { usePaneContext } from "../usePane";
import { useWords } from "../words";
import { Contents } from "./Contents";
import { EditTemplate } from "./EditTemplate";
import { InUse } from "./InUse";
import { Issue } from "./Issue";
import { Looked } from "./Looked";
import { Roll } from "./Roll";
import { TryOut } from "./TryOut";

/** 模板: what is in use, how to change it, what it would find, and the blank workbooks for the units. */
export function Template(): JSX.Element {
  const words = useWords();
  const { template, round } = usePaneContext();
  const { state, load, keepSheets } = template;
  const { view } = round;
  useEffect(() => void load(), [load, view]);
  useOnLeaving(keepSheets);
  if (!state || !view) return <p>{words("pane.task.template")}</p>;
  return (
    <>
      <Looked state={state} />
      <InUse state={state}>
        <Contents template={state.template} />
      </InUse>
      <EditTemplate />
      <TryOut state={state} view={view} />
      <Issue state={state} />
      <Roll state={state} view={view} />
    </>
  );
}

/** Does it when the part goes away, as it then is. */
function useOnLeaving(leave: () => Promise<void>): void {
  const latest = useRef(leave);
  useEffect(() => {
    latest.current = leave;
  }, [leave]);
  useEffect(() => () => void latest.current(), []);
}
