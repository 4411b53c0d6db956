/**
 * The templates that the office adopted on this machine, the latest first, as a text that the pane stores wherever its
 * browser lets it. Nothing of such a text is taken on trust: it may be of another program, cut off, or typed over.
 */
import type { Say } from "../findings/say";
import type { TemplateOrigin } from "./template-draft";
import { isSameContent } from "../template/changes";
import { withColumns } from "../template/form-columns";
import type { Template } from "../template/template";
import { isTemplate } from "../template/workbook/origin-sheet";
import { readTemplate } from "../template/workbook/read-template";
import { templatePlan } from "../template/workbook/template-plan";
import { fromBase64, toBase64 } from "../workbook/base64";
import { workbookFromPlan } from "../workbook/from-plan";

export interface KeptTemplate {
  readonly template: Template;
  readonly origin: TemplateOrigin;
  /** The day on which it was adopted, `2026-11-25`. */
  readonly since: string;
}

/** Counts up when an older program could not read what a newer one writes. */
const FORMAT = 1;
/** More would fill the browser's storage and nobody's memory. */
const AT_MOST = 12;
/** Of one task the latest versions only. */
const VERSIONS = 4;

interface Stored {
  /** Is the first one in use whenever the pane opens? Else the one that is built in is. */
  readonly active: boolean;
  readonly templates: readonly KeptTemplate[];
}

export class KeptTemplates {
  private active = false;
  private templates: readonly KeptTemplate[] = [];

  constructor(private readonly say: Say) {}

  get all(): readonly KeptTemplate[] {
    return this.templates;
  }

  /** Takes up what was stored. Gives the one to be used from the start, null where that is the built-in one. */
  restore(text: string): KeptTemplate | "damaged" | null {
    const stored = storedIn(text);
    if (stored === null) return "damaged";
    this.templates = stored.templates;
    const [first] = stored.templates;
    if (!stored.active || !first) return null;
    if (isSound(first.template, this.say)) {
      this.active = true;
      return first;
    }
    this.templates = this.templates.slice(1);
    return "damaged";
  }

  /** It is the one in use from now on. */
  add(kept: KeptTemplate): void {
    this.templates = merged([kept], this.templates);
    this.active = true;
  }

  /** The built-in one is in use; the others can still be had. */
  rest(): void {
    this.active = false;
  }

  /** The text to be stored; what another pane stored meanwhile stays in it. */
  text(stored: string | null): string {
    const theirs = (stored === null ? null : storedIn(stored))?.templates ?? [];
    const templates = merged(this.templates, theirs);
    return JSON.stringify({ format: FORMAT, active: this.active, templates }, (_, value: unknown) =>
      value instanceof Uint8Array ? toBase64(value) : value,
    );
  }
}

function merged(first: readonly KeptTemplate[], others: readonly KeptTemplate[]): readonly KeptTemplate[] {
  const fresh = others.filter(({ template }) => !first.some((each) => isSame(each.template, template)));
  const versions = new Map<string, number>();
  return [...first, ...fresh]
    .filter(({ template: { id } }) => {
      versions.set(id, (versions.get(id) ?? 0) + 1);
      return versions.get(id)! <= VERSIONS;
    })
    .slice(0, AT_MOST);
}

export function isSame(a: Template, b: Template): boolean {
  return a.version === b.version && isSameContent(a, b);
}

/** Null where nothing can be made of it; what is broken in it is left out. */
function storedIn(text: string): Stored | null {
  try {
    const { format, active, templates } = JSON.parse(text) as Record<string, unknown>;
    if (format !== FORMAT || !Array.isArray(templates)) return null;
    const read = templates.map(keptIn);
    // Where the first one is broken none takes its place in silence.
    if (active === true && read[0] === null) return null;
    return { active: active === true, templates: read.flatMap((each) => each ?? []) };
  } catch {
    // Cut off, or no text of ours: the caller says so.
    return null;
  }
}

function keptIn(value: unknown): KeptTemplate | null {
  if (typeof value !== "object" || value === null) return null;
  const { template, origin, since } = value as Readonly<Record<string, unknown>>;
  if (!isTemplate(template) || typeof since !== "string" || !/^\d{4}-\d\d-\d\d$/.test(since)) return null;
  return { template: withColumns(withOffice(template)), origin: originIn(origin), since };
}

/** The office's workbook is stored as text; one that cannot be read is left out. */
function withOffice({ office, ...template }: Template): Template {
  const stored = (office ?? {}) as Readonly<Record<string, unknown>>;
  const bytes = typeof stored["bytes"] === "string" ? fromBase64(stored["bytes"]) : null;
  const from = stored["from"];
  return bytes && (from === "xlsx" || from === "grid") ? { ...template, office: { bytes, from } } : template;
}

function originIn(value: unknown): TemplateOrigin {
  const { kind, file, count } = (value ?? {}) as Readonly<Record<string, unknown>>;
  if (kind === "file" && typeof file === "string") return { kind, file };
  if (kind === "county") return { kind, file: typeof file === "string" ? file : null };
  if (kind === "files" && typeof count === "number") return { kind, count };
  return kind === "rules" || kind === "rolled" || kind === "edited" ? { kind } : { kind: "open" };
}

/** Can it be written as a workbook and read again, so that everything in it is whole? */
export function isSound(template: Template, say: Say): boolean {
  try {
    return readTemplate(workbookFromPlan(templatePlan(template, say))).ok;
  } catch {
    // A part is missing that the program counts on: another program wrote it.
    return false;
  }
}
