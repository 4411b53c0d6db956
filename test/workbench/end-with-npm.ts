/** `npm run demo` is npm, a shell of npm's, and the demo: when npm is killed the other two would go on, unseen. */
import { readFileSync } from "node:fs";

const LOOK_MS = 1000;

/** Calls `end` once npm is gone. Where the demo was started without npm, it may outlive who started it. */
export function endWithNpm(end: () => void): void {
  if (process.env["npm_lifecycle_event"] === undefined) return;
  const npm = startedBy();
  const look = setInterval(() => {
    if (startedBy() === npm) return;
    clearInterval(look);
    end();
  }, LOOK_MS);
  look.unref();
}

/** Who gets an orphan differs; that it is somebody else does not. */
function startedBy(): number {
  try {
    // Linux alone tells it in a file: `4711 (sh) S 4710 …`. A shell lives on where npm was killed the hard way.
    const shell = /^\d+ \((?:sh|dash)\) \S (\d+) /.exec(readFileSync(`/proc/${process.ppid}/stat`, "utf8"));
    return shell ? Number(shell[1]) : process.ppid;
  } catch {
    return process.ppid;
  }
}
