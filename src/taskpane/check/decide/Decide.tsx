import { Button } from "@fluentui/react-components";
import { lazy, Suspense, type JSX } from "react";
import type { FindingView, SessionView } from "../../../app/view";
import { Disclosure } from "../../common/Disclosure";
import { isSelfCheck } from "../../frame/next-steps";
import { usePaneContext } from "../../usePane";
import { fileText, useMessages } from "../../messages";
import { placeText } from "../../../county-layout/place-text";
import { useDecideStyles } from "./decide.styles";
import { Enter } from "./Enter";
import { Explain } from "./Explain";
import { UnitAnswer } from "./UnitAnswer";
import { becauseOf, changeOf, proposalOf } from "./proposal-text";
import { useDeciding } from "./useDecide";

/** Two files of one unit are rare: what chooses between them is fetched then. */
const Choose = lazy(async () => ({ default: (await import("./Choose")).Choose }));

export interface DecideProps {
  readonly finding: FindingView;
  /** The findings of this kind that propose something, in all units, itself among them. */
  readonly sameKind: readonly FindingView[];
}

/** What the county can decide about a finding, and take back. A unit that checks its own workbook corrects it there. */
export function Decide({ finding, sameKind }: DecideProps): JSX.Element {
  const { view } = usePaneContext().session;
  const mine = view !== null && !isSelfCheck(view);
  return (
    <>
      <Proposed finding={finding} sameKind={mine ? sameKind : []} mine={mine} />
      {mine && <Confirm finding={finding} view={view} />}
      {mine && <UnitAnswer finding={finding} />}
      {mine && <Enter finding={finding} />}
      {mine && <Explain finding={finding} view={view} />}
      <Suspense fallback={null}>
        {mine && finding.code === "D10" && <Choose finding={finding} view={view} />}
      </Suspense>
    </>
  );
}

function Proposed({ finding, sameKind, mine }: DecideProps & { readonly mine: boolean }): JSX.Element | null {
  const words = useMessages();
  const styles = useDecideStyles();
  const { session } = usePaneContext();
  const { busy, take } = useDeciding();
  const { proposal, id, deciding } = finding;
  if (!proposal || deciding.accept === null) return null;
  const change = changeOf(proposal, words);
  const accept = (findings: readonly string[]): void =>
    take(
      () => session.accept(findings),
      deciding.accept!,
      words("pane.said.accepted", { count: findings.length }),
    );
  return (
    <div className={styles.proposal}>
      <p className={styles.text}>{proposalOf(proposal, words)}</p>
      <p className={styles.because}>{becauseOf(proposal, words)}</p>
      {mine && (
        <div className={styles.buttons}>
          <Button
            appearance="primary"
            disabled={busy}
            data-decide={id}
            aria-label={words("pane.decide.accept.what", { place: placeText(finding) ?? "", to: change.to })}
            onClick={() => accept([id])}
          >
            {words("pane.decide.accept")}
          </Button>
        </div>
      )}
      {sameKind.length > 1 && (
        <Disclosure title={words("pane.decide.sameKind", { count: sameKind.length })}>
          {() => <AllOfKind findings={sameKind} onAccept={() => accept(sameKind.map((each) => each.id))} />}
        </Disclosure>
      )}
    </div>
  );
}

/** What would be changed, cell by cell, before it is. */
function AllOfKind({
  findings,
  onAccept,
}: {
  readonly findings: readonly FindingView[];
  readonly onAccept: () => void;
}): JSX.Element {
  const words = useMessages();
  const styles = useDecideStyles();
  const { busy } = useDeciding();
  return (
    <>
      <ul className={styles.preview}>
        {findings.map((each) => (
          <li key={each.id}>
            {[each.unit, placeText(each)].filter((part) => part !== null).join(" ")}{" "}
            {each.proposal && words("pane.decide.fromTo", changeOf(each.proposal, words))}
          </li>
        ))}
      </ul>
      <Button disabled={busy} onClick={onAccept}>
        {words("pane.decide.acceptAll", { count: findings.length })}
      </Button>
    </>
  );
}

/** 万, 约, 无: read as they are, once for the whole file. */
function Confirm({
  finding,
  view,
}: {
  readonly finding: FindingView;
  readonly view: SessionView;
}): JSX.Element | null {
  const words = useMessages();
  const styles = useDecideStyles();
  const { session } = usePaneContext();
  const { busy, take, takeBack } = useDeciding();
  const { id, deciding, place } = finding;
  const decision = deciding.confirm;
  if (decision === null) return null;
  const where = placeText(finding) ?? "";
  if (view.decisions.some((each) => each.id === decision)) {
    return (
      <div className={styles.proposal}>
        <p className={styles.text}>{words("pane.decide.confirmed")}</p>
        <Button
          disabled={busy}
          data-decide={`${decision} ${id}`}
          aria-label={words("pane.decide.confirm.undo", { place: where })}
          onClick={() =>
            takeBack(
              () => session.withdraw([decision]),
              `confirm ${id}`,
              words("pane.said.withdrawn", { count: 1 }),
            )
          }
        >
          {words("pane.decide.undo")}
        </Button>
      </div>
    );
  }
  return (
    <Button
      disabled={busy}
      data-decide={`confirm ${id}`}
      aria-label={words("pane.decide.confirm.what", { file: fileText(words, place.file) })}
      onClick={() => take(() => session.confirm(id), `${decision} ${id}`, words("pane.said.confirmed"))}
    >
      {words("pane.decide.confirm")}
    </Button>
  );
}
