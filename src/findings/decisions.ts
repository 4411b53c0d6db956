/**
 * What the county decides in a session, one thing at a time, and what went to and fro between it and the units; each can be
 * taken back, and their order does not matter.
 */
import type { Confirmable } from "./catalogue";
import type { Finding, Place, Proposal } from "./finding";
import { codeKey } from "./catalogue-entry";
import { repairKey } from "./repair";
import type { RuleClass } from "../rules/rule";
import { findingKey } from "./explanations";
import { textHash } from "../workbook/content-hash";

export type Decision = Accept | Explain | Choose | Confirm | CountAnyway | SendBack | Answer;

/** A finding as it was when somebody decided about it, without what it brought about. */
export type DecidedFinding = Omit<Finding, "causes">;

/** 采用建议: the cell counts with what was proposed, as long as the same text is in it. */
export interface Accept {
  readonly kind: "accept";
  readonly finding: DecidedFinding & { readonly proposal: Proposal };
}

/** 说明: the finding is true, and this is why; asked again once its values change. */
export interface Explain {
  readonly kind: "explain";
  readonly finding: DecidedFinding;
  /** A hash of the values at the time. */
  readonly seen: string;
  readonly text: string;
  /** The 退回单 in which the unit wrote it, null where that was open; absent where the county wrote it. */
  readonly source?: string | null;
}

/**
 * 用这一份: of several files of one unit this one counts, as long as no other comes in, and the others stay what they
 * were. Null is the open workbook.
 */
export interface Choose {
  readonly kind: "choose";
  readonly unit: string;
  readonly file: string | null;
  /** The files it was chosen from, itself among them, in order. */
  readonly among: readonly (string | null)[];
  /** A hash of what was in each of them, in their order; absent where an earlier version wrote it. */
  readonly marks?: readonly string[];
}

/** 确认无误: what the file writes as 万, 约, 无 … is read as it should be, wherever in the file it is. */
export interface Confirm {
  readonly kind: "confirm";
  readonly unit: string | null;
  readonly file: string | null;
  /** One that the catalogue says can be confirmed. */
  readonly code: Confirmable;
}

/** 仍计入: the file says another period than the session's and counts all the same, as long as the same is in it. */
export interface CountAnyway {
  readonly kind: "countAnyway";
  readonly unit: string | null;
  /** Null is the open workbook. */
  readonly file: string | null;
  /** A hash of what is in it. */
  readonly mark: string;
}

/** 退回: the unit's report went back to be corrected. This holds until the unit sends a file with other content. */
export interface SendBack {
  readonly kind: "sendBack";
  readonly unit: string;
  /** `2021-01-18`, by the office's clock. */
  readonly day: string;
  /** The days on which it went back before. */
  readonly earlier: readonly string[];
  /** All that the unit had sent by then. */
  readonly sent: readonly SentFile[];
  /** What it has sent since. */
  readonly came: readonly SentFile[];
  /** A hash of each answer that it had given by then: the same 退回单 may be read again. */
  readonly answered: readonly string[];
  /** What it was asked to correct or to explain. */
  readonly asked: readonly AskedFinding[];
}

/** A file and a hash of what is in it: it may come again, also under another name. */
export interface SentFile {
  /** Null is the open workbook. */
  readonly file: string | null;
  readonly mark: string;
}

/** `weight`: the gravest class among the finding and what it brings about. */
export type AskedFinding = Omit<DecidedFinding, "proposal"> & { readonly weight: RuleClass };

/** 答复: what the unit wrote beside a finding in its 退回单. It changes nothing: the county may take it as a 说明. */
export interface Answer {
  readonly kind: "answer";
  readonly unit: string;
  /** The 退回单; null where it was the open workbook. */
  readonly file: string | null;
  /** The finding, by its key, as it was then. */
  readonly about: string;
  readonly seen: string;
  /** The finding's code as people read it, which the 退回单 has of it. */
  readonly code: string;
  readonly place: Pick<Place, "sheet" | "cell">;
  readonly text: string;
}

export function answerHash({ about, text }: Pick<Answer, "about" | "text">): string {
  return textHash(JSON.stringify([about, text]));
}

/** Names what is decided about: of two decisions of one name the later takes the place of the earlier. */
export function decisionId(decision: Decision): string {
  switch (decision.kind) {
    case "accept":
    case "explain":
      return decisionIdFor(decision.kind, decision.finding);
    case "choose":
      return `choose ${decision.unit}`;
    case "confirm":
      return `confirm ${JSON.stringify([decision.file, decision.code])}`;
    case "countAnyway":
      return `countAnyway ${decision.file ?? ""}`;
    case "sendBack":
      return `sendBack ${decision.unit}`;
    case "answer":
      return `answer ${decision.about}`;
  }
}

/** The name that taking the finding's proposal, answering it, or confirming its reading would have. */
export function decisionIdFor(kind: "accept" | "explain" | "confirm", finding: DecidedFinding): string {
  const { code, place } = finding;
  if (kind === "accept") return `accept ${JSON.stringify([place.file, repairKey(place)])}`;
  if (kind === "explain") return `explain ${findingKey({ ...finding, causes: [] })}`;
  return `confirm ${JSON.stringify([place.file, codeKey(code)])}`;
}

/** Whose report it is about; null where nobody knows. */
export function unitOf(decision: Decision): string | null {
  return "finding" in decision ? decision.finding.unit : decision.unit;
}

/** Each name once, by name. */
export function inOrder(decisions: readonly Decision[]): readonly Decision[] {
  const byId = new Map(decisions.map((decision) => [decisionId(decision), decision]));
  return [...byId].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, decision]) => decision);
}
