/** The words of the workbooks that are written: the worker and the command line say them, never the pane itself. */
import { report } from "./report";
import { returnSheets } from "./return-sheets";
import { templateSheets } from "./template-sheets";

export const sheets = { ...report, ...returnSheets, ...templateSheets } as const;
