/** What went wrong, as keys and parameters: what happened, and what to do. */
import { isMessageKey, type MessageKey, type MessageParams } from "../locales";
import { OpenWorkbookError, type HostErrorCode } from "../ports/ports";
import { EngineDied } from "./worker/engine-died";

export interface Problem {
  readonly what: MessageKey;
  readonly advice: MessageKey;
  readonly params: MessageParams;
  /** Why, where there is more to say. */
  readonly reason?: Reason | undefined;
  /** Nothing goes on but from the start. */
  readonly restart?: boolean;
  /** For whoever maintains the program; without personal data. Null where the cause is known. */
  readonly report: string | null;
}

export interface Reason {
  readonly key: MessageKey;
  readonly params: MessageParams;
}

/** What the pane itself knows to go wrong; each has its words under `pane.problem.`. */
export type PaneProblemCode =
  | "samples" // the sample county is not beside the page
  | "noReport" // nothing of the template in the open workbook
  | "otherPeriod" // another year's county workbook is open
  | "noPeriod" // the year cannot be told
  | "text" // an edited report was not taken
  | "lastYear" // last year's workbook was not taken
  | "evidence" // a county workbook was not taken to be held against scores
  | "sourceGone" // the file of a finding is not at hand
  | "cannotSave" // this Excel lets no file be downloaded, ever
  | "save" // the browser let no file be downloaded
  | "template" // a workbook was not taken as a template
  | "templateSheets" // sheets of others bear the names that the template's need
  | "templateOpen" // the open workbook holds a template, whose sheets have the county's names
  | "keptTemplate" // a template that was adopted earlier cannot be read any more
  | "engine" // the worker died
  | "unexpected";

export class PaneProblem extends Error {
  constructor(
    readonly code: PaneProblemCode,
    readonly params: MessageParams = {},
    readonly reason?: Reason,
  ) {
    super(code);
    this.name = "PaneProblem";
  }
}

/** Null where the user cancelled: that is no problem. */
export function problemOf(error: unknown): Problem | null {
  if (error instanceof DOMException && error.name === "AbortError") return null;
  if (error instanceof OpenWorkbookError) return hostProblem(error);
  if (error instanceof PaneProblem) {
    return { ...paneProblem(error.code, error.params, null), reason: error.reason };
  }
  if (error instanceof EngineDied) return { ...paneProblem("engine", {}, reportOf(error)), restart: true };
  return paneProblem("unexpected", {}, reportOf(error));
}

function paneProblem(code: PaneProblemCode, params: MessageParams, report: string | null): Problem {
  return { what: `pane.problem.${code}`, advice: `pane.problem.${code}.advice`, params, report };
}

function hostProblem({ error: { code, params } }: OpenWorkbookError): Problem {
  const [what, advice] = [`pane.host.${code}`, `pane.host.${code}.advice`];
  if (!isMessageKey(what) || !isMessageKey(advice)) return paneProblem("unexpected", {}, code);
  // What Excel said in its own words helps whoever maintains the program, and nobody else.
  const report = code === "H05" || code === "H09" ? `${code} ${params["code"] ?? ""}` : null;
  return { what, advice, params, report };
}

const isHost = (error: unknown, code: HostErrorCode): boolean =>
  error instanceof OpenWorkbookError && error.error.code === code;

/** Is an unfinished write in the way? */
export const isUnfinished = (error: unknown): boolean => isHost(error, "H08");

/** Did Excel refuse for a reason of its own, be it half way? */
export const isRefused = (error: unknown): boolean => isHost(error, "H09");

/** Where it happened and what kind of error. Its message is left out: it might quote a cell. */
export function reportOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s*at |@/.test(line));
  return [
    error.name,
    ...frames.slice(0, 8).map((line) => line.trim().replace(/https?:\/\/[^/]+\//g, "")),
  ].join("\n");
}
