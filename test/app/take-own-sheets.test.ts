import { takeOwnSheets } from "../../src/app/take-own-sheets";
import { builtInTemplate } from "../../src/template/builtin";

it("a template whose own sheets cannot be taken over is refused with the cause, never used without them", async () => {
  const refuse = { take: async () => ({ ok: false as const, reason: "damaged" as const, detail: "" }) };
  const file = { bytes: new Uint8Array(), workbook: { sheets: [] } as never };
  expect(await takeOwnSheets(builtInTemplate, file, refuse)).toEqual({
    ok: false,
    reason: "damaged",
    detail: "",
  });
});
