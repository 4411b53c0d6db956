/** The built-in standard template: the forms, lists, units and rules that a county starts from. */
import type { Template } from "../template";
import { charts } from "./charts";
import { form00 } from "./form00-cover";
import { form01 } from "./form01-organisation";
import { form02 } from "./form02-volunteers";
import { form03 } from "./form03-study";
import { form04 } from "./form04-education";
import { form05 } from "./form05-law";
import { form06 } from "./form06-family";
import { form07 } from "./form07-care";
import { form08 } from "./form08-youth";
import { form09 } from "./form09-publicity";
import { form10 } from "./form10-support";
import { lists } from "./lists";
import { report } from "./report";
import { rulesAcross } from "./rules-across";
import { rulesWithin } from "./rules-within";
import { builtIn, builtInLines, settings } from "./settings";
import { units } from "./units";

export const builtInTemplate: Template = {
  id: "guangong-annual",
  version: 1,
  name: "关心下一代工作情况统计表",
  county: "集安市",
  committee: "集安市关工委",
  forms: [form00, form01, form02, form03, form04, form05, form06, form07, form08, form09, form10],
  lists,
  units,
  rules: [...rulesWithin, ...rulesAcross].sort((a, b) => compareNumbers(a.number, b.number)),
  builtIn,
  builtInLines,
  settings,
  charts,
  report,
  history: [],
};

/** R before X, then by number; lines of one number keep their order (the sort is stable). */
function compareNumbers(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
