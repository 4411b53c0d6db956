import type { Json } from "../protocol/messages";
import { styleProperty, type Style } from "../book/style";
import { assertCellLimit, isUnbounded } from "./place";
import type { Formatted } from "./range-format";

/** The property's value where all cells agree, else null, as Excel reports mixed formats. */
export function uniformStyle(target: Formatted, key: string): Json {
  let value: Json | undefined;
  for (const style of stylesOf(target)) {
    const own = styleProperty(style, key) ?? null;
    if (value === undefined) value = own;
    else if (value !== own) return null;
  }
  return value ?? null;
}

export function setStyle({ sheet, areas }: Formatted, key: string, value: Json): void {
  for (const area of areas) {
    sheet.assertWritable(area, "format");
    if (!isUnbounded(area)) assertCellLimit(area);
    sheet.grid.setStyle(area, key, value);
  }
}

function* stylesOf({ sheet: { grid }, areas }: Formatted): Generator<Style> {
  for (const area of areas) {
    if (!isUnbounded(area)) assertCellLimit(area);
    yield* grid.stylesIn(area);
  }
}
