/**
 * The first few places where two pieces of plain data differ, `sheets.3.cells.C6.value: 216 → "#REF!"`; none if they
 * are equal. For whole workbooks: jest would print the difference for minutes.
 */
export function differences(before: unknown, after: unknown, limit = 8): string[] {
  const found: string[] = [];
  compare(before, after, "", found, limit);
  return found;
}

function compare(a: unknown, b: unknown, path: string, found: string[], limit: number): void {
  if (found.length >= limit || Object.is(a, b)) return;
  if (!isObject(a) || !isObject(b)) {
    found.push(`${path}: ${brief(a)} → ${brief(b)}`);
    return;
  }
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    compare(a[key], b[key], path === "" ? key : `${path}.${key}`, found, limit);
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function brief(value: unknown): string {
  return (JSON.stringify(value) ?? "nothing").slice(0, 80);
}
