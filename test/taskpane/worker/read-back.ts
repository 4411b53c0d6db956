/** Bytes that were written, as the submissions that are read from them. */
import { createNodeReader } from "../../../src/files/node-reader";
import { readSubmissions } from "../../../src/intake/read-submissions";
import type { Submission } from "../../../src/intake/submission";
import type { Template } from "../../../src/template/template";

export async function nodeReadBack(bytes: Uint8Array, template: Template): Promise<readonly Submission[]> {
  const reader = createNodeReader();
  try {
    const [result] = await reader.read([{ name: "a.xlsx", bytes: () => Promise.resolve(bytes) }]);
    if (!result?.ok) throw new Error("the workbook could not be read back");
    return readSubmissions(result.workbook, { file: "a.xlsx" }, template);
  } finally {
    await reader.close();
  }
}
