import { MAX_COLUMNS, MAX_ROWS, parseArea, parseColumn, type Area } from "../../workbook/address";

/** `A1:C3`, `B2`, and what spans the sheet: `A:C`, `2:5`; null where the text is none of these. */
export function parseReference(text: string): Area | null {
  const area = plainArea(text) ?? parseArea(text);
  if (area) return area;
  const columns = /^\$?([A-Z]{1,3}):\$?([A-Z]{1,3})$/i.exec(text);
  if (columns) return between(0, parseColumn(columns[1]!), MAX_ROWS - 1, parseColumn(columns[2]!));
  const rows = /^\$?(\d{1,7}):\$?(\d{1,7})$/.exec(text);
  return rows ? between(Number(rows[1]) - 1, 0, Number(rows[2]) - 1, MAX_COLUMNS - 1) : null;
}

/** ST_Sqref: references with blanks between, `most` of them at most. What is none is left out. */
export function parseReferences(text: string, most: number): Area[] {
  const only = plainArea(text);
  if (only) return [only];
  return text
    .split(/\s+/, most)
    .map(parseReference)
    .filter((area) => area !== null);
}

function between(top: number, left: number, bottom: number, right: number): Area | null {
  const inside = top >= 0 && Math.max(top, bottom) < MAX_ROWS && Math.max(left, right) < MAX_COLUMNS;
  if (!inside) return null;
  return {
    top: Math.min(top, bottom),
    left: Math.min(left, right),
    bottom: Math.max(top, bottom),
    right: Math.max(left, right),
  };
}

const CAPITAL_A = 65;
const CAPITAL_Z = 90;
const ZERO = 48;
const NINE = 57;
const COLON = 58;

/**
 * `A1:C3` or `B2` in capitals and without `$`, the first corner first: what programs write. Null for anything else.
 * Read by hand, as a sheet may have thousands.
 */
function plainArea(text: string): Area | null {
  let top = -1;
  let left = -1;
  let letters = 0;
  let digits = 0;
  for (let i = 0; i <= text.length; i++) {
    const c = i < text.length ? text.charCodeAt(i) : COLON;
    if (c >= CAPITAL_A && c <= CAPITAL_Z && digits === 0) letters = letters * 26 + c - CAPITAL_A + 1;
    else if (c >= ZERO && c <= NINE && letters > 0) digits = digits * 10 + c - ZERO;
    else if (c === COLON && letters <= MAX_COLUMNS && digits >= 1 && digits <= MAX_ROWS) {
      if (i === text.length) break;
      if (top >= 0) return null;
      top = digits - 1;
      left = letters - 1;
      letters = digits = 0;
    } else return null;
  }
  const [bottom, right] = [digits - 1, letters - 1];
  if (top < 0) return { top: bottom, left: right, bottom, right };
  return top <= bottom && left <= right ? { top, left, bottom, right } : null;
}
