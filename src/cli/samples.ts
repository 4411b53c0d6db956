/** `samples`: writes the sample county, for first tries. Tests add to it what is not shipped. */
import { join } from "node:path";
import { xlsxWriter } from "../files/write/write-xlsx";
import { say } from "../locales/command-line";
import { sayInReport } from "../locales/report-words";
import { sampleFiles, type SampleFile } from "../samples/sample-files";
import type { Call } from "./arguments";
import { EXIT, type Outcome } from "./outcome";
import { ownSampleFiles } from "./own-samples";
import { Output } from "./output";

/** The sample county is Chinese whatever the language of the messages: it is content, as the forms are. */
export async function samples(
  { paths, locale, force }: Call,
  more: readonly SampleFile[] = [],
): Promise<Outcome> {
  const folder = paths[0]!;
  const files = [...sampleFiles(sayInReport("zh-CN")), ...(await ownSampleFiles()), ...more];
  const output = await Output.besides([], { force });
  await output.reserve(...files.map(({ path }) => join(folder, path)));
  for (const file of files) {
    await output.write(join(folder, file.path), "plan" in file ? xlsxWriter.write(file.plan) : file.bytes);
  }
  const count = files.filter(({ path }) => path.startsWith("2020/")).length;
  return {
    document: { version: 1, files: files.map(({ path }) => path) },
    text: say(locale, "batch.samplesWritten", { folder, count }),
    exit: EXIT.clean,
  };
}
