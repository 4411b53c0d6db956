/** Files that a template is made from: read as reports are, those in zips too. */
import type { FileError, FileTools, ReadOptions, SourceFile } from "../ports/ports";
import { passedOverInFolder } from "./report-names";
import type { BlankFile } from "./template-from-blank";

export interface OfficeFiles {
  readonly files: readonly BlankFile[];
  readonly unreadable: readonly { readonly file: string; readonly error: FileError }[];
}

export async function readOfficeFiles(
  given: readonly SourceFile[],
  tools: Pick<FileTools, "reader" | "expandZip">,
  options: ReadOptions = {},
): Promise<OfficeFiles> {
  const sources: SourceFile[] = [];
  // One after the other: each zip is in memory while it is looked at.
  for (const file of given) sources.push(...(await tools.expandZip(file, passedOverInFolder)).files);
  const results = await tools.reader.read(sources, options);
  const files: BlankFile[] = [];
  const unreadable: { file: string; error: FileError }[] = [];
  for (const [i, result] of results.entries()) {
    if (!result.ok) unreadable.push(result);
    else files.push({ name: result.file, bytes: () => sources[i]!.bytes(), workbook: result.workbook });
  }
  return { files, unreadable };
}
