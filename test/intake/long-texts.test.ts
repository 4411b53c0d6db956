/** No text takes a reader long, whatever it says: everything that reads a person's text takes time in proportion. */
import { alike, comparable } from "../../src/consolidation/text-likeness";
import { coreLabel, inOneLine, plainLabel } from "../../src/intake/labels";
import { normalise, PLAIN_SETTINGS, type CellSpec } from "../../src/intake/normalise";
import { parseChineseNumeral } from "../../src/intake/normalise/chinese-numerals";
import { parseDateText } from "../../src/intake/normalise/dates-text";
import { parseQuantity } from "../../src/intake/normalise/quantity";
import { unitBook } from "../../src/intake/recognise/unit-names";
import { isExternal } from "../../src/intake/align/formulas";
import { contactNumbers } from "../../src/county-workbook/contact-numbers";
import { checkText } from "../../src/fact-check/check-text";
import { criterion } from "../../src/rules/criteria";
import { builtInTemplate } from "../../src/template/builtin";
import { rulePartsOf } from "../../src/template/workbook/rule-lines";
import { headerText, staysText } from "../../src/workbook/typed-text";
import { assertLinear, HOSTILE_UNITS } from "../tooling/linear";

jest.setTimeout(300_000);

const spec = (kind: CellSpec["kind"], measure = ""): CellSpec => ({
  kind,
  measure,
  choices: ["县", "社会力量"],
});
const cell = (kind: CellSpec["kind"], measure?: string) => (value: string) =>
  normalise({ row: 0, column: 0, kind: "text", value }, spec(kind, measure), {
    ...PLAIN_SETTINGS,
    year: 2020,
  });

const units = unitBook(builtInTemplate);

/** Everything that is handed a cell's text, a file's name or a report. */
const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  "a whole number": cell("whole", "人"),
  "an amount": cell("amount", "元"),
  "a per cent": cell("percent", "%"),
  "a date": cell("date"),
  "yes or no": cell("yesNo"),
  "a choice": cell("choice"),
  "a text": cell("text"),
  "a Chinese numeral": parseChineseNumeral,
  "a date within a text": (text) => parseDateText(text, 2020),
  "a quantity": parseQuantity,
  "a label": (text) => [plainLabel(text), coreLabel(text), inOneLine(text)],
  "a unit's name": (text) => [units.exact(text), units.within(text)],
  "a formula": isExternal,
  "a title beside another": (text) => alike(comparable(text), `${comparable(text)}甲`),
  "a rule's line": rulePartsOf,
  "a criterion": (text) => criterion(text)(text),
  "numbers to be left out": contactNumbers,
  "text to be written": (text) => [staysText(text), headerText(text)],
};

test.each(Object.entries(READERS))("%s", (_, read) => {
  assertLinear(read);
});

/** Short, as every claim is understood with all its words; a square shows at this length too. */
const REPORT = 6000;
const check = (text: string) => checkText(text, builtInTemplate, null);

test("the check of a report", () => {
  assertLinear(check, REPORT);
});

test("the check of a long report in which nothing is claimed", () => {
  const quiet = HOSTILE_UNITS.filter((unit) => check(unit.repeat(100)).length === 0);
  expect(quiet).toContain("1～");
  assertLinear(check, undefined, quiet);
});

test("a number in every place of a text without a full stop is found", () => {
  expect(checkText("1人".repeat(3000), builtInTemplate, null)).toHaveLength(3000);
  expect(checkText("1人，".repeat(3000), builtInTemplate, null)).toHaveLength(3000);
});

test("prose in a field for a number is asked, and quoted in part", () => {
  const prose = "今年共开展活动，".repeat(1000);
  const reading = cell("whole", "人")(prose);
  expect(reading).toMatchObject({ state: "refused", raw: prose, defect: { code: "F21" } });
  expect(String(reading.defect!.params["raw"]).length).toBeLessThan(400);
});

test("a number among very many blanks is read", () => {
  expect(cell("whole", "人")(`${" ".repeat(5000)}35人${" ".repeat(5000)}`).value).toBe(35);
});
