/** @jest-environment jsdom */
import { browserMemory } from "../../src/taskpane/template-memory";

const original = Object.getOwnPropertyDescriptor(window, "localStorage")!;

function storageThat(way: Partial<Storage>): void {
  Object.defineProperty(window, "localStorage", { configurable: true, get: () => way });
}

afterEach(() => {
  Object.defineProperty(window, "localStorage", original);
  window.localStorage.clear();
});

describe("the browser's memory for templates", () => {
  it("finds again what was saved, apart from other hosts", () => {
    expect(browserMemory().load()).toBeNull();
    expect(browserMemory("a").save("text")).toBe(true);
    expect([browserMemory("a").load(), browserMemory("b").load()]).toEqual(["text", null]);
  });

  it("does no harm where the host forbids it", () => {
    Object.defineProperty(window, "localStorage", {
      configurable: true,
      get: () => {
        throw new DOMException("forbidden", "SecurityError");
      },
    });
    expect([browserMemory().load(), browserMemory().save("text")]).toEqual([null, false]);
  });

  it("keeps nothing older where it is full: that would come back in place of the newest", () => {
    const kept = new Map([["township-report-consolidation.templates", "older"]]);
    storageThat({
      getItem: (name) => kept.get(name) ?? null,
      setItem: () => {
        throw new DOMException("full", "QuotaExceededError");
      },
      removeItem: (name) => void kept.delete(name),
    });
    expect([browserMemory().save("newest"), browserMemory().load()]).toEqual([false, null]);
  });

  it("says so where storage takes it and forgets it", () => {
    storageThat({ getItem: () => null, setItem: () => undefined, removeItem: () => undefined });
    expect(browserMemory().save("text")).toBe(false);
  });
});
