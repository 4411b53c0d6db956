/** Work on a folder that several processes of the tests may want to do at once: one does it, the others wait for it. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

const LONGEST_WAIT_S = 600;

/** @param lock a folder that exists while somebody works; one whose process is gone does not count */
export async function oneAtATime<T>(lock: string, work: () => Promise<T>): Promise<T> {
  mkdirSync(dirname(lock), { recursive: true });
  for (let waited = 0; !taken(lock); waited += 0.2) {
    if (waited > LONGEST_WAIT_S) throw new Error(`${lock} is still locked after ${LONGEST_WAIT_S} s`);
    await pause(200);
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

/** Takes the lock if it is free. */
function taken(lock: string): boolean {
  try {
    mkdirSync(lock);
    writeFileSync(join(lock, "pid"), String(process.pid));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    if (isAbandoned(lock)) rmSync(lock, { recursive: true, force: true });
    return false;
  }
}

function isAbandoned(lock: string): boolean {
  try {
    process.kill(Number(readFileSync(join(lock, "pid"), "utf8")), 0);
    return false;
  } catch (error) {
    // ENOENT: its owner is about to write the number, or to release the lock. ESRCH: no such process any more.
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}
