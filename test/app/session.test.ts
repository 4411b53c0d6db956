import { unzipSync, zipSync } from "fflate";
import { codeText } from "../../src/findings/finding-code";
import { writeXlsx } from "../../src/files/write/write-xlsx";
import { sessionCalls, type SessionCalls } from "./session-calls";
import { workbookFromPlan } from "../../src/workbook/from-plan";
import { toA1 } from "../../src/workbook/address";
import {
  changed,
  faulty,
  fullShelf,
  given,
  lastYearPlan,
  planOf,
  ShelfReader,
  template,
} from "../taskpane/a-county";

jest.setTimeout(60_000);

const service = (shelf = fullShelf()): SessionCalls => sessionCalls(template, shelf);
const silent = (): void => undefined;

describe("files that are given", () => {
  it("are read, with progress, and change the session", async () => {
    const said: string[] = [];
    const view = await service().addFiles([given("台上镇.xlsx"), given("青石镇.xlsx")], (done, total, file) =>
      said.push(`${done}/${total} ${file}`),
    );
    expect(view?.counted).toEqual(["青石镇", "台上镇"]);
    expect(said).toEqual(["1/2 台上镇.xlsx", "2/2 青石镇.xlsx"]);
  });

  it("may be a zip of workbooks", async () => {
    const shelf = fullShelf();
    shelf.put("报表.zip/台上镇.xlsx", planOf("台上镇"));
    const zip = new Uint8Array(zipSync({ "台上镇.xlsx": new Uint8Array([1]) }));
    const view = await service(shelf).addFiles([{ name: "报表.zip", content: new Blob([zip]) }], silent);
    expect(view?.counted).toEqual(["台上镇"]);
  });

  it("leave the session as it was where reading is cancelled", async () => {
    const shelf = fullShelf();
    const session = service(shelf);
    await session.addFiles([given("青石镇.xlsx")], silent);
    shelf.gate = new Promise(() => undefined);
    const reading = session.addFiles([given("台上镇.xlsx")], silent);
    await new Promise((resolve) => setImmediate(resolve));
    session.cancel();
    expect(await reading).toBeNull();
    expect(session.view().counted).toEqual(["青石镇"]);
  });

  it("are not added either where the cancel comes after the last one was read", async () => {
    const session = service();
    const reading = session.addFiles([given("台上镇.xlsx")], () => session.cancel());
    expect(await reading).toBeNull();
    expect(session.view().reported).toBe(0);
  });
});

describe("the open workbook", () => {
  const open = (...plans: Parameters<typeof workbookFromPlan>[0][]) =>
    workbookFromPlan({ sheets: plans.flatMap(({ sheets }) => sheets), names: [] });

  it("is taken where a report is in it", () => {
    expect(service().addOpen(open(faulty()))?.faulty).toEqual(["台上镇"]);
  });

  it("is not taken, and leaves nothing behind, where none is", () => {
    const session = service();
    expect(session.addOpen(open({ sheets: [{ name: "Sheet1", cells: [] }], names: [] }))).toBeNull();
    expect(session.view().strangers).toEqual([]);
  });

  it("counts without 退回单 and without a copy that stands there to be looked at", async () => {
    const session = service();
    const shelf = fullShelf();
    shelf.put("台上镇.xlsx", faulty());
    const other = service(shelf);
    await other.addFiles([given("台上镇.xlsx")], silent);
    const returns = other.returnSheets(["台上镇"], "zh-CN")!;
    const place = { file: "台上镇.xlsx", sheet: "关工02", cell: "E7" };
    const { sheet } = other.sourceView(place, "zh-CN")!;
    expect(session.addOpen(open(returns, { sheets: [sheet!], names: [] }))).toBeNull();
    const view = session.addOpen(open(planOf("台上镇"), returns, { sheets: [sheet!], names: [] }));
    expect(view?.counts).toEqual(service().addOpen(open(planOf("台上镇")))?.counts);
    expect(session.ownSheets(open(returns)).own).toEqual(["退回单 台上镇"]);
  });

  it("counts without the county workbook's own sheets", () => {
    const view = service().addOpen(open(planOf("台上镇"), lastYearPlan()));
    expect(view?.counted).toEqual(["台上镇"]);
  });
});

