import { withoutCopies } from "../../src/app/county-copies";
import { builtInTemplate } from "../../src/template/builtin";
import { workbookFromPlan } from "../../src/workbook/from-plan";
import { blank, ownForm } from "../county-workbook/own-form";
import { submissionsOf } from "../samples/made-once";

it("takes an office's own form for what it is, also where it is called as one of our sheets", () => {
  const name = "单位数据";
  const own = { ...ownForm, own: { ...ownForm.own!, sheet: name } };
  const [sent] = submissionsOf(2020);
  const sheets = [...sent!.plan.sheets, { ...blank.sheets[0]!, name }];
  const report = {
    file: sent!.name,
    ok: true as const,
    workbook: workbookFromPlan({ ...sent!.plan, sheets }),
    notices: [],
  };
  expect(withoutCopies(report, { ...builtInTemplate, forms: [...builtInTemplate.forms, own] })).toBe(report);
  // Nothing else could have that name: then it is a copy of the county's.
  expect(withoutCopies(report, builtInTemplate)).not.toBe(report);
});
