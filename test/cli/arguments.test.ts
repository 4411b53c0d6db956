import { call } from "./call";

test.each([
  [[], "usage.noCommand"],
  [["chek", "a.xlsx"], "usage.unknownCommand"],
  [["check"], "usage.missingPath"],
  [["check", "a.xlsx", "--jsn"], "usage.unknownOption"],
  [["check", "a.xlsx", "--hold-back"], "usage.unknownOption"],
  [["dump", "a.xlsx", "b.xlsx"], "usage.onePath"],
  [["consolidate", "a.xlsx"], "usage.missingOut"],
  [["check", "a.xlsx", "--lang", "fr"], "usage.language"],
])("a wrong call %j is answered with %s and exit 2", async (words, code) => {
  const said = await call(...words, "--json");
  expect(said.exit).toBe(2);
  expect(said.json).toEqual({ version: 1, error: { code, message: expect.stringMatching(/[一-龥]/) } });
  expect(said.err).toContain(said.json.error.message);
});

test("the answer is in the language that was asked for", async () => {
  const said = await call("check", "--lang", "en-US", "--json");
  expect(said.json.error.message).toMatch(/^[ -~…–]+$/);
});

test("without --json a wrong call says nothing on standard output", async () => {
  expect((await call("check")).out).toBe("");
});
