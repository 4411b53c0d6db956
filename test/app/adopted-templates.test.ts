import { sessionCalls, type SessionCalls } from "./session-calls";
import { sayInReport } from "../../src/locales/report-words";
import { templatePlan } from "../../src/template/workbook/template-plan";
import { workbookFromPlan } from "../../src/workbook/from-plan";
import { edit } from "../template/workbook/edited";
import { fullShelf, given, template, UNITS } from "../taskpane/a-county";

jest.setTimeout(60_000);

/** The template with R07 asked otherwise, as the open workbook. */
const asking = (relation: string) =>
  workbookFromPlan(
    edit(templatePlan(template, sayInReport("zh-CN")), {
      审核关系: (sheet) => sheet.type(sheet.at("R07", "公式"), relation),
    }),
  );

const service = (): SessionCalls => sessionCalls(template, fullShelf());

function adopt(session: SessionCalls, relation: string, day: string): SessionCalls {
  session.checkOpenTemplate(asking(relation));
  session.adoptTemplate(day);
  return session;
}

/** What is stored after a template was adopted. */
const stored = (day = "2020-11-20"): string => adopt(service(), "0216*3<=0201", day).keptTemplates(null);

describe("templates that were adopted", () => {
  it("are in use again, with where they came from and since when", () => {
    const session = service();
    expect(session.restoreTemplates(stored()).templateUse).toMatchObject({
      version: 2,
      origin: { kind: "open" },
      since: "2020-11-20",
      lost: false,
    });
    expect(session.templateState().template.rules.find(({ number }) => number === "R07")?.relation).toBe(
      "0216*3<=0201",
    );
  });

  it("wait, once the built-in one is preferred, and can be had again", () => {
    const first = service();
    first.restoreTemplates(stored());
    first.backToBuiltIn();
    const session = service();
    expect(session.restoreTemplates(first.keptTemplates(stored())).templateUse.origin).toEqual({
      kind: "builtIn",
    });
    expect(session.templateState().kept).toMatchObject([{ at: 0, version: 2, since: "2020-11-20" }]);
    expect(session.proposeKeptTemplate(0)).toMatchObject({
      kind: "sound",
      draft: { changes: [{ code: "R07" }], sameTask: true },
    });
    expect(session.adoptTemplate("2020-12-01").templateUse).toMatchObject({
      version: 2,
      since: "2020-12-01",
    });
    expect(session.templateState().kept).toEqual([]);
  });

  it("are kept beside the newest, but not for ever, and none twice", () => {
    const session = service();
    const factors = [2, 3, 4, 5, 6];
    for (const factor of factors) adopt(session, `0216*${factor}<=0201`, `2020-11-0${factor}`);
    const again = service();
    again.restoreTemplates(session.keptTemplates(session.keptTemplates(null)));
    expect(again.templateState().kept.map(({ since }) => since)).toEqual([
      "2020-11-05",
      "2020-11-04",
      "2020-11-03",
    ]);
  });

  it("of another pane stay where this one stores its own", () => {
    const other = adopt(service(), "0216*5<=0201", "2020-11-22").keptTemplates(null);
    const session = service();
    session.restoreTemplates(adopt(service(), "0216*3<=0201", "2020-11-23").keptTemplates(other));
    expect(session.templateState().since).toBe("2020-11-23");
    expect(session.templateState().kept.map(({ since }) => since)).toEqual(["2020-11-22"]);
  });

  it("take the year with them that was gone on to", () => {
    const session = service();
    session.rollTemplate("2021", "2020-12-31");
    const again = service();
    again.restoreTemplates(session.keptTemplates(null));
    expect(again.templateState()).toMatchObject({
      origin: { kind: "rolled" },
      period: "2021",
      since: "2020-12-31",
    });
  });

  it.each([
    ["nothing that can be read", () => "{"],
    ["something else", () => '"text"'],
    ["a newer program's", () => stored().replace('"format":1', '"format":2')],
    ["cut off", () => stored().slice(0, 5000)],
    ["without its rules", () => stored().replace('"rules":', '"rulers":')],
    ["with a rule that nobody understands", () => stored().replace("0216*3<=0201", "0216*3<=")],
    ["with a line without a name", () => stored().replace('"name":"五老骨干"', '"nom":"五老骨干"')],
  ])("that are %s leave the built-in one in use, and say so", (_, text) => {
    const session = service();
    expect(session.restoreTemplates(text()).templateUse).toMatchObject({
      origin: { kind: "builtIn" },
      lost: true,
    });
    expect(adopt(session, "0216*4<=0201", "2020-11-26").view().templateUse.lost).toBe(false);
    expect(JSON.parse(session.keptTemplates(text())).templates[0].since).toBe("2020-11-26");
  });
});

describe("a county workbook with a template of its own", () => {
  async function resumed(): Promise<SessionCalls> {
    const first = service();
    await first.addFiles(
      UNITS.map((unit) => given(`${unit}.xlsx`)),
      () => undefined,
    );
    const session = adopt(service(), "0216*3<=0201", "2020-11-20");
    session.meetOpen(workbookFromPlan(first.countyPlan("zh-CN")!));
    session.resume(null);
    return session;
  }

  it("brings it along, and says what was in use before", async () => {
    const session = await resumed();
    expect(session.view().templateUse).toMatchObject({
      version: 1,
      origin: { kind: "county", file: null },
      since: null,
      instead: { version: 2 },
    });
    // The office's own is still the one that the next pane finds.
    const next = service();
    expect(next.restoreTemplates(session.keptTemplates(null)).templateUse.since).toBe("2020-11-20");
  });

  it("keeps the reports when the office goes back to its own, or stays with that one", async () => {
    const session = await resumed();
    session.proposeKeptTemplate(0);
    expect(session.adoptTemplate("2020-11-25")).toMatchObject({
      reported: UNITS.length,
      templateUse: { version: 2, instead: null },
    });
    const other = await resumed();
    expect(other.keepTemplate("2020-11-25").templateUse).toMatchObject({
      version: 1,
      since: "2020-11-25",
      instead: null,
    });
  });
});
