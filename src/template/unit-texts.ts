/**
 * What units wrote, as one text of their county: a line for each, `台上镇：书包30个`. A line that begins with a full-width
 * space goes on from the one above.
 */

export interface UnitText {
  readonly unit: string;
  readonly text: string;
}

const INDENT = "　";

export function joinUnitTexts(texts: readonly UnitText[]): string {
  return texts.map(({ unit, text }) => `${unit}：${text.replace(/\r?\n/g, `\n${INDENT}`)}`).join("\n");
}

/** What {@link joinUnitTexts} joined; null where a line is of no unit. */
export function splitUnitTexts(joined: string): UnitText[] | null {
  const texts: UnitText[] = [];
  for (const line of joined.split("\n")) {
    const last = texts.at(-1);
    if (line.startsWith(INDENT) && last) {
      texts.splice(-1, 1, { ...last, text: `${last.text}\n${line.slice(INDENT.length)}` });
      continue;
    }
    const colon = line.indexOf("：");
    if (colon <= 0) return null;
    texts.push({ unit: line.slice(0, colon), text: line.slice(colon + 1) });
  }
  return texts;
}