describe("a county workbook whose sheets were copied into another one, without the hidden sheet", () => {
  const copied = () => {
    const plan = lastYearPlan();
    return { ...plan, sheets: plan.sheets.filter(({ name }) => name !== "机读信息") };
  };
  const problem = { code: "damaged", what: "机读信息" };

  it("is nobody's report among the files, and it is said what it lacks", async () => {
    const shelf = fullShelf();
    shelf.put("复制.xlsx", copied());
    const view = await service(shelf).addFiles([given("复制.xlsx"), given("台上镇.xlsx")], silent);
    expect(view).toMatchObject({ counted: ["台上镇"], strangers: [], counties: [{ problem }] });
  });

  it("leaves the report that stands beside them to its unit", async () => {
    const alone = await service().addFiles([given("台上镇.xlsx")], silent);
    const some = copied().sheets.filter(({ name }) => ["汇总02 五老队伍", "单位数据"].includes(name));
    for (const sheets of [copied().sheets, some]) {
      const beside = { sheets: [...planOf("台上镇").sheets, ...sheets], names: [] };
      const shelf = fullShelf();
      shelf.put("复制.xlsx", beside);
      const ofFile = await service(shelf).addFiles([given("复制.xlsx")], silent);
      for (const view of [ofFile, service().addOpen(workbookFromPlan(beside))]) {
        expect(view).toMatchObject({ counted: ["台上镇"], strangers: [], counties: [] });
        expect(view!.counts).toEqual(alone!.counts);
      }
    }
  });

  it("is nobody's report where it stands open", () => {
    const view = service().addOpen(workbookFromPlan(copied()));
    expect(view).toMatchObject({ reported: 0, strangers: [], counties: [{ problem }] });
  });
});

describe("whose sheets stand in the open workbook", () => {
  const mine = { sheets: [{ name: "图表", cells: [] }], names: [] };

  it("are nobody's but the user's where nothing bears our mark", async () => {
    const session = service();
    await session.addFiles([given("台上镇.xlsx")], silent);
    expect(session.ownSheets(workbookFromPlan(mine))).toEqual({
      own: [],
      otherPeriod: null,
      edits: [],
      removed: [],
      template: [],
    });
  });

  it("are ours by name where our mark and this year stand there", async () => {
    const session = service();
    await session.addFiles([given("台上镇.xlsx")], silent);
    const plan = session.countyPlan("zh-CN")!;
    const workbook = workbookFromPlan({ ...plan, sheets: [...plan.sheets, { name: "我的表", cells: [] }] });
    expect(session.ownSheets(workbook)).toEqual({
      own: session.countySheets(),
      otherPeriod: null,
      edits: [],
      removed: [],
      template: [],
    });
  });

  it("are not to be touched where they are another year's", async () => {
    const session = service();
    await session.addFiles([given("台上镇.xlsx")], silent);
    expect(session.ownSheets(workbookFromPlan(lastYearPlan()))).toEqual({
      own: [],
      otherPeriod: "2019",
      edits: [],
      removed: [],
      template: [],
    });
  });
});

describe("last year's workbook", () => {
  it("is taken with its period", async () => {
    const outcome = await service().setLastYear(given("2019.xlsx"));
    expect(outcome).toMatchObject({ lastYearPeriod: "2019" });
  });

  it("is refused with the reason", async () => {
    const shelf = new ShelfReader();
    shelf.put("坏.xlsx", { code: "F02", params: {} });
    shelf.put("台上镇.xlsx", planOf("台上镇"));
    const session = service(shelf);
    expect(await session.setLastYear(given("坏.xlsx"))).toEqual({
      ok: false,
      error: { code: "F02", params: {} },
    });
    expect(await session.setLastYear(given("台上镇.xlsx"))).toMatchObject({
      problem: { code: "notCountyWorkbook" },
    });
  });
});

