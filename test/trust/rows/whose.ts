/** Whose report it is: doubts are said, and nobody is accused of another's slip. */
import { builtInTemplate } from "../../../src/template/builtin";
import type { WorkbookPlan } from "../../../src/workbook/plan";
import { identityText, parseIdentity } from "../../../src/template/identity";
import { consolidated, plan, typed, type Row } from "../row";

const codeOf = (unit: string): string => builtInTemplate.units.find(({ name }) => name === unit)!.code;

/** The plan as if it were another unit's: marks, cover and captions. */
function relabelled(before: WorkbookPlan, from: string, to: string): WorkbookPlan {
  const text = (value: string): string => {
    const identity = parseIdentity(value);
    if (identity) return identityText({ ...identity, unit: codeOf(to) });
    return value === codeOf(from) ? codeOf(to) : value;
  };
  return {
    ...before,
    sheets: before.sheets.map((sheet) => ({
      ...sheet,
      cells: sheet.cells.map((cell) =>
        typeof cell.value !== "string"
          ? cell
          : {
              ...cell,
              value: sheet.name.startsWith("L") ? text(cell.value) : text(cell.value).replaceAll(from, to),
            },
      ),
    })),
  };
}

/** The findings of a cover on which that cell says something else. */
async function onCover(folder: string, label: string, value: string) {
  const { name, cells } = plan("台上镇").sheets[0]!;
  const cell = `D${cells.find((each) => each.value === label)!.row + 1}`;
  const { document } = await consolidated(folder, {
    "台上镇.xlsx": typed(plan("台上镇"), name, { [cell]: value }),
  });
  return { cell, found: document.findings.filter(({ code }) => code !== "C03"), units: document.units };
}

export const WHOSE: readonly Row[] = [
  {
    title: "the code of another unit on the cover is a finding at its cell",
    holds: async (folder) => {
      const { cell, found, units } = await onCover(folder, "单位代码", codeOf("榆林镇"));
      expect(found).toMatchObject([{ code: "D12", class: "explain", unit: "台上镇", cell }]);
      expect(found[0]!.message).toContain(codeOf("台上镇"));
      expect(units).toMatchObject([{ unit: "台上镇", status: "needsExplanation" }]);
    },
  },
  {
    title: "a code that no unit has is one too",
    holds: async (folder) => {
      const { cell, found } = await onCover(folder, "单位代码", "Z99");
      expect(found).toMatchObject([{ code: "D12", cell }]);
    },
  },
  {
    title: "the kind of another unit on the cover is a finding at its cell",
    holds: async (folder) => {
      const { cell, found } = await onCover(folder, "单位类型", "市直部门");
      expect(found).toMatchObject([{ code: "D12", class: "explain", unit: "台上镇", cell }]);
      expect(found[0]!.message).toContain("乡镇街道");
    },
  },
  {
    title: "a copy under another unit's name is told at the copy, and what both list is folded under it",
    holds: async (folder) => {
      const { document } = await consolidated(folder, {
        "台上镇.xlsx": relabelled(plan("榆林镇"), "榆林镇", "台上镇"),
        "榆林镇.xlsx": plan("榆林镇"),
      });
      const copies = document.findings.filter(({ code }) => code === "D11");
      expect(copies).toMatchObject([{ unit: "台上镇", class: "mustFix" }]);
      expect(copies[0]!.causes.map(({ code }) => code)).toContain("C04");
      expect(document.findings.map(({ code }) => code)).not.toContain("C04");
      expect(document.units).toContainEqual({ unit: "榆林镇", file: "榆林镇.xlsx", status: "accepted" });
    },
  },
];
