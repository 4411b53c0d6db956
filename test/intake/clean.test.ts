import { TEMPLATE, cleanPlan, contentOf, found, readPlan, unitCalled } from "./clean";
import { linesOf } from "../../src/template/template-index";

describe.each(["台上镇", "市教育局", "市关工委本级"])("a clean submission of %s", (name) => {
  const unit = unitCalled(name);
  const content = contentOf(unit);
  const submissions = readPlan(cleanPlan(name), `${name}.xlsx`);
  const submission = submissions[0]!;

  it("is one submission of that unit, of the template and the year, without a single finding", () => {
    expect(submissions).toHaveLength(1);
    expect(submission).toMatchObject({
      unit: { name },
      period: "2020",
      templateId: TEMPLATE.id,
      templateVersion: TEMPLATE.version,
    });
    expect(submission.evidence).toEqual(["identity", "cover", "layout", "fileName"]);
    expect(found(submission)).toEqual([]);
    expect(submission.offTemplate).toEqual([]);
  });

  it("comes back with every value that was filled in", () => {
    for (const form of TEMPLATE.forms.filter((f) => f.layout === "table" && f.fills.includes(unit.kind))) {
      const reading = submission.forms.get(form.id)!;
      for (const indicator of linesOf(form, unit.kind)) {
        const line = reading.lines.get(indicator.code)!;
        if (indicator.formula === undefined) {
          expect([indicator.code, line.current.value]).toEqual([
            indicator.code,
            content.values!.get(indicator.code),
          ]);
        } else expect(line.current.formula).toBeDefined();
        const before = content.lastYear!.get(indicator.code);
        if (before !== undefined && indicator.carried) expect(Number(line.lastYear?.value)).toBe(before);
      }
    }
    expect(submission.forms.get("关工03")?.lines.get("0301")?.reason).toBe("新增两次专题学习");
  });

  it("comes back with every record of its lists", () => {
    for (const [id, records] of content.lists!) {
      const list = TEMPLATE.lists.find((l) => l.id === id)!;
      if (!list.fills.includes(unit.kind)) continue;
      const rows = submission.lists.get(id)!.rows;
      expect(rows).toHaveLength(records.length);
      records.forEach((record, i) => {
        for (const column of list.columns) {
          expect(rows[i]!.cells.get(column.name)?.value).toEqual(record[column.name] ?? null);
        }
      });
    }
  });

  it("comes back with its cover", () => {
    const cover = submission.cover;
    expect(cover.get("0001")?.value).toBe(unit.code);
    expect(cover.get("0002")?.value).toBe(name);
    expect(cover.get("0010")).toMatchObject({
      value: content.cover!.get("0010"),
      place: { sheet: "关工00", cell: "D14" },
    });
    expect(cover.get("0011")?.value).toBe(true);
  });
});
