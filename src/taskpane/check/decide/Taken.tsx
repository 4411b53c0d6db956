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

interface Props {
  readonly taken: readonly TakenView[];
  readonly withUnit: boolean;
}

/** Proposals that were taken, each with its undo. */
export function Taken({ taken, withUnit }: Props): JSX.Element | null {
  const styles = useCheckStyles();
  if (taken.length === 0) return null;
  return (
    <>
      <ul className={styles.list}>
        {taken.map((each) => (
          <TakenItem key={each.id} taken={each} withUnit={withUnit} />
        ))}
      </ul>
      <UndoAll taken={taken} />
    </>
  );
}

function useUndo(): (taken: readonly TakenView[]) => void {
  const words = useMessages();
  const { session } = usePaneContext();
  const { takeBack } = useDeciding();
  return (taken) =>
    takeBack(
      () => session.withdraw(taken.map(({ id }) => id)),
      taken[0]?.finding ?? "",
      words("pane.said.withdrawn", { count: taken.length }),
    );
}

/** Nothing for a single one, which has its own. */
export function UndoAll({ taken }: Pick<Props, "taken">): JSX.Element | null {
  const words = useMessages();
  const { busy } = useDeciding();
  const undo = useUndo();
  if (taken.length < 2) return null;
  return (
    <Button disabled={busy} onClick={() => undo(taken)}>
      {words("pane.decide.undoAll", { count: taken.length })}
    </Button>
  );
}

interface ItemProps {
  readonly taken: TakenView;
  readonly withUnit: boolean;
}

export function TakenItem({ taken, withUnit }: ItemProps): JSX.Element {
  const words = useMessages();
  const styles = useCheckStyles();
  const own = useDecideStyles();
  const { busy } = useDeciding();
  const undo = useUndo();
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
        {withUnit && unit !== null && <span>{unit}</span>}
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
          onClick={() => undo([taken])}
        >
          {words("pane.decide.undo")}
        </Button>
      </div>
    </li>
  );
}
