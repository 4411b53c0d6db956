import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { oneAtATime } from "./one-at-a-time";
import { within } from "./within";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "waiting-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

it("says in one line what took too long", async () => {
  const error: unknown = await within(0.01, "the build", new Promise(() => undefined)).catch(
    (each: unknown) => each,
  );
  expect((error as Error).stack).toBe("the build: not done after 0.01 s");
  expect(await within(10, "the build", Promise.resolve(7))).toBe(7);
});

it("lets one work and then the next, also where the first fails", async () => {
  const lock = join(folder, "lock");
  const order: string[] = [];
  const work = (name: string) =>
    oneAtATime(lock, async () => {
      order.push(`${name} begins`);
      await new Promise((resolve) => setImmediate(resolve));
      order.push(`${name} ends`);
      if (name === "a") throw new Error("failed");
    });
  await Promise.allSettled([work("a"), work("b")]);
  expect(order).toEqual(["a begins", "a ends", "b begins", "b ends"]);
  expect(existsSync(lock)).toBe(false);
});

it("takes over what a process left that is gone", async () => {
  const lock = join(folder, "lock");
  mkdirSync(lock);
  // No process has a number as large.
  writeFileSync(join(lock, "pid"), "2147483647");
  expect(await oneAtATime(lock, async () => "done")).toBe("done");
});
