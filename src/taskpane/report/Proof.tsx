import { mergeClasses } from "@fluentui/react-components";
import { Fragment, useId, useState, type JSX } from "react";
import type { CheckedClaim, Verdict } from "../../fact-check/checked";
import { correctionOf } from "../../fact-check/correction";
import { useCommonStyles } from "../common/common.styles";
import { usePaneContext } from "../usePane";
import { useMessages } from "../messages";
import { ClaimNote } from "./ClaimNote";
import { useReportStyles } from "./Report.styles";

interface Props {
  readonly text: string;
  readonly claims: readonly CheckedClaim[];
  readonly county: string;
}

/** The whole text as a proof: a wrong figure in red with ✗, an open one with ？, what agrees without a sign. */
export function Proof({ text, claims, county }: Props): JSX.Element {
  const words = useMessages();
  const styles = useReportStyles();
  return (
    <>
      <h3 className={styles.heading}>{words("pane.draft.proof")}</h3>
      <p className={styles.lead}>{words("pane.draft.proof.signs")}</p>
      <div className={styles.paper} role="group" lang="zh-CN" aria-label={words("pane.draft.proof")}>
        {paragraphsOf(text, claims).map(({ start, end, own }) => (
          <ProofParagraph key={start} text={text} start={start} end={end} claims={own} county={county} />
        ))}
      </div>
    </>
  );
}

interface ParagraphRange {
  readonly start: number;
  readonly end: number;
  readonly own: readonly CheckedClaim[];
}

function paragraphsOf(text: string, claims: readonly CheckedClaim[]): ParagraphRange[] {
  const paragraphs: ParagraphRange[] = [];
  let start = 0;
  let next = 0;
  for (const line of text.split("\n")) {
    const end = start + line.length;
    const first = next;
    while (next < claims.length && claims[next]!.claim.start < end) next++;
    if (line.trim() !== "") paragraphs.push({ start, end, own: claims.slice(first, next) });
    start = end + 1;
  }
  return paragraphs;
}

interface ParagraphProps {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly claims: readonly CheckedClaim[];
  readonly county: string;
}

const MARK = /[，。；：、！？）”]/;

/** No line begins with a mark: the one behind a number stays with it. */
function endWithMark(text: string, { claim }: CheckedClaim): number {
  return claim.end + (MARK.test(text[claim.end] ?? "") ? 1 : 0);
}

const SIGNS: Readonly<Record<Verdict, string>> = { disagrees: "✗", untied: "？", agrees: "" };
const LOOKS = { disagrees: "proofWrong", untied: "proofOpen", agrees: "proofRight" } as const;

function ProofParagraph({ text, start, end, claims, county }: ParagraphProps): JSX.Element {
  const words = useMessages();
  const styles = useReportStyles();
  const [open, setOpen] = useState<number | null>(null);
  const note = useId();
  const shown = open === null ? undefined : claims[open];
  return (
    <div>
      <p className={styles.proofText}>
        {claims.map((checked, i) => (
          <Fragment key={checked.claim.start}>
            {text.slice(i === 0 ? start : endWithMark(text, claims[i - 1]!), checked.claim.start)}
            <span className={styles.together}>
              <ProofFigure
                checked={checked}
                open={i === open}
                controls={note}
                onToggle={() => setOpen(i === open ? null : i)}
              />
              {text.slice(checked.claim.end, endWithMark(text, checked))}
            </span>
          </Fragment>
        ))}
        {text.slice(claims.length > 0 ? endWithMark(text, claims.at(-1)!) : start, end)}
      </p>
      {shown && (
        <div
          id={note}
          className={styles.basis}
          role="group"
          lang={words.locale}
          aria-label={words("pane.annual.basis", { number: shown.claim.text })}
        >
          <ClaimNote claim={shown} county={county} />
        </div>
      )}
    </div>
  );
}

interface FigureProps {
  readonly checked: CheckedClaim;
  readonly open: boolean;
  readonly controls: string;
  onToggle(): void;
}

/** The number and its sign, or what it was changed to. */
function ProofFigure({ checked, open, controls, onToggle }: FigureProps): JSX.Element {
  const words = useMessages();
  const styles = useReportStyles();
  const common = useCommonStyles();
  const { draft } = usePaneContext();
  const { claim, verdict } = checked;
  const isTaken = draft.taken.has(claim.start);
  return (
    <button
      type="button"
      className={mergeClasses(styles.number, styles[LOOKS[verdict]], open && styles.numberOpen)}
      aria-expanded={open}
      aria-controls={open ? controls : undefined}
      onClick={onToggle}
    >
      {claim.text}
      {isTaken ? `→${correctionOf(checked)}` : <span aria-hidden>{SIGNS[verdict]}</span>}
      {verdict !== "agrees" && <span className={common.hidden}>{words(`pane.draft.${verdict}`)}</span>}
    </button>
  );
}
