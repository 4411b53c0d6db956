/** Which host the pane runs in, found within a time limit. */
import type { Host } from "./usePane";

/**
 * `Office.onReady` never settles where something it needs is blocked (OfficeDev/office-js issue 6040): after this
 * many milliseconds the pane shows itself anyway and says that Excel does not answer.
 */
export const HOST_TIMEOUT = 10_000;

/** `ready`: what office.js promises, undefined where there is none. `onWaiting` gets what ends the wait at once. */
export async function findHost(
  ready: Promise<{ readonly host: unknown }> | undefined,
  onWaiting: (skip: () => void) => void,
): Promise<Host> {
  if (!ready) return "browser";
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<"silent">((resolve) => {
    const skip = (): void => resolve("silent");
    timer = setTimeout(skip, HOST_TIMEOUT);
    onWaiting(skip);
  });
  // An office.js that fails is one that does not answer: the work is done on files then.
  const answer = await Promise.race([ready.catch(() => "silent" as const), silence]);
  clearTimeout(timer);
  if (answer === "silent") return "silent";
  return answer.host === null ? "browser" : "excel";
}
