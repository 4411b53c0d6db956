/** What the catalogue says of a finding's code. */
import { CATALOGUE, isCheckCode, type CatalogueEntry } from "./catalogue";
import { codeId, codeText, type FindingCode } from "./finding-code";

/** A rule of the template is no check of ours: null. */
export function entryOf(code: FindingCode): CatalogueEntry | null {
  return typeof code === "string" ? CATALOGUE[code] : null;
}

/** Is the office's number one of our codes? Then the number alone does not say who speaks. */
export function isAmbiguous(code: FindingCode): boolean {
  return typeof code !== "string" && isCheckCode(code.number);
}

/** A text that no two codes share; for most rules their number, as records of earlier versions have it. */
export function codeKey(code: FindingCode): string {
  return isAmbiguous(code) ? codeId(code) : codeText(code);
}
