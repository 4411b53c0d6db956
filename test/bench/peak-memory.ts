import { readFileSync } from "node:fs";

/**
 * The most memory this process has held, in megabytes. Linux passes `maxRSS` on from the process that started this one,
 * so there the kernel's own mark is read.
 */
export function peakMegabytes(): number {
  if (process.platform !== "linux") return process.resourceUsage().maxRSS / 1024;
  const mark = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync("/proc/self/status", "utf8"));
  return Number(mark?.[1]) / 1024;
}
