/** From what a person chose or dropped to files with names. */
import type { PassedOver } from "../ports/ports";
import { passedOverInFolder, passedOverWhenChosen, REPORT_ENDINGS } from "../app/report-names";
import type { GivenFile } from "../app/given-file";

/** What was given, and what was passed over because no report has such a name. */
export interface Given {
  readonly files: readonly GivenFile[];
  readonly skipped: readonly string[];
}

/** For the file dialogue; what a file really is, its content says. */
export const ACCEPTED = REPORT_ENDINGS.map((ending) => `.${ending}`).join();

/** What was chosen file by file: a photo is taken, to say that it is one, but not what Office and the system left behind. */
export function chosenFiles(list: Iterable<File>): Given {
  return selected(
    [...list].map((file) => ({ name: file.name, content: file })),
    passedOverWhenChosen,
  );
}

/** A folder with its subfolders; names are relative to it. */
export function chosenFolder(list: Iterable<File>): Given {
  return selected(
    [...list].map((file) => ({ name: withoutRoot(file.webkitRelativePath || file.name), content: file })),
    passedOverInFolder,
  );
}

/** Files and folders that were dropped. Must be called while the event is handled: later it holds nothing any more. */
export async function droppedFiles({ items, files }: DataTransfer): Promise<Given> {
  const entries = [...items].map((item) => item.webkitGetAsEntry?.() ?? null);
  if (entries.every((entry) => entry === null)) return chosenFiles(files);
  const roots = entries.filter((entry) => entry !== null);
  const single = roots.length === 1 && roots[0]!.isDirectory;
  const found = (await Promise.all(roots.map((entry) => filesOf(entry, "")))).flat();
  const within = found.map(({ name, content, inFolder }) => ({
    name: single ? withoutRoot(name) : name,
    content,
    inFolder,
  }));
  const alone = selected(
    within.filter(({ inFolder }) => !inFolder),
    passedOverWhenChosen,
  );
  const inFolders = selected(
    within.filter(({ inFolder }) => inFolder),
    passedOverInFolder,
  );
  return {
    files: [...alone.files, ...inFolders.files],
    skipped: [...alone.skipped, ...inFolders.skipped],
  };
}

interface Found extends GivenFile {
  readonly inFolder: boolean;
}

async function filesOf(entry: FileSystemEntry, folder: string): Promise<Found[]> {
  const name = `${folder}${entry.name}`;
  if (entry.isFile) {
    const content = await new Promise<File>((resolve, reject) =>
      (entry as FileSystemFileEntry).file(resolve, reject),
    );
    return [{ name, content, inFolder: folder !== "" }];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const children: FileSystemEntry[] = [];
  // A browser hands out at most a hundred entries at a time.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) break;
    children.push(...some);
  }
  return (await Promise.all(children.map((child) => filesOf(child, `${name}/`)))).flat();
}

function selected(files: readonly GivenFile[], passedOver: (name: string) => PassedOver | null): Given {
  const isReport = ({ name }: GivenFile): boolean => passedOver(name) === null;
  return {
    files: files.filter(isReport).map(plain),
    skipped: files.filter((file) => !isReport(file)).map(({ name }) => name),
  };
}

function plain({ name, content }: GivenFile): GivenFile {
  return { name, content };
}

function withoutRoot(path: string): string {
  return path.replace(/^[^/]*\//, "");
}
