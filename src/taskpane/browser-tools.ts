/** What a browser, alone or inside Excel, gives to the pane. */
import type { PaneTools, Samples } from "./pane-tools";
import { PaneProblem } from "./problem";
import type { GivenFile } from "../app/given-file";

/** By the end of the file's name. */
const TYPES: Readonly<Record<string, string>> = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  zip: "application/zip",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
};

export const browserTools: Pick<PaneTools, "samples" | "otherSamples" | "save" | "copy"> = {
  samples,
  otherSamples,
  save,
  copy,
};

/** Which files there are; written by the build. */
interface SampleIndex {
  readonly submissions: readonly string[];
  readonly lastYear: string;
  readonly own: readonly string[];
  readonly assessment: readonly string[];
}

/** The sample county is beside the page. */
async function samples(): Promise<Samples> {
  const index = (await (await fetchSample("index.json")).json()) as SampleIndex;
  const [lastYear, ...submissions] = await Promise.all(
    [index.lastYear, ...index.submissions].map(sampleFile),
  );
  return { submissions, lastYear: lastYear! };
}

/** What units sent of a form that is the office's own, or of the yearly assessment. */
async function otherSamples(kind: "own" | "assessment"): Promise<readonly GivenFile[]> {
  const index = (await (await fetchSample("index.json")).json()) as SampleIndex;
  return Promise.all(index[kind].map(sampleFile));
}

async function sampleFile(path: string): Promise<GivenFile> {
  const answer = await fetchSample(path.split("/").map(encodeURIComponent).join("/"));
  return { name: path.replace(/^.*\//, ""), content: await answer.blob() };
}

async function fetchSample(path: string): Promise<Response> {
  const answer = await fetch(`samples/${path}`).catch(() => null);
  if (!answer?.ok) throw new PaneProblem("samples");
  return answer;
}

function save(bytes: Uint8Array, name: string): void {
  const type = TYPES[name.replace(/^.*\./, "")] ?? "application/octet-stream";
  const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }));
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  // The download has begun by then; the bytes are not needed any longer.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

async function copy(text: string, html?: string): Promise<boolean> {
  try {
    if (html === undefined || typeof ClipboardItem === "undefined") {
      await navigator.clipboard.writeText(text);
    } else {
      const forms = { "text/plain": text, "text/html": html };
      const blobs = Object.entries(forms).map(([type, form]) => [type, new Blob([form], { type })]);
      await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
    }
    return true;
  } catch {
    return false;
  }
}
