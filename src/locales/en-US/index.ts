import { checkNames } from "./check-names";
import { decisions } from "./decisions";
import { defects } from "./defects";
import { files } from "./files";
import { findings } from "./findings";
import { forms } from "./forms";
import { help } from "./help";
import { officeReport } from "./office-report";
import { pane } from "./pane";
import { returns } from "./returns";
import { rules } from "./rules";
import { savedSessions } from "./saved-sessions";
import { scoring } from "./scoring";
import { selfTest } from "./self-test";
import { template } from "./template";
import { templateMade } from "./template-made";
import { templateProblems } from "./template-problems";
import { templatePane } from "./template-pane";
import { templateStation } from "./template-station";
import { text } from "./text";

export const enUS = {
  ...checkNames,
  ...decisions,
  ...defects,
  ...files,
  ...findings,
  ...forms,
  ...help,
  ...officeReport,
  ...pane,
  ...returns,
  ...rules,
  ...savedSessions,
  ...scoring,
  ...selfTest,
  ...template,
  ...templateMade,
  ...templateProblems,
  ...templatePane,
  ...templateStation,
  ...text,
} as const;
