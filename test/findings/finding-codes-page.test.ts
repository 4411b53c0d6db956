import * as fs from "node:fs";
import * as path from "node:path";
import { findingCodesPage } from "../tooling/finding-codes";

it("docs/finding-codes.md says what the catalogue and the messages say: `npm run docs:codes` writes it", () => {
  const written = fs.readFileSync(path.join(__dirname, "../../docs/finding-codes.md"), "utf8");
  expect(written.replace(/\r\n/g, "\n")).toBe(findingCodesPage());
});
