/** What is stored of each call of a session, so that the same calls make the same session again. */
import type { Decision } from "../findings/decisions";
import type { StoredEntry } from "../ports/session-store";
import type { Session } from "./session";

/**
 * - `itself`: the call as it was made
 * - `proposal`: the same of one that works at a template which is only proposed; what it answers is for the screen
 * - `decisions`: what was decided by it, as another version of template or product may name the findings otherwise
 * - `typed`: adjustments and scores as they are after it
 * - `template`: what is in use after it
 * - `fresh`: the session begins again
 * - `nothing`: it changes nothing that would be lost
 */
type Recorded = "itself" | "proposal" | "decisions" | "typed" | "template" | "fresh" | "nothing";

export const RECORDED: Readonly<Record<keyof Session, Recorded>> = {
  addFiles: "itself",
  addOpen: "itself",
  remove: "itself",
  clear: "fresh",
  setHoldBack: "itself",
  setApart: "itself",
  filesApart: "nothing",
  knowLastYear: "itself",
  knowLastPeriod: "itself",
  meetOpen: "itself",
  resume: "itself",
  resumeFrom: "itself",
  compareWith: "itself",
  compareWithFile: "itself",
  startNext: "fresh",
  setLastYear: "itself",
  setLastPeriod: "itself",
  setEvidence: "itself",
  leave: "itself",
  reportCounties: "itself",
  takeAdjustments: "typed",
  enterScores: "typed",
  setScores: "itself",
  scores: "nothing",
  scoreCard: "nothing",
  rankingText: "nothing",
  setAdjustments: "itself",
  accept: "decisions",
  enter: "decisions",
  explain: "decisions",
  acceptAnswer: "decisions",
  confirm: "decisions",
  choose: "decisions",
  countAnyway: "decisions",
  sendBack: "decisions",
  decide: "itself",
  withdraw: "itself",
  adoptTemplate: "template",
  keepTemplate: "template",
  backToBuiltIn: "template",
  useAssessment: "template",
  restoreTemplates: "template",
  useAdopted: "template",
  useTemplate: "itself",
  discardTemplate: "itself",
  rollTemplate: "fresh",
  // A template that was made of an office's forms is work of an hour: it is proposed again.
  makeTemplate: "proposal",
  makeTemplateFrom: "proposal",
  editTemplate: "proposal",
  answerTemplate: "proposal",
  undoTemplateEdit: "proposal",
  // Other proposals last until they are taken or put away.
  checkTemplate: "nothing",
  checkOpenTemplate: "nothing",
  addRules: "nothing",
  proposeKeptTemplate: "nothing",
  keptTemplates: "nothing",
  formPicture: "nothing",
  templateState: "nothing",
  templateDifferences: "nothing",
  templateInUse: "nothing",
  ruleNames: "nothing",
  tryTemplate: "nothing",
  templatePlan: "nothing",
  fillOfficeReport: "nothing",
  reportItems: "nothing",
  templateFile: "nothing",
  templateSheets: "nothing",
  issueBlanks: "nothing",
  blanks: "nothing",
  blankPlan: "nothing",
  setAside: "nothing",
  hasSubmissions: "nothing",
  lacksOnlyPeriod: "nothing",
  periodsInFiles: "nothing",
  countyWorkbooks: "nothing",
  setPeriod: "itself",
  yearSaid: "nothing",
  decisions: "nothing",
  adjustments: "nothing",
  lastYear: "nothing",
  lastPeriod: "nothing",
  compare: "nothing",
  returnMaterials: "nothing",
  returnSheets: "nothing",
  returnTexts: "nothing",
  sourceView: "nothing",
  assess: "nothing",
  consolidate: "nothing",
  filledForms: "nothing",
  figureParts: "nothing",
  findingsFile: "nothing",
  countyPlan: "nothing",
  countyFile: "nothing",
  countySheets: "nothing",
  sheetChoices: "nothing",
  leaveOut: "itself",
  ownSheets: "nothing",
  report: "nothing",
  reportDocument: "nothing",
  checkText: "nothing",
  readTextDocument: "nothing",
  cancel: "nothing",
  view: "nothing",
};

/** With these a person has done something that would have to be done again. */
export const WORTH_STORING: ReadonlySet<string> = new Set<keyof Session>([
  "addFiles",
  "resume",
  "resumeFrom",
  "compareWith",
  "compareWithFile",
  "reportCounties",
  "setLastYear",
  "setLastPeriod",
  "setEvidence",
  "setScores",
  "decide",
]);

/** Is it a call that entries are made of? */
export const isReplayable = (call: string): call is keyof Session =>
  Object.hasOwn(RECORDED, call) && isStoredAsMade(RECORDED[call as keyof Session]);

/** Does the call answer something although nothing went wrong? */
export const answers = (call: keyof Session): boolean => RECORDED[call] === "proposal";

function isStoredAsMade(recorded: Recorded): boolean {
  return recorded === "itself" || recorded === "proposal";
}

/** What is to be stored of a call that was made; `before`: what had been decided before it. */
export function entriesOf(
  call: keyof Session,
  given: readonly unknown[],
  session: Session,
  before: ReadonlyMap<string, Decision>,
): readonly StoredEntry[] {
  switch (RECORDED[call]) {
    case "itself":
    case "proposal":
      return [{ call, given: given.filter((each) => typeof each !== "function") }];
    case "decisions":
      return decisionEntries(before, session.decisions());
    case "typed":
      return [
        { call: "setAdjustments", given: [session.adjustments()] },
        { call: "setScores", given: [session.scores()] },
      ];
    case "template":
      return [templateEntry(session), { call: "setApart", given: [session.filesApart()] }];
    case "fresh":
      return baseline(session);
    case "nothing":
      return [];
  }
}

/** What a session keeps when it begins again. */
export function baseline(session: Session): readonly StoredEntry[] {
  const lastYear = session.lastYear();
  const lastPeriod = session.lastPeriod();
  return [
    templateEntry(session),
    ...(lastYear ? [{ call: "knowLastYear", given: [lastYear] }] : []),
    ...(lastPeriod ? [{ call: "knowLastPeriod", given: [lastPeriod] }] : []),
    { call: "setHoldBack", given: [session.view().holdBack] },
  ];
}

function templateEntry(session: Session): StoredEntry {
  const inUse = session.templateInUse();
  return { call: "useTemplate", given: [inUse.origin.kind === "builtIn" ? null : inUse] };
}

function decisionEntries(
  before: ReadonlyMap<string, Decision>,
  after: ReadonlyMap<string, Decision>,
): StoredEntry[] {
  const made = [...after].flatMap(([id, decision]) => (before.get(id) === decision ? [] : [decision]));
  return made.length === 0 ? [] : [{ call: "decide", given: [made] }];
}
