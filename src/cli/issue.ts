/** `issue`: writes the blank workbook of every unit into a folder. */
import { join } from "node:path";
import { createNodeReader } from "../files/node-reader";
import { periodText } from "../findings/say";
import { sayInReport } from "../locales/report-words";
import { xlsxWriter } from "../files/write/write-xlsx";
import { say } from "../locales/command-line";
import { lacksOffice } from "../template/own-issue";
import { wantsPeriod } from "../template/template-index";
import type { Template } from "../template/template";
import type { Call } from "./arguments";
import { startSession } from "./check";
import { readTemplateFile, templatePath } from "./inputs";
import { CallError, EXIT, type Outcome } from "./outcome";
import { Output } from "./output";

export async function issue(call: Call): Promise<Outcome> {
  const { locale } = call;
  const folder = call.out!;
  const reader = createNodeReader();
  try {
    const session = await startSession(await readTemplateFile(call, reader), call, reader);
    const { template, period: suggested, lastYearPeriod, lastPeriod: before } = session.templateState();
    // Drawn in our layout they would be other forms than the office's.
    if (lacksOffice(template))
      throw new CallError("error.issueOwn", { forms: ownForms(template).join("、") });
    if (template.units.length === 0) throw new CallError("error.issueNobody");
    if (call.partOfYear !== null && suggested === null) throw new CallError("error.periodWithoutYear");
    const part = call.partOfYear === null ? null : `${suggested!.slice(0, 4)}${call.partOfYear}`;
    const period =
      call.period ??
      part ??
      suggested ??
      (wantsPeriod(template) || template.scoring ? yearOf(new Date()) : "");
    const { workbooks, lastYear, lastPeriod } = session.blanks(period);
    const output = await Output.besides([templatePath(call), call.lastYear, call.lastPeriod], call);
    await output.reserve(...workbooks.map(({ fileName }) => join(folder, fileName)));
    for (const { fileName, plan } of workbooks) {
      await output.write(join(folder, fileName), xlsxWriter.write(plan));
    }
    const files = workbooks.map(({ unit, fileName: file }) => ({ unit: unit.name, file }));
    const renamed = files.filter(({ unit, file }) => file !== `${unit}.xlsx`);
    const left = lastYearPeriod !== null && lastYear === null;
    const isPeriodLeft = before !== null && lastPeriod === null;
    const text = (of: string): string => periodText(of, sayInReport(locale));
    const shown = period === "" ? say(locale, "batch.issued.noPeriod") : text(period);
    return {
      document: {
        version: 1,
        period: period || null,
        files,
        renamed,
        lastYear,
        ...(before === null ? {} : { lastPeriod }),
      },
      text: [
        say(locale, "batch.issued", { count: files.length, folder }),
        ...(left
          ? [say(locale, "batch.issued.notLastYear", { period: shown, given: text(lastYearPeriod) })]
          : []),
        ...(isPeriodLeft
          ? [say(locale, "batch.issued.notLastPeriod", { period: shown, given: text(before) })]
          : []),
        ...renamed.map((each) => say(locale, "batch.issued.renamed", each)),
      ].join("\n"),
      exit: EXIT.clean,
    };
  } finally {
    await reader.close();
  }
}

function ownForms({ forms }: Template): string[] {
  return forms.filter(({ layout }) => layout === "own").map(({ id }) => id);
}

/** The year that is drawing to its end, or has just ended. */
function yearOf(today: Date): string {
  return String(today.getFullYear() - (today.getMonth() === 0 ? 1 : 0));
}
