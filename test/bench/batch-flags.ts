import { readFileSync } from "node:fs";
import { join } from "node:path";

/** What `npm run batch` gives V8. */
export function batchFlags(): string[] {
  const { scripts } = JSON.parse(readFileSync(join(__dirname, "../../package.json"), "utf8")) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  return scripts.batch!.split(" ").filter((word) => word.startsWith("--heap"));
}
