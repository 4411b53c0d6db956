/**
 * The hidden identity of a workbook and its sheets: one line of text in a hidden cell, so that a form is recognised
 * whatever its file or sheet is called, and wherever the cell has been moved.
 */
export interface Identity {
  /** The template's id and version. */
  readonly template: string;
  readonly version: number;
  /** The form's id, `关工02`; null on a list and for the whole workbook. */
  readonly form: string | null;
  /** The list's id, `L2`; null on a form and for the whole workbook. */
  readonly list: string | null;
  /** The unit's code, `T10`; null in a form that is nobody's yet. */
  readonly unit: string | null;
  /** `2020`. */
  readonly period: string | null;
}

/** Begins every identity, so that no text a person writes is taken for one. */
const MARK = "#XZBB1";

/** `{ … }` → `#XZBB1|guangong-annual|1|form:关工02|T10|2020`. What is null is left empty. */
export function identityText(identity: Identity): string {
  const { template, version, form, list, unit, period } = identity;
  const sheet = form !== null ? `form:${form}` : list !== null ? `list:${list}` : "";
  const fields = [template, String(version), sheet, unit ?? "", period ?? ""];
  return [MARK, ...fields.map(escapeField)].join("|");
}

/** The identity that the text is, or null where it is none. Blanks around it do not matter. */
export function parseIdentity(text: string): Identity | null {
  const [mark, ...fields] = text.trim().split("|").map(unescapeField);
  if (mark !== MARK || fields.length !== 5) return null;
  const [template, version, sheet, unit, period] = fields as [string, string, string, string, string];
  if (template === "" || !/^\d{1,9}$/.test(version)) return null;
  const place = /^(form|list):(.+)$/s.exec(sheet);
  if (sheet !== "" && !place) return null;
  return {
    template,
    version: Number(version),
    form: place?.[1] === "form" ? place[2]! : null,
    list: place?.[1] === "list" ? place[2]! : null,
    unit: unit || null,
    period: period || null,
  };
}

function escapeField(text: string): string {
  return text.replace(/%/g, "%25").replace(/\|/g, "%7C");
}

function unescapeField(text: string): string {
  return text.replace(/%7C/g, "|").replace(/%25/g, "%");
}
