import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Metadata } from "../metadata/metadata";
import { scanTypes } from "../metadata/scan";
import { packageFolder, packageVersion } from "./packages";

/** Raise it when {@link scanTypes} yields something else from the same text. */
const SCAN_VERSION = 1;

let loaded: Metadata | undefined;

/** The metadata of the installed `@types/office-js`, scanned once per version and then kept in a temporary file. */
export function loadMetadata(): Metadata {
  loaded ??= fromCache() ?? scanAndKeep();
  return loaded;
}

/** For the browser build of the demo, which has no disk to scan. */
export function metadataJson(): string {
  return JSON.stringify(loadMetadata());
}

function cachePath(): string {
  const name = `excel-metadata-${packageVersion("@types/office-js")}-${SCAN_VERSION}.json`;
  return join(tmpdir(), "township-report-consolidation", name);
}

function fromCache(): Metadata | undefined {
  try {
    return JSON.parse(readFileSync(cachePath(), "utf8")) as Metadata;
  } catch {
    // No cache yet, or half of one from a process that was stopped: scanning again costs a tenth of a second.
    return undefined;
  }
}

function scanAndKeep(): Metadata {
  const metadata = scanTypes(readFileSync(join(packageFolder("@types/office-js"), "index.d.ts"), "utf8"));
  const path = cachePath();
  mkdirSync(dirname(path), { recursive: true });
  // Renaming is atomic, so that a test process beside us never reads half a file.
  const own = `${path}.${process.pid}`;
  writeFileSync(own, JSON.stringify(metadata));
  renameSync(own, path);
  return metadata;
}
