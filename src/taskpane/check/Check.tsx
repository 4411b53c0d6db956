import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import type { JSX, KeyboardEvent, ReactNode } from "react";
import type { SessionView } from "../../app/view";
import { Blank } from "../common/Blank";
import { Disclosure } from "../common/Disclosure";
import { useCommonStyles } from "../common/common.styles";
import { useUnhurried } from "../common/useUnhurried";
import { hasSources, isSelfCheck } from "../frame/next-steps";
import { usePaneContext } from "../usePane";
import { useMessages } from "../messages";
import { useCheckStyles } from "./Check.styles";
import { Taken, takenOf, type TakenView } from "./decide/Taken";
import { DecideProvider, useDecideArea, useDeciding } from "./decide/useDecide";
import { Filters } from "./Filters";
import { Group } from "./Group";
import { ReturnLog } from "./ReturnLog";
import { Returns } from "./Returns";
import { useCheck } from "./useCheck";

/** 审核: what was found, where, and what to do about it. */
export function Check(): JSX.Element {
  const words = useMessages();
  const { view } = usePaneContext().session;
  if (!view || !hasSources(view))
    return <Blank title={words("pane.nothingYet")} text={words("pane.nothingYet.next")} />;
  return (
    <DecideArea>{view.findings.length === 0 ? <AllFine view={view} /> : <Findings view={view} />}</DecideArea>
  );
}

/** Where findings are decided about: what came of it is said, and the focus stays near. */
function DecideArea({ children }: { readonly children: ReactNode }): JSX.Element {
  const styles = useCheckStyles();
  const common = useCommonStyles();
  const deciding = useDecideArea();
  const { step } = deciding;
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== "F8") return;
    event.preventDefault();
    step(event.shiftKey ? -1 : 1);
  };
  return (
    <DecideProvider value={deciding}>
      <div ref={deciding.area} className={styles.area} onKeyDown={onKey}>
        {children}
      </div>
      <div role="status" className={common.hidden}>
        {deciding.said}
      </div>
    </DecideProvider>
  );
}

function AllFine({ view }: { readonly view: SessionView }): JSX.Element {
  const words = useMessages();
  const text = isSelfCheck(view)
    ? words("pane.check.fine.self")
    : words("pane.check.fine.session", { reported: view.reported, expected: view.units.length });
  return (
    <>
      <Blank good title={words("pane.check.fine")} text={text} />
      <OtherTaken taken={takenOf(view.decisions)} />
      <ReturnLog view={view} />
    </>
  );
}

/** So many are drawn while somebody waits. */
const GROUPS_AT_ONCE = 20;

function Findings({ view }: { readonly view: SessionView }): JSX.Element {
  const words = useMessages();
  const styles = useCheckStyles();
  const check = useCheck(view);
  const { step } = useDeciding();
  const { groups, grouping, unit, showAll, otherTaken } = check;
  const drawn = useUnhurried(groups, GROUPS_AT_ONCE);
  return (
    <>
      <Filters view={view} check={check} step={step} />
      {unit !== null && (
        <MessageBar aria-labelledby={undefined} intent="info" layout="multiline">
          <MessageBarBody>{words("pane.check.only", { unit })}</MessageBarBody>
          <MessageBarActions>
            <Button size="medium" onClick={showAll}>
              {words("pane.check.all")}
            </Button>
          </MessageBarActions>
        </MessageBar>
      )}
      {unit === null && !isSelfCheck(view) && <Returns view={view} />}
      <div className={styles.groups}>
        {drawn.map((group, i) => (
          <Group
            key={`${grouping} ${group.key ?? ""}`}
            group={group}
            grouping={grouping}
            view={view}
            openAtFirst={i === 0 || groups.length <= 2}
          />
        ))}
        {groups.length === 0 && <span>{words("pane.check.noMatch")}</span>}
        <OtherTaken taken={otherTaken} />
        <ReturnLog view={view} />
      </div>
    </>
  );
}

/** Proposals that were taken where nothing else is left to be said. */
function OtherTaken({ taken }: { readonly taken: readonly TakenView[] }): JSX.Element | null {
  const words = useMessages();
  const styles = useCheckStyles();
  if (taken.length === 0) return null;
  return (
    <section className={styles.group}>
      <Disclosure heading title={words("pane.decide.others", { count: taken.length })} openAtFirst>
        {() => <Taken taken={taken} withUnit />}
      </Disclosure>
    </section>
  );
}