describe("what the county decides", () => {
  async function withFaulty() {
    const shelf = fullShelf();
    shelf.put("台上镇.xlsx", faulty());
    const session = service(shelf);
    const view = await session.addFiles([given("台上镇.xlsx"), given("青石镇.xlsx")], silent);
    return { session, found: view!.findings.find(({ code }) => codeText(code) === "R05")! };
  }

  it("is taken and taken back by the names that the view gives, and can be posted between threads", async () => {
    const { session, found } = await withFaulty();
    const taken = session.accept([found.id]);
    expect(structuredClone(taken)).toEqual(taken);
    expect(taken.faulty).toEqual([]);
    expect(taken.decisions).toMatchObject([
      { id: found.deciding.accept, state: "applied", finding: found.id },
    ]);
    const again = session.withdraw([found.deciding.accept!]);
    expect(again.faulty).toEqual(["台上镇"]);
    expect(again.decisions).toEqual([]);
  });

  it("passes over findings that are not there any more, or propose nothing", async () => {
    const { session } = await withFaulty();
    expect(session.accept(["R05 gone"]).decisions).toEqual([]);
  });

  it("stands in the county workbook that is written", async () => {
    const { session, found } = await withFaulty();
    session.accept([found.id]);
    const sheet = session.countyPlan("zh-CN")!.sheets.find(({ name }) => name === "修改记录")!;
    expect(sheet.cells.map(({ value }) => value)).toEqual(
      expect.arrayContaining(["台上镇.xlsx", "172", 167]),
    );
  });

  it("is forgotten when the session is cleared", async () => {
    const { session, found } = await withFaulty();
    session.accept([found.id]);
    expect(session.clear().decisions).toEqual([]);
  });

  it("settles what only the county's own rules ask", async () => {
    const shelf = fullShelf();
    for (const unit of ["台上镇", "青石镇"]) {
      const { name, cells } = planOf(unit).sheets.find((sheet) => sheet.name.startsWith("L1"))!;
      const below = (head: string): string => {
        const cell = cells.find(({ value }) => value === head)!;
        return `${name}!${toA1(cell.row + 1, cell.column)}`;
      };
      const same = { [below("名称")]: "纪念抗美援朝出国作战七十周年主题宣讲", [below("日期")]: 44_100 };
      shelf.put(`${unit}.xlsx`, changed(planOf(unit), same));
    }
    const session = service(shelf);
    const view = await session.addFiles([given("台上镇.xlsx"), given("青石镇.xlsx")], silent);
    const twice = view!.findings.find(({ code }) => code === "C04")!;
    expect(twice.class).toBe("explain");
    const explained = session.explain(twice.id, "两地各办一场");
    expect(explained.findings.find(({ id }) => id === twice.id)?.class).toBe("note");
    expect(explained.decisions.map(({ state }) => state)).toEqual(["applied"]);
  });
});

describe("what goes back", () => {
  const shelf = (name: string): ShelfReader => {
    const full = fullShelf();
    full.put(name, faulty());
    return full;
  };
  const file = (content: Pick<Blob, "arrayBuffer">, name = "台上镇.xlsx") => ({
    name,
    content: content as Blob,
  });
  const bytes = () => new Uint8Array(writeXlsx(faulty()));
  const namesIn = (set: { readonly zip: Uint8Array } | null): string[] => Object.keys(unzipSync(set!.zip));

  it("is marked in the file as it was given", async () => {
    const session = service(shelf("台上镇.xlsx"));
    await session.addFiles([file(new Blob([bytes()]))], silent);
    const said: string[] = [];
    const set = await session.returnMaterials(["台上镇"], "zh-CN", (done, total, unit) =>
      said.push(`${done}/${total} ${unit}`),
    );
    expect(namesIn(set)).toContain("台上镇/台上镇（标注）.xlsx");
    expect(said).toEqual(["0/1 台上镇"]);
  });

  it("is marked in a file that came in a zip", async () => {
    const session = service(shelf("报表.zip/台上镇.xlsx"));
    const zip = new Uint8Array(zipSync({ "台上镇.xlsx": bytes() }));
    await session.addFiles([file(new Blob([zip]), "报表.zip")], silent);
    const set = await session.returnMaterials(["台上镇"], "zh-CN", silent);
    expect(namesIn(set)).toContain("台上镇/台上镇（标注）.xlsx");
  });

  it("says so where the file was moved or changed since", async () => {
    const session = service(shelf("台上镇.xlsx"));
    const gone = () => Promise.reject(new DOMException("", "NotReadableError"));
    await session.addFiles([file({ arrayBuffer: gone })], silent);
    const set = await session.returnMaterials(["台上镇"], "zh-CN", silent);
    expect(set?.units[0]?.copies).toEqual([{ key: "return.copy.gone", params: { file: "台上镇.xlsx" } }]);
  });

  it("is nothing where the user cancels", async () => {
    const session = service(shelf("台上镇.xlsx"));
    await session.addFiles([file(new Blob([bytes()]))], silent);
    const making = session.returnMaterials(["台上镇"], "zh-CN", () => session.cancel());
    expect(await making).toBeNull();
  });

  it("leaves the unit as returned until another file of it comes, whatever comes from others", async () => {
    const files = shelf("台上镇.xlsx");
    const session = service(files);
    const returned = () =>
      session
        .view()
        .units.filter((unit) => unit.returned)
        .map(({ name }) => name);
    await session.addFiles([given("台上镇.xlsx")], silent);
    session.sendBack(["台上镇"], "2021-01-18");
    await session.addFiles([given("青石镇.xlsx")], silent);
    expect(returned()).toEqual(["台上镇"]);
    session.setHoldBack(true);
    expect(returned()).toEqual(["台上镇"]);
    await session.addFiles([given("台上镇.xlsx")], silent);
    expect(returned()).toEqual(["台上镇"]);
    files.put("台上镇.xlsx", planOf("台上镇"));
    await session.addFiles([given("台上镇.xlsx")], silent);
    expect(returned()).toEqual([]);
  });
});

