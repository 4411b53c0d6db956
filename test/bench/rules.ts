/** How many compiled rules are evaluated in a second, beside two formula engines that recalculate the same relations. */
import * as fs from "node:fs";
import { compileRule, isRuleError, type CompiledRule, type Facts, type Rule } from "../../src/rules";
import { milliseconds, type Report } from "./measure";
import { vocabulary } from "../rules/a-template";

const RELATIONS = [
  "0102=0103+0104+0105+0106+0107+0108",
  "0112<=0102",
  "0102=SUM(0103~0108)",
  "0118=是 且 0102>0",
];
/** The same relations over the cells of a row, in the order of COLUMNS. */
const FORMULAS = ["=B?=C?+D?+E?+F?+G?+H?", "=I?<=B?", "=B?=SUM(C?:H?)", "=AND(A?=TRUE,B?>0)"];
const COLUMNS = ["0118", "0102", "0103", "0104", "0105", "0106", "0107", "0108", "0112"];
const ROWS = 5000;

/** Relations a second that a compiled rule must manage. */
const LEAST = 200_000;

/** Evaluations a second: ours compiled once, IronCalc, and fast-formula-parser. */
export async function benchRules(): Promise<Report> {
  const ours = ourRate();
  const rates: readonly (readonly [engine: string, rate: number])[] = [
    ["rules (compiled once)", ours],
    ["IronCalc (a whole sheet recalculated)", await ironCalcRate()],
    ["fast-formula-parser", fastFormulaParserRate()],
  ];
  return {
    title: "Rules: relations evaluated a second",
    columns: ["", "a second"],
    rows: rates.map(([engine, rate]) => [engine, Math.round(rate)]),
    gates: [{ what: "compiled relations a second", ratio: ours, least: LEAST }],
  };
}

function ourRate(): number {
  const rules = RELATIONS.map(compiled);
  const units = Array.from({ length: ROWS }, (_, row) => factsOf(row));
  const pass = (): void => {
    for (const unit of units) for (const rule of rules) rule.ask(unit);
  };
  pass();
  return rateOf(10 * ROWS * rules.length, () => {
    for (let i = 0; i < 10; i++) pass();
  });
}

function compiled(relation: string): CompiledRule {
  const rule: Rule = { number: "R", forms: [], relation, class: "mustFix", missing: "anyMissing" };
  const result = compileRule(rule, vocabulary);
  if (isRuleError(result)) throw new Error(`${relation}: ${result.code}`);
  return result;
}

function factsOf(row: number): Facts {
  const values = new Map(COLUMNS.map((code, column) => [code, cellValue(row, column)]));
  return { current: (code) => values.get(code) ?? null, lastYear: () => null, rows: () => null };
}

function cellValue(row: number, column: number): number | boolean {
  return column === 0 ? row % 2 === 0 : column === 1 ? row * 6 + 15 : row + column - 2;
}

/** Fills a sheet and recalculates it as a whole, which is the fastest that it offers. */
async function ironCalcRate(): Promise<number> {
  const { initSync, Model } = await import("@ironcalc/wasm");
  initSync({ module: fs.readFileSync(require.resolve("@ironcalc/wasm/wasm_bg.wasm")) });
  const model = new Model("bench", "en", "UTC", "en");
  model.pauseEvaluation();
  for (let row = 1; row <= ROWS; row++) {
    const inputs = [
      ...COLUMNS.map((_, column) => String(cellValue(row - 1, column)).toUpperCase()),
      ...formulasOf(row),
    ];
    inputs.forEach((input, column) => model.setUserInput(0, row, column + 1, input));
  }
  model.evaluate();
  const rate = rateOf(ROWS * FORMULAS.length, () => model.evaluate());
  model.free();
  return rate;
}

function formulasOf(row: number): string[] {
  return FORMULAS.map((formula) => formula.replaceAll("?", String(row)));
}

interface FastFormulaParser {
  parse(formula: string, position: { sheet: string; row: number; col: number }): unknown;
}

function fastFormulaParserRate(): number {
  // The package has no types.
  const Parser = require("fast-formula-parser") as new (options: object) => FastFormulaParser;
  const parser = new Parser({
    onCell: ({ row, col }: { row: number; col: number }) => cellValue(row - 1, col - 1),
    onRange: ({ from, to }: { from: { row: number; col: number }; to: { col: number } }) => [
      Array.from({ length: to.col - from.col + 1 }, (_, i) => cellValue(from.row - 1, from.col - 1 + i)),
    ],
  });
  return rateOf(ROWS * FORMULAS.length, () => {
    for (let row = 1; row <= ROWS; row++) {
      for (const formula of formulasOf(row)) parser.parse(formula.slice(1), { sheet: "1", row, col: 20 });
    }
  });
}

function rateOf(evaluations: number, run: () => void): number {
  const start = milliseconds();
  run();
  return (evaluations / (milliseconds() - start)) * 1000;
}
