/** A list of rules that an office keeps in a workbook of its own, taken as it stands. */
import { cellsOfRow, lastRow } from "../../workbook/cells";
import type { Sheet, Workbook } from "../../workbook/workbook";
import type { Template } from "../template";
import { formMeant, parseRuleLines, rulePartsOf, type RuleLines } from "./rule-lines";

/** So many relations make a list of a sheet: a single = may be in any text. */
const LIST = 2;
/** What a relation has not, but a note with 不超过 in it. */
const SENTENCES = /[。：](?!\s*$)/;

/**
 * The rules of every sheet that is a list of them; what is above the first one is title and headings. The lines of
 * problems are Excel's row numbers. Null where no sheet is such a list.
 */
export function readRuleList(workbook: Workbook, template: Template): RuleLines | null {
  const lists = numberedApart(workbook.sheets.flatMap((sheet) => listOn(sheet, template) ?? []));
  if (lists.length === 0) return null;
  return {
    rules: lists.flatMap(({ rules }) => rules),
    understood: lists.flatMap(({ understood }) => understood),
    problems: lists.flatMap(({ problems }) => problems),
  };
}

/** Where numbers begin again on every sheet, those of a further sheet have its name in front: `表2-1`. */
function numberedApart(lists: readonly RuleLines[]): readonly RuleLines[] {
  const taken = new Set<string>();
  return lists.map(({ understood, problems }) => {
    const numbers = new Set(understood.map(({ expanded }) => expanded.rule.number));
    const clash = [...numbers].some((number) => taken.has(number));
    const named = understood.map(({ expanded, ...line }) => {
      const { rule } = expanded;
      const number = clash ? `${line.sheet}-${rule.number}` : rule.number;
      return { ...line, rule: { ...rule, number }, expanded };
    });
    for (const { rule } of named) taken.add(rule.number);
    return { rules: named.map(({ rule }) => rule), understood, problems };
  });
}

function listOn(sheet: Sheet, template: Template): RuleLines | null {
  const lines = linesOf(sheet);
  const first = lines.findIndex((line) => rulePartsOf(line) !== null);
  const count = lines.filter(isRelationLine).length;
  if (count === 0) return null;
  const { rules, understood, problems } = parseRuleLines(
    lines.map((line, i) => (i < first ? "" : line)).join("\n"),
    template,
    formMeant(sheet.name, template),
  );
  // One relation makes a list where the template understands it.
  if (count < LIST && rules.length === 0) return null;
  const onSheet = <T>(line: T): T & { sheet: string } => ({ ...line, sheet: sheet.name });
  return { rules, understood: understood.map(onSheet), problems: problems.map(onSheet) };
}

function isRelationLine(line: string): boolean {
  const parts = rulePartsOf(line);
  return parts !== null && !SENTENCES.test(parts.relation);
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
