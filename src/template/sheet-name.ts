/** Names of sheets, made from what staff call their forms and lists. */

import type { DetailList, Form } from "./template";

/** Excel's limit (support page "Rename a worksheet"). */
export const LONGEST = 31;

/** The text as Excel takes it for a sheet's name: without its forbidden signs, and not too long. */
export function sheetNameOf(text: string): string {
  const name = text
    .replace(/[[\]:*?/\\\p{Cc}]/gu, "_")
    .replace(/'/g, "’")
    .slice(0, LONGEST)
    .trim();
  // Excel keeps this name for itself.
  return /^history$/i.test(name) || name === "" ? `${name}_` : name;
}

/** The form's sheet in the county workbook: `汇总02 五老队伍`. */
export function countyFormSheet({ code, title }: Pick<Form, "code" | "title">): string {
  return countySheet(`汇总${code} ${title}`);
}

/** The list's sheet in the county workbook: `明细L2 捐助`. */
export function countyListSheet({ id, title }: Pick<DetailList, "id" | "title">): string {
  return countySheet(id.startsWith("明细") ? `${id} ${title}` : `明细${id} ${title}`);
}

/** The list as its readers call it: `L2 捐助`; one of an office's own by its title alone. */
export function listHeading({ id, title }: Pick<DetailList, "id" | "title">): string {
  return id.startsWith("明细") ? title : `${id} ${title}`;
}

function countySheet(text: string): string {
  // An apostrophe may be inside a name, but not at its ends.
  return text
    .replace(/[\\/?*[\]:]/g, " ")
    .slice(0, LONGEST)
    .trim()
    .replace(/'+$/, "");
}
