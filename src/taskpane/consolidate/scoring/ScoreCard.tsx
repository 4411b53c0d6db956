import { Button, Field, Input, mergeClasses } from "@fluentui/react-components";
import { useEffect, useState, type JSX } from "react";
import type { ScoreLine } from "../../../app/scoring";
import { fold } from "../../../workbook/fold";
import { useCommonStyles } from "../../common/common.styles";
import { useMessages, type Messages } from "../../messages";
import { usePaneContext } from "../../usePane";
import { useScoringStyles } from "./scoring.styles";
import type { ScoringControl } from "./useScoring";

interface Props {
  readonly unit: string;
  readonly control: ScoringControl;
  onDone(): void;
}

/** What the county gives the unit, item by item, with what the unit gave itself and the evidence beside it. */
export function ScoreCard(props: Props): JSX.Element | null {
  const lines = useScoreCard(props.unit);
  return lines && <Scores {...props} lines={lines} />;
}

interface Typed {
  readonly score: string;
  readonly reason: string;
}

function Scores({
  unit,
  control,
  lines,
  onDone,
}: Props & { readonly lines: readonly ScoreLine[] }): JSX.Element {
  const words = useMessages();
  const styles = useScoringStyles();
  const common = useCommonStyles();
  const { work } = usePaneContext();
  const [typed, setTyped] = useState<ReadonlyMap<string, Typed>>(
    () => new Map(lines.map(({ item, score, reason }) => [item, { score: String(score ?? ""), reason }])),
  );
  const change = (item: string, part: Partial<Typed>): void =>
    setTyped(new Map([...typed, [item, { ...typed.get(item)!, ...part }]]));
  const entered = lines.map(({ item }) => {
    const { score, reason } = typed.get(item)!;
    return { item, score: pointsIn(score), reason };
  });
  const isWrong = lines.some((line) => faultOf(line, typed.get(line.item)!.score, words) !== null);
  const save = async (): Promise<void> => {
    const open = entered.filter(({ item }) => lines.some((line) => line.item === item && isOpen(line)));
    if (await control.enter(unit, open)) onDone();
  };
  return (
    <div className={styles.card} role="group" aria-label={words("pane.scoring.card", { unit })}>
      {lines.map((line) => {
        const { item, max, open } = line;
        const { score, reason } = typed.get(item)!;
        const fault = faultOf(line, score, words);
        return (
          <fieldset key={item} className={styles.item}>
            <legend>{words("pane.scoring.item", { item, max })}</legend>
            <p className={mergeClasses(styles.whole, styles.note)}>{besideText(line, words)}</p>
            <Field
              label={words("pane.scoring.score")}
              {...(fault === null ? {} : { validationMessage: fault })}
            >
              <Input
                className={common.field}
                inputMode="decimal"
                aria-label={words("pane.scoring.score.of", { item })}
                disabled={!open.score}
                value={score}
                onChange={(_, { value }) => change(item, { score: value })}
              />
            </Field>
            <Field label={words("pane.scoring.reason")}>
              <Input
                className={common.field}
                aria-label={words("pane.scoring.reason.of", { item })}
                disabled={!open.reason}
                value={reason}
                onChange={(_, { value }) => change(item, { reason: value })}
              />
            </Field>
          </fieldset>
        );
      })}
      <div className={common.row}>
        <Button appearance="primary" disabled={work.task !== null || isWrong} onClick={() => void save()}>
          {words("pane.scoring.save")}
        </Button>
        <Button onClick={onDone}>{words("pane.scoring.cancel")}</Button>
      </div>
    </div>
  );
}

function isOpen({ open }: ScoreLine): boolean {
  return open.score || open.reason;
}

/** `自评 14 · 对照数 80.7 · 按对照数至多 13.5`. */
function besideText({ self, evidence, bound }: ScoreLine, words: Messages): string {
  const number = (value: number): string => words.number(Math.round(value * 100) / 100);
  return [
    words("pane.scoring.self", { self: typeof self === "number" ? number(self) : (self ?? "—") }),
    ...(evidence === null ? [] : [words("pane.scoring.evidence.figure", { figure: number(evidence) })]),
    ...(bound === null ? [] : [words("pane.scoring.bound", { bound: number(bound) })]),
  ].join(" · ");
}

/** `12分` is 12; null for no number. */
function pointsIn(text: string): number | null {
  const [, number] = /^(-?\d{1,4}(?:\.\d{1,3})?)\s*分?$/.exec(fold(text.trim())) ?? [];
  return number === undefined ? null : Number(number);
}

function faultOf({ max }: ScoreLine, text: string, words: Messages): string | null {
  if (text.trim() === "") return null;
  const points = pointsIn(text);
  const [least, most] = [Math.min(0, max), Math.max(0, max)];
  return points === null || points < least || points > most
    ? words("pane.scoring.range", { least, most })
    : null;
}

/** Null until it is known, and where the unit has not reported. */
function useScoreCard(unit: string): readonly ScoreLine[] | null {
  const { tools, work } = usePaneContext();
  const { engine } = tools;
  const { look } = work;
  const [lines, setLines] = useState<readonly ScoreLine[] | null>(null);
  useEffect(() => {
    let wanted = true;
    void look(async () => {
      const answer = await engine.scoreCard(unit);
      if (wanted) setLines(answer);
    });
    return () => {
      wanted = false;
    };
  }, [engine, look, unit]);
  return lines;
}
