/** `template`: writes the standard template as a workbook, to be changed in Excel. */
import { xlsxWriter } from "../files/write/write-xlsx";
import { say } from "../locales";
import { sayInReport } from "../locales/report-words";
import { builtInTemplate } from "../template/builtin";
import { templatePlan } from "../template/workbook/template-plan";
import type { Call } from "./arguments";
import { EXIT, type Outcome } from "./outcome";
import { writeOut } from "./output";

export async function template({ out, name, locale }: Call): Promise<Outcome> {
  const file = out!;
  const named = name === null ? builtInTemplate : { ...builtInTemplate, name };
  await writeOut(file, xlsxWriter.write(templatePlan(named, sayInReport(locale))));
  const { id, version } = named;
  return {
    document: { version: 1, file, template: { id, version, name: named.name } },
    text: say(locale, "batch.wroteFile", { file }),
    exit: EXIT.clean,
  };
}
