/**
 * D10: two files of one unit. Neither is counted until somebody says which one holds. D11: one of them is the other
 * once more, under another unit's name.
 */
import { groupBy } from "../../workbook/group-by";
import type { CheckContext, CrossUnitCheck } from "../check";
import type { Finding } from "../../findings/finding";
import type { RuleClass } from "../../rules/rule";
import { differences } from "./likeness";
import { otherName } from "./other-name";

export const severalFiles: CrossUnitCheck = {
  code: "D10",
  run: (all, findingClass) =>
    filesByUnit(all).flatMap((files) => {
      const own = files.filter((context) => originalOf(context, files) === null);
      return own.length < 2 ? [] : own.map((context) => several(context, own, findingClass));
    }),
};

export const renamedCopies: CrossUnitCheck = {
  code: "D11",
  run: (all, findingClass) =>
    filesByUnit(all).flatMap((files) =>
      files.flatMap((context) => {
        const original = originalOf(context, files);
        if (original === null) return [];
        const named = otherName(context);
        const params = {
          variant: "renamed",
          named,
          otherUnit: context.unitName,
          otherFile: nameOf(original),
        };
        const { finding } = context.atFile("D11", findingClass, { values: { named }, params });
        // Whose name is on it must send its own; the unit whose report it is has nothing to mend.
        const sender = context.template.units.find(({ name }) => name === named);
        return [sender ? { ...finding, unit: sender.name } : finding];
      }),
    ),
};

function filesByUnit(all: readonly CheckContext[]): CheckContext[][] {
  return [...groupBy(all, ({ submission }) => submission.unit?.code).values()].filter(
    (files) => files.length > 1,
  );
}

function several(context: CheckContext, files: readonly CheckContext[], findingClass: RuleClass): Finding {
  const others = files.filter((other) => other !== context);
  const values = {
    others: others.map(nameOf).join("、"),
    differences: Math.max(...others.map((other) => differences(context, other))),
  };
  return context.atFile("D10", findingClass, { values, params: values }).finding;
}

/** The file that this one repeats under another unit's name; null where it stands for itself. */
function originalOf(context: CheckContext, files: readonly CheckContext[]): CheckContext | null {
  if (otherName(context) === null) return null;
  const same = files.filter((other) => otherName(other) === null && differences(context, other) === 0);
  return same[0] ?? null;
}

/** The open workbook has no file. */
function nameOf({ submission }: CheckContext): string {
  return submission.file ?? submission.unit?.name ?? "";
}
