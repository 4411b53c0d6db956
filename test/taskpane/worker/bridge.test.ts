import { proxyMarker } from "comlink";
import { bridge } from "../../../src/taskpane/worker/connect";
import { EngineDied } from "../../../src/taskpane/worker/engine-died";

const never = new Promise<never>(() => undefined);

describe("the bridge to the worker", () => {
  it("passes on every call by its name, with what it was given", async () => {
    const asked: unknown[] = [];
    const remove = async (...given: unknown[]) => asked.push(given);
    await bridge({ remove }, never).remove("a.xlsx");
    expect(asked).toEqual([["a.xlsx"]]);
  });

  it("hands over a function as one that is called on this side", async () => {
    const asked: unknown[][] = [];
    const progress = (): void => undefined;
    await bridge({ addFiles: async (...given) => asked.push(given) }, never).addFiles([], progress);
    expect(asked[0]![1]).toHaveProperty([proxyMarker], true);
  });

  it("does not wait for a worker that died", async () => {
    const died = Promise.reject(new EngineDied(""));
    await expect(bridge({ view: () => never }, died).view()).rejects.toThrow(EngineDied);
  });

  it("can be the answer of a promise", async () => {
    const engine = bridge({}, never);
    expect(await Promise.resolve(engine)).toBe(engine);
  });
});
