/** `roll`: the template of the next period, from the county workbook of this one. */
import { createNodeReader } from "../files/node-reader";
import { xlsxWriter } from "../files/write/write-xlsx";
import { periodText } from "../findings/say";
import { say } from "../locales/command-line";
import { sayInReport } from "../locales/report-words";
import { nextTemplate } from "../template/issue";
import { templatePlan } from "../template/workbook/template-plan";
import { followingPeriod } from "../workbook/period";
import type { Call } from "./arguments";
import { readCounty } from "./inputs";
import { CallError, EXIT, type Outcome } from "./outcome";
import { Output } from "./output";

export async function roll(call: Call): Promise<Outcome> {
  const { locale } = call;
  const [from] = call.paths as [string];
  const file = call.out!;
  const output = await Output.besides([from], call);
  await output.reserve(file);
  const reader = createNodeReader();
  try {
    const { county } = await readCounty(from, "error.roll", call, reader);
    if (!county.template) throw new CallError("error.rollTemplate", { file: from });
    const period = call.period ?? followingPeriod(county.period);
    if (period === null && county.period !== "") throw new CallError("error.rollPeriod", { file: from });
    const template = nextTemplate(county.template, period ?? undefined);
    await output.write(file, xlsxWriter.write(templatePlan(template, sayInReport(locale))));
    const { id, version, name } = template;
    const text = (of: string): string => periodText(of, sayInReport(locale));
    return {
      document: { version: 1, file, template: { id, version, name }, period, from: county.period || null },
      text: [
        say(locale, "batch.wroteFile", { file }),
        ...(period === null ? [] : [say(locale, "batch.rolled", { period: text(period), version, from })]),
      ].join("\n"),
      exit: EXIT.clean,
    };
  } finally {
    await reader.close();
  }
}
