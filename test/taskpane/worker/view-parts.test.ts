import fc from "fast-check";
import type { SessionView } from "../../../src/app/view";
import { viewReceiver, viewSender, type ViewPart } from "../../../src/taskpane/worker/view-parts";

/** Both ends, with what a worker's messages go through between them. */
function bothEnds() {
  const posted: ViewPart[] = [];
  const receiver = viewReceiver();
  const send = viewSender((part) => {
    posted.push(part);
    receiver.take(structuredClone(part));
  });
  return { posted, cross: (answer: unknown) => receiver.viewOf(structuredClone(send(answer))) };
}

/** As much of a view as crosses otherwise than the rest. */
const viewWith = (findings: unknown, units: unknown = [], decisions: unknown = []): SessionView =>
  ({ templateUse: { name: "统计表" }, period: "2020", findings, units, decisions }) as unknown as SessionView;

const finding = fc.record({ id: fc.nat(9), raw: fc.option(fc.string()) });
const view = fc
  .tuple(fc.array(finding), fc.array(finding), fc.array(finding))
  .map((lists) => viewWith(...lists));

describe("the session's view between the worker and the page", () => {
  it("arrives as it was sent, one after the other", () => {
    fc.assert(
      fc.property(fc.array(view), (views) => {
        const { cross } = bothEnds();
        for (const each of views) expect(cross(each)).toEqual(each);
      }),
    );
  });

  it("is the same object where nothing has changed, so that nothing is drawn again", () => {
    const { cross } = bothEnds();
    const first = cross(viewWith([{ id: 1 }, { id: 2 }], [{ name: "台上镇" }])) as SessionView;
    const second = cross(viewWith([{ id: 0 }, { id: 2 }], [{ name: "台上镇" }])) as SessionView;
    expect(second.findings[1]).toBe(first.findings[1]);
    expect(second.units).toBe(first.units);
  });

  it("comes in small parts, and only once", () => {
    const { posted, cross } = bothEnds();
    const findings = Array.from({ length: 3000 }, (_, id) => ({ id, raw: "字".repeat(500) }));
    cross(viewWith(findings));
    expect(Math.max(...posted.map((part) => JSON.stringify(part).length))).toBeLessThan(70_000);
    posted.length = 0;
    cross(viewWith([...findings.slice(0, 1500), { id: -1, raw: "" }, ...findings.slice(1501)]));
    expect(JSON.stringify(posted).length).toBeLessThan(500);
  });

  it("leaves every other answer alone", () => {
    const { posted, cross } = bothEnds();
    expect(cross({ ok: false, problem: { code: "none" } })).toEqual({ ok: false, problem: { code: "none" } });
    expect(cross(null)).toBeNull();
    expect(posted).toEqual([]);
  });
});
