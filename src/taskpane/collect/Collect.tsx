import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import { lazy, Suspense, type JSX } from "react";
import type { SessionView } from "../../app/view";
import { hasSources, isOfOtherForms } from "../frame/next-steps";
import { usePaneContext } from "../usePane";
import { periodText, useMessages } from "../messages";
import { Board } from "./Board";
import { FileInputs } from "./FileInputs";
import { FirstSources } from "./FirstSources";
import { LevelUp } from "./LevelUp";
import { MetCounty } from "./MetCounty";
import { MoreSources } from "./MoreSources";
import { Periods } from "./Periods";
import { ProposedTemplate } from "./ProposedTemplate";
import { ReceivedForms } from "./ReceivedForms";
import { Resumed } from "./Resumed";
import { TemplateNote } from "./TemplateNote";
import { useCollect } from "./useCollect";

/** Forms that the template does not have are seldom among the files. */
const UnknownForms = lazy(async () => ({ default: (await import("./UnknownForms")).UnknownForms }));

/** 收表: what has come in, what has not, and how to bring it in. */
export function Collect(): JSX.Element {
  const words = useMessages();
  const collecting = useCollect();
  const { session, host, skipped: byName } = usePaneContext();
  const { view } = session;
  const skipped = [...byName, ...(view?.passedOver ?? [])];
  const started = view !== null && hasSources(view);
  const others = view && view.unknownForms.length > 0 && (
    <Suspense fallback={null}>
      <UnknownForms view={view} />
    </Suspense>
  );
  return (
    <>
      <FileInputs collecting={collecting} />
      {host === "silent" && (
        <MessageBar aria-labelledby={undefined} intent="warning" layout="multiline">
          <MessageBarBody>{words("pane.silent")}</MessageBarBody>
        </MessageBar>
      )}
      {skipped.length > 0 && (
        <MessageBar aria-labelledby={undefined} intent="info" layout="multiline">
          <MessageBarBody>
            {words("pane.collect.skipped", { count: skipped.length, files: words.list(skipped) })}
          </MessageBarBody>
        </MessageBar>
      )}
      {view && <MetCounties view={view} />}
      {view && view.otherLevel !== null && (
        <MessageBar aria-labelledby={undefined} intent="warning" layout="multiline">
          <MessageBarBody>
            {words("pane.levelUp.otherLevel", { period: periodText(words, view.otherLevel) })}
          </MessageBarBody>
        </MessageBar>
      )}
      {view?.resumed && <Resumed resumed={view.resumed} />}
      {view && <ReceivedForms view={view} />}
      {view && <TemplateNote view={view} />}
      <ProposedTemplate />
      {started ? (
        <>
          {view.periodChoice && <Periods choice={view.periodChoice} />}
          {isOfOtherForms(view) && others}
          <MoreSources collecting={collecting} view={view} />
          {!isOfOtherForms(view) && (
            <>
              <Board view={view} />
              {others}
            </>
          )}
        </>
      ) : (
        <FirstSources collecting={collecting} />
      )}
    </>
  );
}

/** Where several came in, they are asked about together. */
function MetCounties({ view }: { readonly view: SessionView }): JSX.Element {
  const { counties, levelUp } = view;
  const isTogether = levelUp !== null && levelUp.files.length > 1;
  const single = isTogether ? counties.filter(({ file }) => file === null) : counties;
  return (
    <>
      {isTogether && <LevelUp levelUp={levelUp} view={view} />}
      {single.map((county) => (
        <MetCounty key={county.file} county={county} view={view} />
      ))}
    </>
  );
}
