/** The files that the command line was pointed at. */
import { readFile, readdir, realpath, stat } from "node:fs/promises";
import { basename, join, relative, sep } from "node:path";
import type { SourceFile } from "../round/ports";
import { fromCaller } from "./paths";

export interface Skipped {
  readonly file: string;
  /** Key in `locales/`: why it was passed over. */
  readonly reason:
    | "skipped.temporary"
    | "skipped.hidden"
    | "skipped.notAWorkbook"
    | "skipped.template"
    | "skipped.returnForm";
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

/** Names that a workbook may have. Inside a folder everything else is passed over; what a file really is, its content says. */
const WORKBOOK_NAME = /\.(xlsx|xlsm|xltx|xltm|xlsb|xls|xlt|et|ett|wps|ods|csv|xml|zip)$/i;

/**
 * Every workbook under the paths: a file as it is, a folder with its subfolders, in the order of their names. A file
 * that two paths lead to is taken once; two files of one name are told apart by their whole path.
 */
export async function selectSources(paths: readonly string[]): Promise<SourceSelection> {
  const found: Found[] = [];
  const skipped: Skipped[] = [];
  const unreachable: string[] = [];
  for (const given of paths) {
    const path = fromCaller(given);
    try {
      if ((await stat(path)).isDirectory()) await selectFolder(path, path, found, skipped);
      else found.push({ path, name: basename(path) });
    } catch {
      unreachable.push(given);
    }
  }
  const files = await once(found);
  return { files: named(files), paths: files.map(({ path }) => path), skipped, unreachable };
}

async function selectFolder(root: string, folder: string, found: Found[], skipped: Skipped[]): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    const name = withSlashes(relative(root, path));
    const reason = reasonToSkip(entry.name, entry.isDirectory());
    if (reason) skipped.push({ file: name, reason });
    else if (entry.isDirectory()) await selectFolder(root, path, found, skipped);
    else found.push({ path, name });
  }
}

function reasonToSkip(name: string, isFolder: boolean): Skipped["reason"] | null {
  if (name.startsWith("~$")) return "skipped.temporary";
  if (name.startsWith(".")) return "skipped.hidden";
  return isFolder || WORKBOOK_NAME.test(name) ? null : "skipped.notAWorkbook";
}

async function once(found: readonly Found[]): Promise<Found[]> {
  const seen = new Set<string>();
  const kept: Found[] = [];
  for (const file of found) {
    const real = await realpath(file.path).catch(() => file.path);
    if (!seen.has(real)) kept.push(file);
    seen.add(real);
  }
  return kept;
}

function named(found: readonly Found[]): SourceFile[] {
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
