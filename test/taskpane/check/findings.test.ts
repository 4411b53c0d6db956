import type { FindingView } from "../../../src/app/view";
import { bundled, groupFindings } from "../../../src/taskpane/check/findings";

const finding = (id: string, more: Partial<FindingView> = {}): FindingView => ({
  id,
  class: "note",
  weight: "note",
  code: "D31",
  unit: "台上镇",
  place: { file: "台上镇.xlsx", sheet: "关工03", cell: id },
  indicator: null,
  values: null,
  params: {},
  raw: null,
  stillStands: false,
  answer: null,
  deciding: { accept: null, explain: null, confirm: null },
  enters: null,
  causes: [],
  ...more,
});

const column = (...ids: string[]): FindingView[] => ids.map((id) => finding(id));

/** Each entry: what is shown, then what is folded under it. */
const entries = (...findings: FindingView[]): string[] =>
  bundled(findings).map(({ first, others }) => [first, ...others].map(({ id }) => id).join(" "));

describe("findings below each other", () => {
  it("are one entry where a column of a sheet has them alike, and stay where the first of them was", () => {
    const other = finding("E3", { code: "R20" });
    expect(entries(finding("E7"), other, ...column("E8", "E9", "E10"))).toEqual(["E7 E8 E9 E10", "E3"]);
  });

  it("are shown one by one where they are few", () => {
    expect(entries(...column("E7", "E8", "E9"))).toEqual(["E7", "E8", "E9"]);
  });

  it.each<[string, Partial<FindingView>]>([
    ["of another sheet", { place: { file: "台上镇.xlsx", sheet: "关工04", cell: "E7" } }],
    ["of another unit", { unit: "青石镇" }],
    ["with another thing to say", { params: { variant: "blank" } }],
    ["that must be mended for what they bring about", { weight: "mustFix" }],
    ["that were returned already and still stand", { stillStands: true }],
    ["that the unit has answered", { answer: { text: "属实", file: null, outdated: false, taken: false } }],
  ])("are not folded with those %s", (_, more) => {
    expect(entries(...column("E7", "E8", "E9", "E10"), finding("F7", more))).toEqual(["E7 E8 E9 E10", "F7"]);
  });

  it("are not folded where they are about files, not cells", () => {
    const place = { file: null, sheet: null, cell: null };
    expect(entries(...column("1", "2", "3", "4").map((each) => ({ ...each, place })))).toHaveLength(4);
  });
});

describe("groups", () => {
  it("of what belongs to no unit come after those of the units", () => {
    const stray = finding("stray", { unit: null, weight: "mustFix" });
    expect(groupFindings([stray, finding("E7")], "unit").map(({ key }) => key)).toEqual(["台上镇", null]);
  });

  it("are one for each rule, also where rules share a number", () => {
    const broken = (relation: string): FindingView =>
      finding(relation, { code: { kind: "rule", number: "R03" }, params: { relation } });
    expect(groupFindings([broken("0201=0202"), broken("0301=0302")], "rule")).toHaveLength(2);
  });
});
