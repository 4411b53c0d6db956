/** The files that the command line was pointed at. */
import { readFile, readdir, realpath, stat } from "node:fs/promises";
import { basename, join, relative, sep } from "node:path";
import type { SetAside } from "../app/session-parts";
import type { PassedOver, SourceFile } from "../ports/ports";
import { passedOverInFolder, passedOverWhenChosen } from "../app/report-names";
import { fromCaller } from "./paths";

export interface Skipped {
  readonly file: string;
  /** Key in `locales/`: why it was passed over. */
  readonly reason: `skipped.${SetAside["reason"] | "twice" | "named"}`;
}

export interface SourceSelection {
  readonly files: readonly SourceFile[];
  readonly skipped: readonly Skipped[];
  /** Where the files are. */
  readonly paths: readonly string[];
  /** Paths that are not there or cannot be opened, as they were given. */
  readonly unreachable: readonly string[];
}

/** A file that was found: where it lies, and its name relative to the path that was given. */
interface Found {
  readonly path: string;
  readonly name: string;
}

/** The one file that a call names, whatever its name; null where there is none, or a folder. */
export async function selectFile(given: string): Promise<SourceFile | null> {
  const path = fromCaller(given);
  const found = await stat(path).catch(() => null);
  if (found === null || found.isDirectory()) return null;
  return sourceFiles([{ path, name: basename(path) }])[0]!;
}

/**
 * Every workbook under the paths: a file as it is, a folder with its subfolders, in the order of their names. A file
 * that two paths lead to is taken once, and zips stay closed; two files of one name are distinguished by their whole path.
 * @param named what the call names for another purpose
 */
export async function selectSources(
  paths: readonly string[],
  named: readonly (string | null)[] = [],
): Promise<SourceSelection> {
  const found: Found[] = [];
  const skipped: Skipped[] = [];
  const unreachable: string[] = [];
  for (const given of paths) {
    const path = fromCaller(given);
    try {
      if ((await stat(path)).isDirectory()) await selectFolder(path, path, found, skipped);
      else take({ path, name: basename(path) }, passedOverWhenChosen(basename(path)), found, skipped);
    } catch {
      unreachable.push(given);
    }
  }
  const files = await once(await besides(found, named, skipped), skipped);
  return { files: sourceFiles(files), paths: files.map(({ path }) => path), skipped, unreachable };
}

async function selectFolder(root: string, folder: string, found: Found[], skipped: Skipped[]): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    const name = withSlashes(relative(root, path));
    if (!entry.isDirectory()) take({ path, name }, passedOverInFolder(name), found, skipped);
    else if (isHidden(entry.name)) skipped.push({ file: name, reason: "skipped.hidden" });
    else await selectFolder(root, path, found, skipped);
  }
}

function isHidden(folder: string): boolean {
  return folder.startsWith(".") || folder === "__MACOSX";
}

function take(file: Found, passedOver: PassedOver | null, found: Found[], skipped: Skipped[]): void {
  if (passedOver === null) found.push(file);
  else skipped.push({ file: file.name, reason: `skipped.${passedOver}` });
}

/** Last year's county workbook, the template: what the call names for another purpose is no report. */
async function besides(
  found: readonly Found[],
  named: readonly (string | null)[],
  skipped: Skipped[],
): Promise<Found[]> {
  const real = (path: string): Promise<string> => realpath(path).catch(() => path);
  const others = await Promise.all(named.flatMap((path) => (path === null ? [] : real(fromCaller(path)))));
  const files: Found[] = [];
  for (const file of found) {
    if (others.includes(await real(file.path))) skipped.push({ file: file.name, reason: "skipped.named" });
    else files.push(file);
  }
  return files;
}

/** A file that two paths lead to is taken once, and that is said. */
async function once(found: readonly Found[], skipped: Skipped[]): Promise<Found[]> {
  const seen = new Set<string>();
  const files: Found[] = [];
  for (const file of found) {
    const real = await realpath(file.path).catch(() => file.path);
    if (seen.has(real)) skipped.push({ file: file.name, reason: "skipped.twice" });
    else files.push(file);
    seen.add(real);
  }
  return files;
}

function sourceFiles(found: readonly Found[]): SourceFile[] {
  const count = new Map<string, number>();
  for (const { name } of found) count.set(name, (count.get(name) ?? 0) + 1);
  return found.map(({ path, name }) => ({
    name: count.get(name) === 1 ? name : withSlashes(relative("", path)),
    bytes: async () => new Uint8Array(await readFile(path)),
  }));
}

function withSlashes(path: string): string {
  return path.split(sep).join("/");
}
