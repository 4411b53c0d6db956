import { Button } from "@fluentui/react-components";
import { ArrowSyncRegular, DocumentSearchRegular } from "@fluentui/react-icons";
import { useEffect, useRef, useState, type ChangeEvent, type JSX } from "react";
import "../../../locales/learn-fetched";
import type { RankingText } from "../../../app/scoring";
import type { ScoringView } from "../../../app/scoring-view";
import { CopyText } from "../../common/CopyText";
import { Disclosure } from "../../common/Disclosure";
import { useCommonStyles } from "../../common/common.styles";
import { ACCEPTED, chosenFiles } from "../../given-files";
import { periodText, useMessages } from "../../messages";
import { usePaneContext } from "../../usePane";
import { useConsolidateStyles } from "../Consolidate.styles";
import { Ranking } from "./Ranking";
import { useScoringStyles } from "./scoring.styles";
import { useScoring, type ScoringControl } from "./useScoring";

/** 考核: who is ranked where, each unit's scores to be given, and what is said of it in the notice. */
export function Scoring({ scoring }: { readonly scoring: ScoringView }): JSX.Element {
  const words = useMessages();
  const styles = useConsolidateStyles();
  const own = useScoringStyles();
  const common = useCommonStyles();
  const { tools, work } = usePaneContext();
  const control = useScoring();
  const open = scoring.ranking.filter(({ score }) => score === null).length;
  return (
    <section className={styles.section} aria-label={words("pane.scoring")}>
      <h2 className={styles.heading}>{words("pane.scoring")}</h2>
      <p className={own.note}>
        {open === 0 ? words("pane.scoring.complete") : words("pane.scoring.open", { count: open })}
      </p>
      {scoring.wantsEvidence && <Evidence scoring={scoring} control={control} />}
      {control.given !== null && (
        <div className={common.row} role="status">
          <span>{words("pane.scoring.given", { unit: control.given })}</span>
          <Button disabled={work.task !== null} onClick={() => void control.undo()}>
            {words("pane.scoring.undo")}
          </Button>
        </div>
      )}
      <Ranking scoring={scoring} control={control} />
      {tools.workbook && (
        <div className={common.stack}>
          <p className={own.note}>{words("pane.scoring.sheet")}</p>
          <Button
            icon={<ArrowSyncRegular />}
            disabled={work.task !== null}
            onClick={() => void control.readBack()}
          >
            {words("pane.scoring.readBack")}
          </Button>
        </div>
      )}
      <Said scoring={scoring} />
    </section>
  );
}

/** The annual report's county workbook, whose figures are seen beside the scores. */
function Evidence({
  scoring: { evidence },
  control,
}: {
  readonly scoring: ScoringView;
  readonly control: ScoringControl;
}): JSX.Element {
  const words = useMessages();
  const own = useScoringStyles();
  const common = useCommonStyles();
  const { work } = usePaneContext();
  const input = useRef<HTMLInputElement>(null);
  const take = (event: ChangeEvent<HTMLInputElement>): void => {
    const [file] = chosenFiles(event.target.files ?? []).files;
    event.target.value = "";
    if (file) void control.takeEvidence(file);
  };
  return (
    <div className={common.stack}>
      <p className={own.note}>
        {evidence
          ? words("pane.scoring.evidence.taken", {
              name: evidence.name,
              period: evidence.period === "" ? "" : periodText(words, evidence.period),
            })
          : words("pane.scoring.evidence.why")}
      </p>
      <Button
        icon={<DocumentSearchRegular />}
        disabled={work.task !== null}
        onClick={() => input.current?.click()}
      >
        {words(evidence ? "pane.scoring.evidence.change" : "pane.scoring.evidence")}
      </Button>
      <input
        ref={input}
        type="file"
        accept={ACCEPTED}
        hidden
        aria-label={words("pane.scoring.evidence")}
        onChange={take}
      />
    </div>
  );
}

/** The notice, and where the county is weak. */
function Said({ scoring }: { readonly scoring: ScoringView }): JSX.Element | null {
  const words = useMessages();
  const own = useScoringStyles();
  const text = useRankingText(scoring);
  if (text === null) return null;
  return (
    <div>
      {text.lost.length > 0 && (
        <Disclosure title={words("pane.scoring.lost")}>
          {() => (
            <ul className={own.lost}>
              {text.lost.map(({ item, max, average, losers }) => (
                <li key={item}>
                  {item}
                  <p className={own.note}>
                    {average === null
                      ? words("pane.scoring.lost.none")
                      : words("pane.scoring.lost.average", { average: words.number(round(average)), max })}
                    {losers.length > 0 &&
                      words("pane.scoring.lost.units", {
                        count: losers.length,
                        units: losers
                          .slice(0, MOST_LOSERS)
                          .map(({ unit, lost }) => words("pane.scoring.lost.unit", { unit, lost }))
                          .join(words("pane.enumerate")),
                      })}
                  </p>
                </li>
              ))}
            </ul>
          )}
        </Disclosure>
      )}
      {text.notice.length > 0 && (
        <Disclosure title={words("pane.scoring.notice")}>
          {() => <CopyText label={words("pane.scoring.notice")} text={text.notice.join("\n")} />}
        </Disclosure>
      )}
    </div>
  );
}

const MOST_LOSERS = 4;

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Null until it is known. */
function useRankingText(scoring: ScoringView): RankingText | null {
  const { tools, work } = usePaneContext();
  const words = useMessages();
  const { engine } = tools;
  const { look } = work;
  const [text, setText] = useState<RankingText | null>(null);
  useEffect(() => {
    let wanted = true;
    void look(async () => {
      const answer = await engine.rankingText(words.locale);
      if (wanted) setText(answer);
    });
    return () => {
      wanted = false;
    };
  }, [engine, look, scoring, words.locale]);
  return text;
}
