/** Runs in the worker of Chromium that `browser.ts` starts: files in base64 come in, milliseconds a file go out. */
import { medians } from "./measure";
import { inflateInBrowser, oursInBrowser, sheetJs, type Reader } from "./readers";

const READERS: Readonly<Record<string, Reader>> = {
  "inflate and CRC, fflate": inflateInBrowser,
  "this reader": oursInBrowser,
  "@e965/xlsx": sheetJs,
};

onmessage = ({ data }: MessageEvent<readonly string[]>) => {
  const files = data.map((text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0)));
  const contenders = Object.entries(READERS).map(([name, read]) => ({
    name,
    run: () => files.reduce((sum, bytes) => sum + (read(bytes) as number), 0),
  }));
  void medians(contenders, 11).then((times) => {
    const each = [...times].map(([name, ms]) => [name, ms / files.length] as const);
    (postMessage as (message: unknown) => void)(Object.fromEntries(each));
  });
};
