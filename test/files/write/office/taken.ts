/** Takes the unit's workbook as an office's package and shows what came of it. */
import { strToU8, unzipSync, zipSync } from "fflate";
import { officePackager } from "../../../../src/files/write/office/take-office";
import type { OfficeOutcome, OfficeSource } from "../../../../src/ports/ports";
import { readBytes } from "../../package";
import { open, type Opened } from "../opened";
import { unitWorkbook, type Variant } from "../patch/unit-workbook";

export type Taken = Opened & Extract<OfficeOutcome, { ok: true }>;

export async function taken(
  variant: Variant = {},
  more: Partial<Omit<OfficeSource, "bytes" | "workbook">> = {},
): Promise<Taken> {
  return takenBytes(unitWorkbook(variant), more);
}

export async function takenBytes(
  bytes: Uint8Array,
  more: Partial<Omit<OfficeSource, "bytes" | "workbook">> = {},
): Promise<Taken> {
  const outcome = await officePackager().take({ bytes, workbook: readBytes(bytes), ...more });
  if (!outcome.ok) throw new Error(`${outcome.reason} ${outcome.detail}`);
  return { ...open(outcome.bytes), ...outcome };
}

/** The package with parts put in or replaced. */
export function withParts(
  bytes: Uint8Array,
  parts: Readonly<Record<string, (before: string) => string>>,
): Uint8Array {
  const all = unzipSync(bytes);
  for (const [path, change] of Object.entries(parts)) {
    all[path] = strToU8(change(new TextDecoder().decode(all[path] ?? new Uint8Array())));
  }
  return zipSync(all);
}
