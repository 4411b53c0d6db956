/** The second sample, an office's own form: the blank, a month's copies, county workbooks to compare with, a report. */
import { createSession } from "../app/session";
import { templateFromBlank } from "../app/template-from-blank";
import { createNodeReader } from "../files/node-reader";
import { xlsxWriter } from "../files/write/write-xlsx";
import { OWN_FORM, ownBlank, ownCopies, ownReport, townships } from "../samples/own-office";
import type { SampleFile } from "../samples/sample-files";
import type { Template } from "../template/template";
import { workbookFromPlan } from "../workbook/from-plan";
import { sessionTools } from "./session-tools";

const FOLDER = "own";
const MONTH = "2020-06";
/** The month before, and the same month of the year before. */
const EARLIER = ["2020-05", "2019-06"];

export async function ownSampleFiles(): Promise<readonly SampleFile[]> {
  const reader = createNodeReader();
  try {
    const tools = sessionTools(reader);
    const template = await ownTemplate(tools);
    const files: SampleFile[] = [
      { path: `${FOLDER}/空白表.xlsx`, plan: ownBlank() },
      ...ownCopies(MONTH).map(({ name, plan }) => ({ path: `${FOLDER}/${MONTH}/${name}`, plan })),
      { path: `${FOLDER}/通报.xlsx`, plan: ownReport() },
    ];
    for (const period of EARLIER) {
      const session = createSession({ template, tools, attended: false });
      const given = ownCopies(period).map(({ name, plan }) => ({
        name,
        content: { arrayBuffer: async () => xlsxWriter.write(plan).slice().buffer },
      }));
      await session.addFiles(given, () => undefined);
      files.push({ path: `${FOLDER}/${period}-county.xlsx`, bytes: session.countyFile("zh-CN")! });
    }
    return files;
  } finally {
    await reader.close();
  }
}

async function ownTemplate({ packager }: ReturnType<typeof sessionTools>): Promise<Template> {
  const plan = ownBlank();
  const units = townships().map((name, i) => ({
    code: String(i + 1).padStart(2, "0"),
    name,
    kind: "T" as const,
    type: "",
    aliases: [],
  }));
  const made = await templateFromBlank(
    [{ name: "空白表.xlsx", bytes: async () => xlsxWriter.write(plan), workbook: workbookFromPlan(plan) }],
    { name: null, units, period: null, fallbackName: OWN_FORM },
    packager,
  );
  if (!made.ok) throw new Error("the form of the second sample is not found in its blank");
  return made.template;
}
