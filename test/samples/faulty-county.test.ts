import { codeText } from "../../src/findings/finding-code";
import { createNodeReader } from "../../src/files/node-reader";
import { xlsxWriter } from "../../src/files/write/write-xlsx";
import { sayFinding } from "../../src/locales/finding-text";
import { sayInReport } from "../../src/locales/report-words";
import { readCountyWorkbook } from "../../src/county-workbook/read-county";
import { SessionModel } from "../../src/app/session-model";
import { countyOf2019, sampleFiles } from "../../src/samples/sample-files";
import { faultyCounty, type PlantedDefect } from "../../src/samples/faulty-county";
import { PLANTERS } from "../../src/samples/planters";
import { builtInTemplate as template } from "../../src/template/builtin";
import { workbookFromPlan } from "../../src/workbook/from-plan";

const { files, planted } = faultyCounty();
const short = ({ code, file, sheet, cell }: PlantedDefect): string =>
  `${code} ${file} ${sheet ?? ""}!${cell ?? ""}`;

/** The set as the command line reads it: through the bytes of the files. */
async function findingsOfSet(): Promise<{ place: string; message: string }[]> {
  const county = readCountyWorkbook(workbookFromPlan(countyOf2019(sayInReport("zh-CN"))));
  if (!county.ok) throw new Error(county.problem.code);
  const reader = createNodeReader();
  const session = new SessionModel({ template, lastYear: county.lastYear });
  session.take(
    await reader.read(
      files.map((file) => ({
        name: file.name,
        bytes: async () => ("plan" in file ? xlsxWriter.write(file.plan) : file.bytes),
      })),
    ),
  );
  await reader.close();
  return session.assess().findings.map((finding) => ({
    place: short({ ...finding.place, file: finding.place.file ?? "", code: codeText(finding.code) }),
    message: sayFinding("zh-CN", finding),
  }));
}

describe("the faulty sample county", () => {
  it("is the same every time", () => {
    expect(faultyCounty()).toEqual({ files, planted });
  });

  it("has the slips of the catalogue spread over its units, a few to each", () => {
    const codes = new Set(planted.map(({ code }) => code));
    expect(codes.size).toBeGreaterThanOrEqual(36);
    const each = template.units.map(({ name }) => planted.filter(({ file }) => file.startsWith(name)).length);
    expect(Math.max(...each)).toBeLessThanOrEqual(8);
    expect(planted.length).toBeLessThanOrEqual(PLANTERS.length + 4);
  });

  it("is found out by the check: every slip at its cell with its code, and nothing else", async () => {
    const found = await findingsOfSet();
    const wanted = planted.map(short);
    expect(wanted.filter((place) => !found.some((finding) => finding.place === place))).toEqual([]);
    expect(found.filter(({ place }) => !wanted.includes(place))).toEqual([]);
  }, 60_000);

  it("stands in its folder beside the list of what was planted", () => {
    const paths = sampleFiles(sayInReport("zh-CN")).map(({ path }) => path);
    for (const { file } of planted) expect(paths).toContain(`2020-faulty/${file}`);
    expect(paths).toEqual(
      expect.arrayContaining(["2020-faulty/planted.json", "template.xlsx", "2019-county.xlsx"]),
    );
  });
});
