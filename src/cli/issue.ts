/** `issue`: writes the blank workbook of every unit into a folder. */
import { join } from "node:path";
import { onLikeBasis } from "../consolidation/comparable-last-year";
import { createNodeReader } from "../files/node-reader";
import { xlsxWriter } from "../files/write/write-xlsx";
import { say } from "../locales/command-line";
import { nextPeriod } from "../workbook/period";
import { issueAll } from "../template/issue";
import type { Template } from "../template/template";
import type { LastYear } from "../validation/last-year";
import type { Call } from "./arguments";
import { readLastYear, readTemplateFile } from "./inputs";
import { EXIT, type Outcome } from "./outcome";
import { Output } from "./output";

export async function issue(call: Call): Promise<Outcome> {
  const { locale } = call;
  const folder = call.out!;
  const { template, lastYear } = await readInputs(call);
  const period = call.period ?? periodOf(template, lastYear, new Date());
  const workbooks = issueAll(template, period, lastYear);
  const output = await Output.besides([call.template, call.lastYear], call);
  await output.reserve(...workbooks.map(({ fileName }) => join(folder, fileName)));
  for (const { fileName, plan } of workbooks) {
    await output.write(join(folder, fileName), xlsxWriter.write(plan));
  }
  const files = workbooks.map(({ unit, fileName: file }) => ({ unit: unit.name, file }));
  const renamed = files.filter(({ unit, file }) => file !== `${unit}.xlsx`);
  return {
    document: { version: 1, period, files, renamed },
    text: [
      say(locale, "batch.issued", { count: files.length, folder }),
      ...renamed.map((each) => say(locale, "batch.issued.renamed", each)),
    ].join("\n"),
    exit: EXIT.clean,
  };
}

async function readInputs(call: Call): Promise<{ template: Template; lastYear: LastYear | null }> {
  const reader = createNodeReader();
  try {
    const template = await readTemplateFile(call, reader);
    const lastYear = await readLastYear(call, reader);
    // 上年 must be what the session will hold it against.
    return { template, lastYear: lastYear && onLikeBasis(lastYear, template) };
  } finally {
    await reader.close();
  }
}

/** The year after last year's workbook; without one the year that is drawing to its end, or has just ended. */
function periodOf({ period }: Template, lastYear: LastYear | null, today: Date): string {
  const justEnded = today.getMonth() === 0 ? 1 : 0;
  return period ?? (lastYear && nextPeriod(lastYear.period)) ?? String(today.getFullYear() - justEnded);
}
