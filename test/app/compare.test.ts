import { changed, planOf } from "../taskpane/a-county";
import { sessionOf } from "./a-session";

jest.setTimeout(60_000);

const compare = (cells: Parameters<typeof changed>[1]) =>
  sessionOf({ "甲.xlsx": planOf("台上镇"), "乙.xlsx": changed(planOf("台上镇"), cells) }).compare("台上镇");

/** The plan's sheet of a list, and the address of the cell below a head. */
function belowHead(list: string, head: string): string {
  const sheet = planOf("台上镇").sheets.find(({ name }) => name.startsWith(list))!;
  const cell = sheet.cells.find(({ value }) => value === head)!;
  return `${sheet.name}!${String.fromCharCode(65 + cell.column)}${cell.row + 2}`;
}

describe("two reports of one unit side by side", () => {
  it("say where they differ, with both values in the order of the files", () => {
    const { files, differences } = compare({ "关工02!E8": "约12" });
    expect(files).toEqual(["乙.xlsx", "甲.xlsx"]);
    expect(differences).toContainEqual({
      part: "关工02",
      line: "0202",
      name: expect.any(String),
      values: [12, expect.any(Number)],
    });
  });

  it("show the text of a cell that could not be read", () => {
    const { differences } = compare({ "关工02!E8": "见附件" });
    expect(differences.find(({ line }) => line === "0202")?.values[0]).toBe("见附件");
  });

  it("are compared row by row in lists", () => {
    const { differences } = compare({ [belowHead("L1", "名称")]: "另一场活动" });
    expect(differences).toContainEqual(
      expect.objectContaining({
        part: "L1",
        line: "1",
        name: "名称",
        values: ["另一场活动", expect.any(String)],
      }),
    );
  });

  it("keep names of people to themselves", () => {
    expect(compare({ [belowHead("L3", "帮扶对象")]: "赵小明" }).differences).toEqual([]);
  });

  it("say nothing where they are the same", () => {
    expect(compare({}).differences).toEqual([]);
  });
});
