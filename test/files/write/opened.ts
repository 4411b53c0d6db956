/** Opens written bytes as a test wants to see them: parts as DOM documents. */
import { unzipSync } from "fflate";
import { JSDOM } from "jsdom";
import { writeXlsx } from "../../../src/files/write/write-xlsx";
import { parseArea, type Area } from "../../../src/workbook/address";
import type { PlanCell, SheetPlan, WorkbookPlan } from "../../../src/workbook/plan";

export interface Opened {
  readonly paths: readonly string[];
  /** The root element of a part; fails where the part is absent or not well-formed. */
  part(path: string): Element;
  text(path: string): string;
}

const { DOMParser } = new JSDOM().window;

export function open(bytes: Uint8Array): Opened {
  const parts = unzipSync(bytes);
  const text = (path: string): string => {
    const content = parts[path];
    if (!content) throw new Error(`no part ${path}`);
    return new TextDecoder().decode(content);
  };
  return {
    paths: Object.keys(parts),
    text,
    part(path) {
      const document = new DOMParser().parseFromString(text(path), "application/xml");
      const mistake = document.querySelector("parsererror");
      if (mistake) throw new Error(`${path}: ${mistake.textContent}`);
      return document.documentElement;
    },
  };
}

/** A workbook of one sheet `表一` with these cells and whatever else. */
export function planOf(cells: readonly PlanCell[], rest: Partial<SheetPlan> = {}): WorkbookPlan {
  return { names: [], sheets: [{ name: "表一", cells, ...rest }] };
}

export function writeAndOpen(plan: WorkbookPlan): Opened {
  return open(writeXlsx(plan));
}

/** The first sheet of a workbook of one sheet. */
export function writtenSheet(cells: readonly PlanCell[], rest: Partial<SheetPlan> = {}): Element {
  return writeAndOpen(planOf(cells, rest)).part("xl/worksheets/sheet1.xml");
}

/** All descendants with the local name. */
export function all(element: Element, name: string): Element[] {
  return [...element.getElementsByTagNameNS("*", name)];
}

/** The only descendant with the local name. */
export function one(element: Element, name: string): Element {
  const found = all(element, name);
  if (found.length !== 1) throw new Error(`${found.length} elements ${name}`);
  return found[0]!;
}

export function attributes(element: Element): Record<string, string> {
  return Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]));
}

/** The `val` attributes of all descendants with the local name. */
export function values(element: Element, name: string): (string | null)[] {
  return all(element, name).map((found) => found.getAttribute("val"));
}

export function area(a1: string): Area {
  const parsed = parseArea(a1);
  if (!parsed) throw new Error(`no area ${a1}`);
  return parsed;
}
