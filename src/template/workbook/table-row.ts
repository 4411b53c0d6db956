/** One row of a table, read value by value; what cannot be read is said, with its cell, and skipped. */
import type { RuleError } from "../../rules";
import { toA1 } from "../../workbook/address";
import type { Cell } from "../../workbook/workbook";
import type { UnitKind } from "../template";
import { joinWords, readKinds, splitWords } from "./fields";
import type { Problems, TemplateProblemCode } from "./problem";
import { fold } from "../../workbook/fold";

export class TableRow {
  constructor(
    readonly sheet: string,
    /** Counted from 0. */
    readonly row: number,
    private readonly cells: readonly Cell[],
    private readonly columns: ReadonlyMap<string, number>,
    private readonly problems: Problems,
  ) {}

  /** Does the table have this column at all? */
  has(heading: string): boolean {
    return this.columns.has(heading);
  }

  /** The only cell of the row that says something, by its heading; null where there are more. */
  alone(): { readonly heading: string; readonly text: string } | null {
    if (this.cells.length !== 1) return null;
    const heading = [...this.columns].find(([, column]) => column === this.cells[0]!.column)?.[0];
    return heading === undefined ? null : { heading, text: this.text(heading) };
  }

  /** The text without blanks around it; empty where nothing stands. */
  text(heading: string): string {
    const cell = this.cell(heading);
    if (!cell) return "";
    if (cell.kind === "error") {
      this.problem("errorValue", heading, { found: String(cell.value) });
      return "";
    }
    if (typeof cell.value === "boolean") return cell.value ? "是" : "否";
    return String(cell.value ?? "")
      .replace(/\r\n?/g, "\n")
      .trim();
  }

  /** As {@link text}; a problem where nothing stands. */
  needed(heading: string): string {
    const text = this.text(heading);
    if (text === "" && this.cell(heading)?.kind !== "error")
      this.problem("missingValue", heading, { heading });
    return text;
  }

  optional(heading: string): string | undefined {
    return this.text(heading) || undefined;
  }

  number(heading: string): number | undefined {
    const text = this.text(heading);
    if (text === "") return undefined;
    const value = Number(fold(text).replace(/,/g, ""));
    if (Number.isFinite(value)) return value;
    this.problem("notANumber", heading, { found: text });
    return undefined;
  }

  /** A number that is not negative. */
  amount(heading: string): number | undefined {
    const value = this.number(heading);
    if (value === undefined || value >= 0) return value;
    this.problem("notAnAmount", heading, { found: String(value) });
    return undefined;
  }

  /** A whole number that is not negative. */
  count(heading: string): number | undefined {
    const value = this.amount(heading);
    if (value === undefined || Number.isInteger(value)) return value;
    this.problem("notACount", heading, { found: String(value) });
    return undefined;
  }

  yesNo(heading: string): boolean | undefined {
    const text = fold(this.text(heading));
    if (text === "") return undefined;
    if (/^(是|√|✓|y|yes|有|1)$/i.test(text)) return true;
    if (/^(否|×|x|n|no|无|0)$/i.test(text)) return false;
    this.problem("notYesNo", heading, { found: text });
    return undefined;
  }

  /** The key whose word is in the cell; undefined where nothing, or something else, stands. */
  choice<K extends string>(heading: string, words: Readonly<Record<K, string>>): K | undefined {
    const text = this.text(heading);
    if (text === "") return undefined;
    // 强制性 is 强制, 整数型 is 整数.
    const plain = fold(text).replace(/[性型类]$/, "");
    const key = (Object.keys(words) as K[]).find((each) =>
      [text, plain].some((word) => words[each] === word || each === word),
    );
    if (key === undefined) {
      this.problem("notAChoice", heading, { found: text, choices: joinWords(Object.values(words)) });
    }
    return key;
  }

  words(heading: string): string[] {
    return splitWords(this.text(heading));
  }

  kinds(heading: string): readonly UnitKind[] | undefined {
    const text = this.text(heading);
    if (text === "") return undefined;
    const kinds = readKinds(text);
    if (kinds === null) this.problem("notAKind", heading, { found: text });
    return kinds ?? undefined;
  }

  problem(
    code: TemplateProblemCode,
    heading: string,
    params: Readonly<Record<string, string | number>> = {},
  ): void {
    this.problems.add({
      code,
      sheet: this.sheet,
      cell: this.address(heading),
      params: { heading, ...params },
    });
  }

  /** An expression of the rule language that cannot be understood. */
  expressionProblem(heading: string, { code, position, params }: RuleError): void {
    this.problems.add({
      code: "badExpression",
      sheet: this.sheet,
      cell: this.address(heading),
      params: { heading, found: this.text(heading) },
      expression: { code, position, params },
    });
  }

  /** `C12`; the first column's where the table lacks this one. */
  address(heading: string): string {
    return toA1(this.row, this.columns.get(heading) ?? Math.min(...this.columns.values()));
  }

  private cell(heading: string): Cell | undefined {
    const column = this.columns.get(heading);
    return this.cells.find((cell) => cell.column === column);
  }
}
