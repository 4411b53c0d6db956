import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** The folder of an installed package. Walks up by hand because packages need not export their package.json. */
export function packageFolder(name: string): string {
  for (let folder = __dirname; ; folder = dirname(folder)) {
    const candidate = join(folder, "node_modules", name);
    if (existsSync(join(candidate, "package.json"))) return candidate;
    if (dirname(folder) === folder) throw new Error(`The package ${name} is not installed: run npm ci.`);
  }
}

export function packageVersion(name: string): string {
  const file: unknown = JSON.parse(readFileSync(join(packageFolder(name), "package.json"), "utf8"));
  if (typeof file === "object" && file !== null && "version" in file && typeof file.version === "string") {
    return file.version;
  }
  throw new Error(`The package ${name} has no version.`);
}
