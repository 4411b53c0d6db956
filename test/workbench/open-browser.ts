import { spawn } from "node:child_process";

/** Opens the address in the person's browser; where there is none, the printed address has to do. */
export function openBrowser(url: string): void {
  const [command, words] = commandFor(process.platform, url);
  const child = spawn(command, words, { stdio: "ignore", detached: true });
  // No such command, no desktop: the address is on the screen already.
  child.on("error", () => undefined);
  child.unref();
}

function commandFor(platform: NodeJS.Platform, url: string): [string, string[]] {
  if (platform === "darwin") return ["open", [url]];
  return platform === "win32" ? ["cmd", ["/c", "start", "", url]] : ["xdg-open", [url]];
}
