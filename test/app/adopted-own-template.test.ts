import { KeptTemplates } from "../../src/app/adopted-templates";
import { sayInReport } from "../../src/locales/report-words";
import { ownTemplate } from "../county-workbook/own-form";

const say = sayInReport("zh-CN");

it("remembers a template of an office's own forms with the office's workbook", async () => {
  const template = await ownTemplate();
  const first = new KeptTemplates(say);
  first.add({ template, origin: { kind: "county", file: "汇总.xlsx" }, since: "2026-11-30" });
  const stored = first.text(null);
  expect(new KeptTemplates(say).restore(stored)).toMatchObject({ template: { office: template.office } });
});

it("does not use a template whose office's workbook is no longer whole", async () => {
  const first = new KeptTemplates(say);
  first.add({ template: await ownTemplate(), origin: { kind: "open" }, since: "2026-11-30" });
  const stored = first.text(null).replace(/"bytes":"[^"]*"/, '"bytes":"?"');
  expect(new KeptTemplates(say).restore(stored)).toBe("damaged");
});
