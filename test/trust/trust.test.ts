/** No harm, no false figure, no good file refused: one table of conditions, each with its right answer. */
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Row } from "./row";
import { HARM } from "./rows/harm";
import { ARCHIVES } from "./rows/archives";
import { CAUSES } from "./rows/causes";
import { MANY } from "./rows/many";
import { JUDGEMENT } from "./rows/judgement";
import { OVERWRITING } from "./rows/overwriting";
import { READING, SEEN } from "./rows/reading";
import { RULES } from "./rows/rules";
import { LAYOUT } from "./rows/layout";
import { OFF_TEMPLATE } from "./rows/off-template";
import { SHOWN } from "./rows/shown";
import { LOOKS } from "./rows/looks";
import { NUMBER_FORMATS } from "./rows/number-formats";
import { WRITTEN_NUMBERS } from "./rows/written-numbers";
import { WHOSE } from "./rows/whose";

jest.setTimeout(60_000);

const TABLE: Readonly<Record<string, readonly Row[]>> = {
  "a text harms nobody": HARM,
  "what is shown is what is read": [...SHOWN, ...SEEN],
  "a good file is read, a bad one refused for its own reason": READING,
  "nothing of a person's is overwritten": OVERWRITING,
  "archives are opened, or say why not": ARCHIVES,
  "the cause is named": CAUSES,
  "a register of any length": MANY,
  "numbers as people write them": WRITTEN_NUMBERS,
  "number formats": NUMBER_FORMATS,
  "whose report it is": WHOSE,
  "several files of a unit, and other periods": JUDGEMENT,
  "relations, and what is counted": RULES,
  "looks, prefixes and lookalikes": LOOKS,
  "what the template has no place for": OFF_TEMPLATE,
  "a layout of the unit's own is read": LAYOUT,
};

let home = "";
let made = 0;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "trust-"));
});
afterAll(() => rm(home, { recursive: true, force: true }));

for (const [topic, rows] of Object.entries(TABLE)) {
  describe(topic, () => {
    test.each(rows.map((row) => [row.title, row] as const))("%s", async (_, row) => {
      const folder = join(home, String(made++));
      await mkdir(folder);
      await row.holds(folder);
    });
  });
}
