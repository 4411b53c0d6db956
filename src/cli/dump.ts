/** `dump`: what a file holds, cell by cell. */
import { basename } from "node:path";
import { dumpWorkbook } from "../files/dump";
import { createNodeReader } from "../files/node-reader";
import { sayFinding } from "../locales/finding-text";
import type { Call } from "./arguments";
import { CallError, EXIT, type Outcome } from "./outcome";
import { selectFile } from "./source-files";

export async function dump({ paths, locale }: Call): Promise<Outcome> {
  const path = paths[0]!;
  const file = await selectFile(path);
  if (!file) throw new CallError("error.unreachable", { paths: path });
  const reader = createNodeReader();
  try {
    const [result] = await reader.read([file]);
    if (result?.ok) {
      const document = dumpWorkbook(result.workbook);
      return { document, text: JSON.stringify(document, null, 2), exit: EXIT.clean };
    }
    const { code, params } = result!.error;
    const message = sayFinding(locale, {
      class: "mustFix",
      code,
      params: { file: basename(path), ...params },
      values: null,
    });
    return { document: { error: { code, message } }, text: message, exit: EXIT.failed };
  } finally {
    await reader.close();
  }
}
