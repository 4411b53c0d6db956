import { isDeepStrictEqual } from "node:util";
import fc from "../tooling/properties";
import { noticesFor } from "../../src/files/read/file-names";
import type { Consolidation } from "../../src/consolidation/consolidation";
import { LOCALES } from "../../src/locales";
import { sayFinding } from "../../src/locales/finding-text";
import { sayInReport } from "../../src/locales/report-words";
import { countyWorkbookPlan } from "../../src/county-workbook/county-workbook";
import { SessionModel } from "../../src/app/session-model";
import type { ReadResult } from "../../src/ports/ports";
import { builtInTemplate } from "../../src/template/builtin";
import { templatePlan } from "../../src/template/workbook/template-plan";
import { submissionsOf, workbookOf } from "../samples/made-once";

const workbooks = new Map(submissionsOf(2020).map(({ name, plan }) => [name, workbookOf(plan)] as const));
const names = [...workbooks.keys()];

function readingOf(file: string): ReadResult {
  const workbook = workbooks.get(file.replace(/^.*\//, ""));
  return workbook
    ? { file, ok: true, workbook, notices: [] }
    : { file, ok: false, error: { code: "F04", params: {} } };
}

/** A session over workbooks that need no reading. */
async function sessionOf(files: readonly string[], holdBack = false): Promise<SessionModel> {
  const session = new SessionModel({ template: builtInTemplate, holdBack });
  session.take(files.map(readingOf));
  return session;
}

function sampleCounty(): Consolidation {
  const session = new SessionModel({
    template: builtInTemplate,
  });
  session.take([...workbooks].map(([file, workbook]) => ({ file, ok: true, workbook, notices: [] })));
  return session.consolidate()!;
}

test("the order of the files never matters", async () => {
  const inOrder = await sessionOf(names.slice(0, 5));
  const expected = [inOrder.assess(), inOrder.consolidate()];
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(names.slice(0, 5), { minLength: 5 }), async (shuffled) => {
      const session = await sessionOf(shuffled);
      // Jest's own comparison takes seconds over a whole consolidation.
      expect(isDeepStrictEqual([session.assess(), session.consolidate()], expected)).toBe(true);
    }),
    { numRuns: 5 },
  );
});

test("a file that comes late is added to what was there", async () => {
  const session = await sessionOf(names.slice(0, 3));
  const before = session.consolidate()?.totals.get("0201");
  session.take([readingOf(names[3]!)]);
  const after = session.consolidate()?.totals.get("0201");
  expect(before?.units).toBe(3);
  expect(after?.units).toBe(4);
  expect(session.assess().missing).toHaveLength(18);
});

test.each([
  ["the county workbook", () => countyWorkbookPlan(sampleCounty(), sayInReport("zh-CN")), "countyWorkbook"],
  ["the template", () => templatePlan(builtInTemplate, sayInReport("zh-CN")), "template"],
])("%s among the reports is nobody's, and counts for nothing", async (_, plan, variant) => {
  const session = await sessionOf([names[0]!]);
  const before = session.consolidate()?.totals.get("0201");
  session.take([{ file: "其他.xlsx", ok: true, workbook: workbookOf(plan()), notices: [] }]);
  expect(session.consolidate()?.totals.get("0201")).toEqual(before);
  expect(session.assess().findings).toMatchObject([{ code: "D01", unit: null, params: { variant } }]);
});

test("a file that is taken out leaves its unit missing", async () => {
  const session = await sessionOf(names.slice(0, 2));
  session.remove(names[0]!);
  expect(session.assess().missing).toHaveLength(21);
});

test("an unreadable file makes no unit missing whose name it bears, and adds nothing", async () => {
  const session = await sessionOf([names[0]!, "麻线乡（最终版）.xlsx"]);
  const { missing, reported } = session.assess();
  expect(reported).toContainEqual({ unit: "麻线乡", file: "麻线乡（最终版）.xlsx", status: "unreadable" });
  expect(missing.map(({ name }) => name)).not.toContain("麻线乡");
  expect(session.consolidate()?.totals.get("0201")?.units).toBe(1);
});

describe.each(LOCALES)("a file that is not what its name says, in %s", (locale) => {
  test.each([
    ["台上镇.xls", "xls", false, "D03", ".xls"],
    ["台上镇.et", "xls", false, "D04", ".xls"],
    ["台上镇.xlsx", "xls", false, "D04", ".xls"],
    ["台上镇.xls", "xlsx", false, "D04", ".xlsx"],
    ["台上镇.xlsx", "ods", false, "D04", ".ods"],
    ["台上镇.xlsx", "xlsx", true, "D05", "Excel"],
    ["台上镇.xls", "csv", false, "D05", ".csv"],
    ["台上镇.xls", "html", false, "D05", ".html"],
    ["台上镇.xls", "xml2003", false, "D05", ".xml"],
  ] as const)(
    "%s that is %s (strict: %s) is read, and said to be it",
    async (file, format, strict, code, name) => {
      const session = await sessionOf([]);
      const notices = noticesFor(format, file, strict);
      session.take([{ file, ok: true, workbook: workbooks.get("台上镇.xlsx")!, notices }]);
      const [finding] = session.assess().findings;
      expect(finding).toMatchObject({ code, class: "note", unit: "台上镇", causes: [] });
      const said = sayFinding(locale, finding!);
      expect(said).toContain(name);
      expect(said).not.toMatch(/undefined|null|[{}]/);
    },
  );
});

test("nothing readable has no period and comes to nothing", async () => {
  const session = await sessionOf(["x.xlsx"]);
  expect(session.hasReadable).toBe(false);
  expect(session.assess().period).toBeNull();
  expect(session.consolidate()).toBeNull();
});

test("the open workbook stands beside the files, and counts once with a file that holds the same", async () => {
  const session = await sessionOf([names[0]!]);
  session.addOpen(workbooks.get(names[0]!)!);
  expect(session.assess().reported.map(({ file, status }) => [file, status])).toEqual(
    expect.arrayContaining([
      [null, "accepted"],
      [names[0], "copy"],
    ]),
  );
});
