import { findHost, HOST_TIMEOUT } from "../../src/taskpane/find-host";

const never = new Promise<{ host: unknown }>(() => undefined);

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe("the pane", () => {
  it("is in a browser where there is no office.js, or one that knows no host", async () => {
    expect(await findHost(undefined, () => undefined)).toBe("browser");
    expect(await findHost(Promise.resolve({ host: null }), () => undefined)).toBe("browser");
  });

  it("is in Excel where Excel says so", async () => {
    expect(await findHost(Promise.resolve({ host: "Excel" }), () => undefined)).toBe("excel");
    expect(jest.getTimerCount()).toBe(0);
  });

  it("does not wait for ever for an Excel that never gets ready", async () => {
    const found = findHost(never, () => undefined);
    const early = jest.fn();
    void found.then(early);
    await jest.advanceTimersByTimeAsync(HOST_TIMEOUT - 1);
    expect(early).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(1);
    expect(await found).toBe("silent");
  });

  it("waits no longer than the person wants", async () => {
    expect(await findHost(never, (skip) => skip())).toBe("silent");
  });

  it("takes an office.js that fails for one that does not answer", async () => {
    expect(await findHost(Promise.reject(new Error("blocked")), () => undefined)).toBe("silent");
  });
});
