/** Runs in a worker of Chromium that `browser.ts` starts: a reader's name and files in base64 come in, milliseconds a file go out. */
import { median, milliseconds } from "./measure";
import { inflateInBrowser, oursInBrowser, sheetJs, type Reader } from "./readers";

const READERS: Readonly<Record<string, Reader>> = {
  "inflate and CRC, fflate": inflateInBrowser,
  "this reader": oursInBrowser,
  "@e965/xlsx": sheetJs,
};

export interface BrowserJob {
  readonly name: string;
  /** The files, in base64. */
  readonly texts: readonly string[];
  /** Passes over all files; the first do not count: until then the browser's compiler is at work. */
  readonly often: { readonly warmUp: number; readonly passes: number };
}

onmessage = ({ data: { name, texts, often } }: MessageEvent<BrowserJob>) => {
  const files = texts.map((text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0)));
  const times: number[] = [];
  for (let pass = -often.warmUp; pass < often.passes; pass++) {
    const start = milliseconds();
    for (const bytes of files) READERS[name]!(bytes);
    if (pass >= 0) times.push(milliseconds() - start);
  }
  (postMessage as (message: unknown) => void)(median(times) / files.length);
};
