/** Keys in a report workbook of the office's own. */
import type { ReportNote } from "../annual-report/office-report/fill-report";

/** An item that a report workbook can name, by its key. */
export interface ReportItem {
  readonly key: string;
  readonly name: string;
}

/** What is in braces and is no key, with its place: `月报!B3 {0999}`. */
export function unknownKeys({ notes }: { readonly notes: readonly ReportNote[] }): string[] {
  return notes.map(({ sheet, cell, params }) => `${sheet}!${cell} {${params["key"] ?? ""}}`);
}
