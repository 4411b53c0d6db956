import { mergeClasses } from "@fluentui/react-components";
import { ChevronDownRegular, ChevronRightRegular } from "@fluentui/react-icons";
import { Fragment, useId, useState, type JSX } from "react";
import type { RankedView, ScoringView } from "../../../app/scoring-view";
import { groupBy } from "../../../workbook/group-by";
import { useMessages, type Messages } from "../../messages";
import { useConsolidateStyles } from "../Consolidate.styles";
import { ScoreCard } from "./ScoreCard";
import type { ScoringControl } from "./useScoring";
import { useScoringStyles } from "./scoring.styles";

/** The units of each group by rank; each opens into its items. */
export function Ranking({
  scoring,
  control,
}: {
  readonly scoring: ScoringView;
  readonly control: ScoringControl;
}): JSX.Element {
  const words = useMessages();
  const styles = useScoringStyles();
  const [opened, setOpened] = useState<string | null>(null);
  return (
    <>
      {[...groupBy(scoring.ranking, ({ group }) => group)].map(([group, units]) => (
        <table key={group} className={styles.table}>
          <caption className={styles.caption}>
            {words("pane.scoring.group", { group, count: units.length })}
          </caption>
          <thead>
            <tr>
              <th scope="col" className={mergeClasses(styles.head, styles.rank)}>
                {words("pane.scoring.rank")}
              </th>
              <th scope="col" className={styles.head}>
                {words("pane.scoring.unit")}
              </th>
              <th scope="col" className={mergeClasses(styles.head, styles.score)}>
                {words("pane.scoring.score")}
              </th>
              <th scope="col" className={mergeClasses(styles.head, styles.grade)}>
                {words("pane.scoring.grade")}
              </th>
            </tr>
          </thead>
          <tbody>
            {units.map((ranked) => (
              <Ranked
                key={ranked.unit}
                ranked={ranked}
                items={scoring.items}
                control={control}
                open={opened === ranked.unit}
                onOpen={(open) => setOpened(open ? ranked.unit : null)}
              />
            ))}
          </tbody>
        </table>
      ))}
    </>
  );
}

interface RankedProps {
  readonly ranked: RankedView;
  readonly items: number;
  readonly control: ScoringControl;
  readonly open: boolean;
  onOpen(open: boolean): void;
}

function Ranked({ ranked, items, control, open, onOpen }: RankedProps): JSX.Element {
  const words = useMessages();
  const styles = useScoringStyles();
  const common = useConsolidateStyles();
  const card = useId();
  const { unit, rank, score, grade, counted } = ranked;
  const facts = factsOf(ranked, items, words);
  return (
    <Fragment>
      <tr>
        <td className={styles.cell}>{rank ?? "—"}</td>
        <th scope="row" className={styles.cell} style={{ textAlign: "start", fontWeight: "inherit" }}>
          {counted ? (
            <button
              type="button"
              className={common.open}
              aria-expanded={open}
              aria-controls={open ? card : undefined}
              onClick={() => onOpen(!open)}
            >
              {unit}
              {open ? (
                <ChevronDownRegular fontSize={16} aria-hidden />
              ) : (
                <ChevronRightRegular fontSize={16} aria-hidden />
              )}
            </button>
          ) : (
            unit
          )}
          {facts.length > 0 && <p className={styles.note}>{facts.join(" · ")}</p>}
        </th>
        <td className={mergeClasses(styles.cell, styles.number)}>
          {score === null ? "—" : words.number(score)}
        </td>
        <td className={styles.cell}>{grade ?? "—"}</td>
      </tr>
      {open && (
        <tr>
          <td id={card} colSpan={4}>
            <ScoreCard unit={unit} control={control} onDone={() => onOpen(false)} />
          </td>
        </tr>
      )}
    </Fragment>
  );
}

function factsOf(ranked: RankedView, items: number, words: Messages): string[] {
  const { self, score, scored, lastRank, veto, counted } = ranked;
  if (!counted) return [words("pane.scoring.notReported")];
  return [
    ...(score === null ? [words("pane.scoring.scored", { scored, items })] : []),
    ...(self === null ? [] : [words("pane.scoring.self", { self: words.number(self) })]),
    ...(lastRank === null ? [] : [words("pane.scoring.lastRank", { rank: lastRank })]),
    ...(veto === null ? [] : [words("pane.scoring.veto", { reason: veto })]),
  ];
}
