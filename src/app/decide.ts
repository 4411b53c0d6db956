/** What the county decides about findings and files. */
import { isConfirmable } from "../findings/catalogue";
import type { Decision } from "../findings/decisions";
import { findingKey, seenIn, unexplained } from "../findings/explanations";
import type { Finding } from "../findings/finding";
import { entriesAt } from "./decision-states";
import type { SessionModel } from "./session-model";
import type { SessionParts } from "./session-parts";
import { findingId } from "./view-finding";

/** Reports of one unit side by side. */
export type Comparison = ReturnType<SessionModel["compare"]>;

/** A figure that the unit gave by telephone: to whom it is owed, and on which day, `2021-01-18`. */
export interface EnteredFigure {
  readonly value: number | boolean;
  readonly who: string;
  readonly day: string;
}

export function decideCalls({ model }: SessionParts) {
  /** Findings are named as the view names them. */
  const decideAbout = (ids: readonly string[], decisionFor: (finding: Finding) => Decision | null): void => {
    const wanted = new Set(ids);
    const found = (model.consolidate() ?? model.assess()).findings;
    const chosen = found.filter((finding) => wanted.has(findingId(finding)));
    model.decide(...chosen.flatMap((finding) => decisionFor(finding) ?? []));
  };

  return {
    /** Takes the proposals of findings. */
    accept: (findings: readonly string[]): void =>
      decideAbout(findings, ({ causes: _causes, proposal, ...finding }) =>
        proposal ? { kind: "accept", finding: { ...finding, proposal } } : null,
      ),

    /** What the unit said by telephone is in the cell, in place of what is written there. */
    enter: (finding: string, { value, who, day }: EnteredFigure): void =>
      decideAbout([finding], ({ causes: _causes, proposal: _none, ...found }) => {
        const entry = model
          .assess()
          .submissions.filter(({ file }) => file === found.place.file)
          .flatMap((each) => entriesAt(each, found.place))
          .at(0);
        // A cell that cannot be read at all has no entry; then nothing is in it.
        const from = entry?.raw ?? "";
        const because = { code: "telephone", params: { who, day } } as const;
        return {
          kind: "accept",
          finding: { ...found, proposal: { from, was: entry?.value ?? null, to: value, because } },
        };
      }),

    /** What the county says about a finding. */
    explain: (finding: string, text: string): void =>
      decideAbout([finding], (found) => {
        const { causes: _causes, ...decided } = unexplained(found);
        return { kind: "explain", finding: decided, seen: seenIn(unexplained(found)), text };
      }),

    /** What the unit wrote about the finding in its 退回单 becomes its explanation. */
    acceptAnswer: (finding: string): void => {
      const answers = model.assess().decisions.filter((each) => each.kind === "answer");
      return decideAbout([finding], (found) => {
        const { causes: _causes, ...decided } = unexplained(found);
        const answer = answers.find(({ about }) => about === findingKey(found));
        if (!answer) return null;
        const seen = seenIn(unexplained(found));
        return { kind: "explain", finding: decided, seen, text: answer.text, source: answer.file };
      });
    },

    /** The reading that the finding is about is right, wherever the file writes so. */
    confirm: (finding: string): void =>
      decideAbout([finding], ({ unit, code, place: { file } }) =>
        isConfirmable(code) ? { kind: "confirm", unit, file, code } : null,
      ),

    /** Of several files of the unit this one counts. */
    choose: (unit: string, file: string | null): void => model.choose(unit, file),

    /** The file counts although it says another period. */
    countAnyway: (file: string | null): void => model.countAnyway(file),

    /** Takes decisions that were made before, each in place of an earlier one about the same. */
    decide: (decisions: readonly Decision[]): void => model.decide(...decisions),

    /** Takes decisions back, by their names. */
    withdraw: (decisions: readonly string[]): void => model.withdraw(...decisions),

    /** What has been decided, by name. */
    decisions: (): ReadonlyMap<string, Decision> => model.decided,

    /** Where the reports of a unit differ. */
    compare: (unit: string): Comparison => model.compare(unit),
  };
}
