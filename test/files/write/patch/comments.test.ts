import { all, one } from "../opened";
import { marked, valueAt } from "./patched";

const SHEET = "xl/worksheets/sheet1.xml";

describe("comments on a sheet with some", () => {
  test("are added to those there", () => {
    const { workbook } = marked({ B3: { comment: "请核实\n第二行" }, D9: { comment: "缺填" } });
    expect(workbook.sheets[0]?.comments).toEqual([
      { row: 1, column: 0, text: "原有批注" },
      { row: 2, column: 1, text: "请核实\n第二行" },
      { row: 8, column: 3, text: "缺填" },
    ]);
  });

  test("do not pass for those of the person who wrote the others", () => {
    const { part } = marked({ B3: { comment: "请核实" } });
    const comments = part("xl/comments1.xml");
    expect(all(comments, "author").map((author) => author.textContent)).toEqual(["张会计", ""]);
    expect(all(comments, "comment").map((comment) => comment.getAttribute("authorId"))).toEqual(["0", "1"]);
  });

  test("get boxes with ids of their own, in the drawing that the sheet has", () => {
    const { text } = marked({ B3: { comment: "请核实" }, D9: { comment: "缺填" } });
    const vml = text("xl/drawings/vmlDrawing1.vml");
    expect([...vml.matchAll(/id="(_x0000_s\d+)"/g)].map((match) => match[1])).toEqual([
      "_x0000_s1025",
      "_x0000_s1026",
      "_x0000_s1027",
    ]);
    expect(vml.match(/<v:shapetype/g)).toHaveLength(1);
  });

  test("touch nothing but texts and boxes", () => {
    expect(marked({ B3: { comment: "请核实" } }).touched).toEqual([
      "xl/comments1.xml",
      "xl/drawings/vmlDrawing1.vml",
    ]);
  });

  test("become a further paragraph where the cell has one, in a box that is large enough", () => {
    const { workbook, text } = marked({ A2: { comment: "很长的一条审核意见，".repeat(20) } });
    expect(workbook.sheets[0]?.comments).toEqual([
      { row: 1, column: 0, text: `原有批注\n${"很长的一条审核意见，".repeat(20)}` },
    ]);
    const bottom = Number(/<x:Anchor>(?:[^,]*,){6}\s*(\d+)/.exec(text("xl/drawings/vmlDrawing1.vml"))?.[1]);
    expect(bottom).toBeGreaterThan(8);
  });

  test("are refused where a conversation stands in the cell", () => {
    const relationship = (xml: string, path: string): string =>
      path === "xl/worksheets/_rels/sheet1.xml.rels"
        ? xml.replace(
            "</Relationships>",
            '<Relationship Id="rId9" Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment" Target="../threadedComments/threadedComment1.xml"/></Relationships>',
          )
        : xml;
    const more = {
      "xl/threadedComments/threadedComment1.xml":
        '<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="A2" id="{1}"><text>谈</text></threadedComment></ThreadedComments>',
    };
    expect(() => marked({ A2: { comment: "请核实" } }, { change: relationship, more })).toThrow(
      /threadedComment at 关工02!A2/,
    );
  });
});

describe("comments on a sheet without any", () => {
  const opened = () => marked({ B3: { comment: "请核实" } }, { comments: false });

  test("are read back", () => {
    expect(opened().workbook.sheets[0]?.comments).toEqual([{ row: 2, column: 1, text: "请核实" }]);
  });

  test("come with their parts, which the sheet and the package know", () => {
    const { touched, part } = opened();
    expect(touched).toEqual([
      "[Content_Types].xml",
      "xl/comments1.xml",
      "xl/drawings/vmlDrawing1.vml",
      "xl/worksheets/_rels/sheet1.xml.rels",
      SHEET,
    ]);
    const types = part("[Content_Types].xml");
    expect(all(types, "Default").map((type) => type.getAttribute("Extension"))).toContain("vml");
    expect(all(types, "Override").map((type) => type.getAttribute("PartName"))).toContain(
      "/xl/comments1.xml",
    );
  });

  test("are named in the sheet after its drawing and before its tables", () => {
    const names = [...opened().part(SHEET).children].map(({ localName }) => localName);
    expect(names.slice(-4)).toEqual(["drawing", "legacyDrawing", "tableParts", "extLst"]);
    expect(one(opened().part(SHEET), "legacyDrawing").getAttribute("r:id")).toBe("rId6");
  });

  test("do not change a single cell", () => {
    expect(valueAt(opened().workbook.sheets[0], "B5")).toBe(12);
  });
});
