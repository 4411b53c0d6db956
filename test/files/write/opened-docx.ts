/** Looks into the package of a Word document. */
import { strFromU8, unzipSync } from "fflate";

export function partText(bytes: Uint8Array, name: string): string {
  const part = unzipSync(bytes)[name];
  if (!part) throw new Error(`no part ${name}`);
  return strFromU8(part);
}
