import { Button, mergeClasses } from "@fluentui/react-components";
import { CheckmarkCircleFilled, InfoRegular } from "@fluentui/react-icons";
import type { JSX } from "react";
import type { Accept } from "../../../findings/decisions";
import type { DecisionView } from "../../../app/view";
import { usePaneContext } from "../../usePane";
import { useMessages } from "../../messages";
import { useCheckStyles } from "../Check.styles";
import { useDecideStyles } from "./decide.styles";
import { becauseOf, changeOf } from "./proposal-text";
import { useDeciding } from "./useDecide";

/** A proposal that was taken. */
export type TakenView = DecisionView & { readonly decision: Accept };

export function takenOf(decisions: readonly DecisionView[]): readonly TakenView[] {
  return decisions.filter((each): each is TakenView => each.decision.kind === "accept");
}

/** Proposals that were taken, each with its undo. */
export function Taken({
  taken,
  withUnit,
}: {
  readonly taken: readonly TakenView[];
  readonly withUnit: boolean;
}): JSX.Element | null {
  const words = useMessages();
  const styles = useCheckStyles();
  const { session } = usePaneContext();
  const { busy, take } = useDeciding();
  if (taken.length === 0) return null;
  const undo = (all: readonly TakenView[]): void =>
    take(
      () => session.withdraw(all.map(({ id }) => id)),
      all[0]?.finding ?? "",
      words("pane.said.withdrawn", { count: all.length }),
    );
  return (
    <>
      <ul className={styles.list}>
        {taken.map((each) => (
          <TakenItem key={each.id} taken={each} withUnit={withUnit} onUndo={() => undo([each])} />
        ))}
      </ul>
      {taken.length > 1 && (
        <Button disabled={busy} onClick={() => undo(taken)}>
          {words("pane.decide.undoAll", { count: taken.length })}
        </Button>
      )}
    </>
  );
}

interface ItemProps {
  readonly taken: TakenView;
  readonly withUnit: boolean;
  readonly onUndo: () => void;
}

function TakenItem({ taken, withUnit, onUndo }: ItemProps): JSX.Element {
  const words = useMessages();
  const styles = useCheckStyles();
  const own = useDecideStyles();
  const { busy } = useDeciding();
  const { id, state, decision } = taken;
  const { unit, place, proposal } = decision.finding;
  const where = `${place.sheet ?? ""}!${place.cell ?? ""}`;
  const holds = state === "applied";
  const { code } = proposal.because;
  const kind = !holds ? state : code === "telephone" ? code : "accepted";
  return (
    <li className={styles.item}>
      <div className={styles.itemHead}>
        <span className={holds ? own.doneMark : undefined}>
          {holds ? (
            <CheckmarkCircleFilled fontSize={16} aria-hidden />
          ) : (
            <InfoRegular fontSize={16} aria-hidden />
          )}
          {words(`pane.decide.${kind}`)}
        </span>
        {withUnit && unit !== null && <strong>{unit}</strong>}
      </div>
      <div className={mergeClasses(own.proposal, holds && own.done)}>
        <p className={own.text}>
          {words(`pane.decide.${kind}.what`, {
            ...changeOf(proposal, words),
            because: becauseOf(proposal, words),
          })}
        </p>
        <span className={styles.place}>{where}</span>
        <Button
          disabled={busy}
          data-decide={id}
          aria-label={words("pane.decide.undo.what", { place: where })}
          onClick={onUndo}
        >
          {words("pane.decide.undo")}
        </Button>
      </div>
    </li>
  );
}
