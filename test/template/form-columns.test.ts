import { builtInTemplate } from "../../src/template/builtin";
import { TABLE_COLUMNS } from "../../src/template/builtin/form-columns";
import { changesBetween, isSameContent } from "../../src/template/changes";
import { columnsOf, withColumns } from "../../src/template/form-columns";
import type { Form, Template } from "../../src/template/template";

const withTable = (columns: unknown): Template => ({
  ...builtInTemplate,
  forms: builtInTemplate.forms.map((form) => (form.id === "关工02" ? ({ ...form, columns } as Form) : form)),
});
const read = (columns: unknown) =>
  columnsOf(withColumns(withTable(columns)).forms.find(({ id }) => id === "关工02")!);

describe("the columns of a form that was read", () => {
  it("are the built-in ones where an older version wrote none, and that is no change of the form", () => {
    expect(read(undefined)).toEqual(TABLE_COLUMNS);
    expect(isSameContent(withTable(undefined), builtInTemplate)).toBe(true);
    expect(changesBetween(withTable(undefined), builtInTemplate)).toEqual([]);
  });

  it("are its own, and other ones are a change of the form", () => {
    const own = TABLE_COLUMNS.map((column) => ({ ...column, heading: `${column.heading}栏` }));
    expect(read(own)).toEqual(own);
    expect(isSameContent(withTable(own), builtInTemplate)).toBe(false);
    expect(changesBetween(builtInTemplate, withTable(own))).toMatchObject([
      { what: "changed", of: "form", code: "关工02" },
    ]);
  });

  const [first, ...others] = TABLE_COLUMNS;
  it.each<[string, unknown]>([
    ["no list", "本年"],
    ["a list of something else", TABLE_COLUMNS.map(() => null)],
    ["a column short", others],
    ["a role twice", [others[0], ...others]],
    ["a role unknown", [{ ...first, role: "previous" }, ...others]],
    ["a heading empty", [{ ...first, heading: "" }, ...others]],
    ["further headings that are none", [{ ...first, otherHeadings: [1] }, ...others]],
    ["a group that is no text", [{ ...first, group: 1 }, ...others]],
    ["a width beyond Excel's", [{ ...first, width: 1e9 }, ...others]],
  ])("are the built-in ones where they are damaged: %s", (_, columns) => {
    expect(read(columns)).toEqual(TABLE_COLUMNS);
  });
});
