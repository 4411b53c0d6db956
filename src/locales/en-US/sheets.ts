import { report } from "./report";
import { returnSheets } from "./return-sheets";
import { templateSheets } from "./template-sheets";

export const sheets = { ...report, ...returnSheets, ...templateSheets } as const;
