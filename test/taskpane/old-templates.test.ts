/** @jest-environment ./test/tooling/page-environment.cjs */
import { oldTemplates } from "../../src/taskpane/old-templates";

const original = Object.getOwnPropertyDescriptor(window, "localStorage")!;

afterEach(() => {
  Object.defineProperty(window, "localStorage", original);
  window.localStorage.clear();
});

describe("templates that an earlier version stored", () => {
  it("are found, apart from those of other hosts, until they are removed", () => {
    window.localStorage.setItem("atownship-report-consolidation.templates", "text");
    expect([oldTemplates("a").load(), oldTemplates("b").load()]).toEqual(["text", null]);
    oldTemplates("a").remove();
    expect(oldTemplates("a").load()).toBeNull();
  });

  it("are none where the host forbids to look", () => {
    Object.defineProperty(window, "localStorage", {
      configurable: true,
      get: () => {
        throw new DOMException("forbidden", "SecurityError");
      },
    });
    expect(oldTemplates("").load()).toBeNull();
    expect(() => oldTemplates("").remove()).not.toThrow();
  });
});
