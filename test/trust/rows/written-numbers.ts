/** Numbers as people write them: nothing that is no digit becomes one, and nothing rough counts as exact. */
import { consolidated, plan, typed, type Row } from "../row";

/** What is typed, the code that it is to bring about, and what is to be counted; null: nothing. */
type Case = readonly [text: string, code: string, value: number | null];

/** Types each text into a line of its own of 关工04, whose lines of SUM stand from E7 on, and reads the totals. */
const typedInLines = (title: string, cases: readonly Case[]): Row => ({
  title,
  holds: async (folder) => {
    const cells = Object.fromEntries(cases.map(([text], i) => [`E${FIRST_ROW + i}`, text]));
    const sent = { "台上镇.xlsx": typed(plan("台上镇"), SHEET, cells) };
    const { document } = await consolidated(folder, sent);
    const read = cases.map(([text], i) => {
      const findings = document.findings.filter(
        ({ sheet, cell }) => sheet === SHEET && cell === `E${FIRST_ROW + i}`,
      );
      const [own] = findings.filter(({ code }) => /^[DF]/.test(code));
      const total = document.totals?.[own?.indicator ?? ""];
      return [text, own?.code, total?.units === 0 ? null : total?.value];
    });
    expect(read).toEqual(cases);
  },
});

const SHEET = "关工04";
/** 0407, the first line behind those that a rule adds up. */
const FIRST_ROW = 12;

export const WRITTEN_NUMBERS: readonly Row[] = [
  typedInLines("footnote marks are no digits", [
    ["2③", "D39", 2],
    ["①174", "D39", 174],
    ["4²", "D39", 4],
    ["9⑴", "D39", 9],
    ["12注1", "D39", 12],
    ["10⁴", "D39", null],
  ]),
  typedInLines("neighbouring numerals are about so many; digits in a row are digits", [
    ["三五", "D37", null],
    ["七八", "D37", null],
    ["十几", "D37", null],
    ["百八十", "D37", null],
    ["三六七", "D38", 367],
    ["二〇二〇", "D38", 2020],
  ]),
  typedInLines("a wrong unit is said only where the unit is wrong", [
    ["三至五", "D39", null],
    ["41（估）", "D37", 41],
    ["41?", "D37", 41],
    ["41（含直属）", "D39", null],
    ["△8", "D42", null],
    ["12吨", "D32", null],
  ]),
];