describe("the county workbook", () => {
  it("is none where no year can be told", () => {
    expect(service().countyPlan("zh-CN")).toBeNull();
    expect(service().countyFile("zh-CN")).toBeNull();
    expect(service().countySheets()).toEqual([]);
  });

  it("is without the units that are held back", async () => {
    const shelf = fullShelf();
    shelf.put("台上镇.xlsx", faulty());
    const session = service(shelf);
    await session.addFiles([given("台上镇.xlsx"), given("青石镇.xlsx")], silent);
    const view = session.setHoldBack(true);
    expect(view.counted).toEqual(["青石镇"]);
    expect(view.faulty).toEqual(["台上镇"]);
    expect(view.units.find(({ name }) => name === "台上镇")?.status).toBe("heldBack");
  });
});

describe("the report", () => {
  it("is none, and no file either, while nothing tells the year", async () => {
    const session = service();
    expect(session.report()).toBeNull();
    expect(await session.reportDocument()).toBeNull();
  });

  it("holds no telephone number that a unit wrote into its explanation", async () => {
    const report = [{ role: "text", text: "原因：{说明 0201}。" }] as const;
    const shelf = fullShelf();
    // 说明 is in the form's last column.
    shelf.put("台上镇.xlsx", changed(planOf("台上镇"), { "关工02!I7": "新增离休干部，联系电话13800138000" }));
    const session = sessionCalls({ ...template, report }, shelf);
    await session.addFiles([given("台上镇.xlsx")], silent);
    const text = session
      .report()!
      .paragraphs.map(({ runs }) => runs.map((run) => run.text).join(""))
      .join("\n");
    expect(text).toContain("新增离休干部，联系电话（电话略）");
  });
});

describe("a text that is checked", () => {
  const wrong = (session: SessionCalls, text: string) =>
    session
      .checkText(text)
      .claims.filter(({ verdict }) => verdict === "disagrees")
      .map(({ claim, expected }) => [claim.text, expected]);

  it("is held against the totals of what has come in", async () => {
    const session = service();
    const { figures } = (await session.addFiles([given("台上镇.xlsx"), given("青石镇.xlsx")], silent))!;
    const { value } = figures.find(({ code }) => code === "0201")!;
    expect(session.checkText("").withTotals).toBe(true);
    expect(wrong(session, `全市五老志愿者${value + 1}人。`)).toEqual([[`${value + 1}人`, value]]);
    expect(wrong(session, `全市五老志愿者${value}人。`)).toEqual([]);
  });

  it("is held against itself alone before anything has come in", () => {
    const session = service();
    expect(session.checkText("").withTotals).toBe(false);
    expect(wrong(session, "五老志愿者2503人，其中五老骨干802人，占五老总数的29%。")).toEqual([
      ["29%", expect.closeTo(32.04, 2)],
    ]);
  });
});
