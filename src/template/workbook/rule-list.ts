/** A list of rules that an office keeps in a workbook of its own, taken as it stands. */
import { cellsOfRow, lastRow } from "../../workbook/cells";
import type { Sheet, Workbook } from "../../workbook/workbook";
import type { Template } from "../template";
import { parseRuleLines, rulePartsOf, type RuleLines } from "./rule-lines";

/** So many relations make a list of a sheet: a single = may stand in any text. */
const LIST = 2;
/** What a relation has not, but a note with 不超过 in it. */
const SENTENCES = /[。；：](?!\s*$)/;

/**
 * The rules of the sheet that holds the most of them; what stands above the first one is title and headings. The lines of
 * problems are Excel's row numbers. Null where no sheet is such a list.
 */
export function readRuleList(workbook: Workbook, template: Template): RuleLines | null {
  const lists = workbook.sheets.map(linesOf);
  const longest = lists.reduce((best, lines) => (count(lines) > count(best) ? lines : best), []);
  if (count(longest) < LIST) return null;
  const first = longest.findIndex((line) => rulePartsOf(line) !== null);
  return parseRuleLines(longest.map((line, i) => (i < first ? "" : line)).join("\n"), template);
}

function count(lines: readonly string[]): number {
  return lines.filter((line) => {
    const parts = rulePartsOf(line);
    return parts !== null && !SENTENCES.test(parts.relation);
  }).length;
}

/** Every row as a line, its cells parted as a person would type them. */
function linesOf(sheet: Sheet): string[] {
  return Array.from({ length: lastRow(sheet) + 1 }, (_, row) =>
    cellsOfRow(sheet, row)
      .map(({ value }) =>
        String(value ?? "")
          .replace(/[\r\n|｜]+/g, " ")
          .trim(),
      )
      .filter((text) => text !== "")
      .join(" | "),
  );
}
