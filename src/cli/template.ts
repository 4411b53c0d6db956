/** `template`: writes a standard template as a workbook, to be changed in Excel; with a list of rules added to it. */
import { createNodeReader } from "../files/node-reader";
import { xlsxWriter } from "../files/write/write-xlsx";
import { say } from "../locales/command-line";
import { sayInReport } from "../locales/report-words";
import { templatePlan } from "../template/workbook/template-plan";
import type { Call } from "./arguments";
import {
  answerText,
  readTemplateFile,
  templatePath,
  readWithRules,
  ruleLineText,
  type WithRules,
} from "./inputs";
import { EXIT, type Outcome } from "./outcome";
import { Output } from "./output";

export async function template(call: Call): Promise<Outcome> {
  if (call.from.length > 0) return (await import("./template-from")).templateFrom(call);
  const { name, locale } = call;
  const file = call.out!;
  const output = await Output.besides([templatePath(call), call.rules], call);
  await output.reserve(file);
  const { template: read, added, answers, problems } = await readInputs(call);
  const named = name === null ? read : { ...read, name, ...(call.empty ? { id: name } : {}) };
  await output.write(file, xlsxWriter.write(templatePlan(named, sayInReport(locale))));
  const { id, version } = named;
  const bad = problems.map((problem) => ({ ...problem, message: ruleLineText(locale, problem) }));
  return {
    document: {
      version: 1,
      file,
      template: { id, version, name: named.name },
      ...(call.rules === null
        ? {}
        : {
            rules: { added, lines: answers, problems: bad.map(({ fault: _fault, ...problem }) => problem) },
          }),
    },
    text: [
      say(locale, "batch.wroteFile", { file }),
      ...(call.rules === null ? [] : [say(locale, "batch.rules.added", { added })]),
      ...answers.map((answer) => answerText(locale, answer)),
    ].join("\n"),
    exit: problems.length > 0 ? EXIT.mustFix : EXIT.clean,
  };
}

async function readInputs(call: Call): Promise<WithRules> {
  const reader = createNodeReader();
  try {
    return await readWithRules(await readTemplateFile(call, reader), call, reader);
  } finally {
    await reader.close();
  }
}
