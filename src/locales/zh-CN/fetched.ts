import { checkNames } from "./check-names";
import { forms } from "./forms";
import { help } from "./help";
import { officeReport } from "./office-report";
import { rules } from "./rules";
import { savedSessions } from "./saved-sessions";
import { scoring } from "./scoring";
import { selfTest } from "./self-test";
import { templateMade } from "./template-made";
import { templateProblems } from "./template-problems";
import { templateStation } from "./template-station";

/** What few read: the parts of the pane that say it bring it along, so that no clerk waits for it at the start. */
export const fetchedZhCN = {
  ...checkNames,
  ...forms,
  ...help,
  ...officeReport,
  ...rules,
  ...savedSessions,
  ...scoring,
  ...selfTest,
  ...templateMade,
  ...templateProblems,
  ...templateStation,
} as const;
