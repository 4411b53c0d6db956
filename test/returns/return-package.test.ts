import { unzipSync } from "fflate";
import { codeText } from "../../src/findings/finding-code";
import { nodeInflate } from "../../src/files/read/node-inflate";
import { readXlsx } from "../../src/files/read/xlsx";
import { createNodeReader } from "../../src/files/node-reader";
import { nodeDeflate } from "../../src/files/write/node-deflate";
import { fileArchiver } from "../../src/files/write/pack-files";
import { workbookHighlighter } from "../../src/files/write/patch/highlight-workbook";
import { writeXlsx } from "../../src/files/write/write-xlsx";
import { sayInReport } from "../../src/locales/report-words";
import { shareableReturns } from "../../src/returns/return-privacy";
import { unitReturns, type ReturnedFinding } from "../../src/returns/unit-returns";
import { readCountyWorkbook } from "../../src/county-workbook/read-county";
import type { SourceFile, WorkbookHighlighter } from "../../src/ports/ports";
import { returnSet, type ReturnSet } from "../../src/returns/return-package";
import { returnText } from "../../src/returns/return-text";
import { SessionModel } from "../../src/app/session-model";
import { viewSession } from "../../src/app/view-session";
import type { SessionView } from "../../src/app/view";
import { faultyCounty } from "../fixtures/faulty-county";
import { builtInTemplate as template } from "../../src/template/builtin";
import { parseA1, toA1 } from "../../src/workbook/address";
import { cellAt } from "../../src/workbook/cells";
import { workbookFromPlan } from "../../src/workbook/from-plan";
import type { Sheet, Workbook } from "../../src/workbook/workbook";
import { countyWorkbookOf2019 } from "../samples/made-once";

jest.setTimeout(120_000);

const say = sayInReport("zh-CN");
const marker = workbookHighlighter({ inflate: nodeInflate, deflate: nodeDeflate });

/** The faulty sample county as it comes in, and the bytes of its files. */
const { files } = faultyCounty();
const originals = new Map(
  files.map((file) => [
    file.name,
    "plan" in file ? writeXlsx(file.plan, { deflate: nodeDeflate }) : file.bytes,
  ]),
);

async function faultySession(): Promise<{ session: SessionModel; view: SessionView }> {
  const county = readCountyWorkbook(workbookFromPlan(countyWorkbookOf2019()));
  if (!county.ok) throw new Error(county.problem.code);
  const reader = createNodeReader({ workers: 1 });
  const session = new SessionModel({ template, lastYear: county.lastYear });
  session.take(
    await reader.read(
      [...originals].map(([name, bytes]): SourceFile => ({ name, bytes: async () => bytes.slice() })),
    ),
  );
  await reader.close();
  return { session, view: viewOf(session) };
}

function viewOf(session: SessionModel): SessionView {
  return viewSession({
    template,
    assessment: session.assess(),
    consolidation: session.consolidate(),
    lastYearPeriod: "2019",
    holdBack: false,
    textAt: ({ file, sheet, cell }) => {
      const address = cell === null ? null : parseA1(cell);
      const found = session.workbookOf(file)?.sheets.find(({ name }) => name === sheet);
      const value = found && address ? cellAt(found, address.row, address.column)?.value : null;
      return value == null ? null : String(value);
    },
  });
}

let made: ReturnType<typeof make>;

async function make(): Promise<{ view: SessionView; set: ReturnSet; entries: Record<string, Uint8Array> }> {
  const { session, view } = await faultySession();
  const shareable = shareableReturns(view, template, session.assess().submissions, say);
  const set = await returnSet(unitReturns(shareable), shareable, {
    writer: { write: (plan) => writeXlsx(plan, { deflate: nodeDeflate }) },
    marker,
    archiver: fileArchiver(nodeDeflate),
    say,
    workbookOf: (file) => session.workbookOf(file),
    bytesOf: async (file) => originals.get(file) ?? null,
  });
  return { view, set, entries: unzipSync(set.zip) };
}

const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);
const read = (bytes: Uint8Array): Workbook => readXlsx(bytes, { inflate: nodeInflate });
const folded = (finding: ReturnedFinding): ReturnedFinding[] => [finding, ...finding.causes.flatMap(folded)];
/** `关工02!E7` of a finding that asks for something in this file. */
const asking = (findings: readonly ReturnedFinding[], unit: string, file: string): string[] => {
  const own = findings.filter((each) => each.unit === unit && each.weight !== "note").flatMap(folded);
  const there = own.filter(({ place, weight }) => weight !== "note" && place.file === file && place.cell);
  return [...new Set(there.map(({ place }) => `${place.sheet}!${place.cell}`))].sort();
};

beforeAll(() => {
  made = make();
});

describe("the return set of the faulty sample county", () => {
  it("has a folder with a 退回单 on paper and for chat for each unit that must correct or explain, and for no other", async () => {
    const { view, entries } = await made;
    const wanted = view.units
      .filter(({ counts }) => counts.mustFix + counts.explain > 0)
      .map(({ name }) => name);
    expect(wanted.length).toBeGreaterThan(15);
    const folders = new Set(Object.keys(entries).flatMap((name) => /^(.+?)\//.exec(name)?.[1] ?? []));
    expect([...folders]).toEqual(wanted);
    for (const unit of wanted) {
      expect(text(entries[`${unit}/退回单（${unit}）.txt`])).toMatch(new RegExp(`^${unit}：\r\n`));
      expect(read(entries[`${unit}/退回单（${unit}）.xlsx`]!).sheets[0]!.name).toBe(`退回单 ${unit}`);
    }
  });

  it("marks the findings' cells in the unit's own workbook, and nothing else", async () => {
    const { view, set, entries } = await made;
    let copies = 0;
    for (const { unit, copies: notes } of set.units) {
      for (const { params } of notes) {
        if (!params.copy) continue;
        copies++;
        const before = read(originals.get(params.file!)!);
        const after = read(entries[`${unit}/${params.copy}`]!);
        expect(newComments(before, after).sort()).toEqual(asking(view.findings, unit, params.file!));
        expect(after.sheets.map(contents)).toEqual(before.sheets.map(contents));
      }
    }
    expect(copies).toBeGreaterThanOrEqual(12);
  });

  it("leaves every part but the marked sheets, their notes and the styles byte for byte", async () => {
    const { set, entries } = await made;
    for (const { unit, copies } of set.units) {
      for (const { params } of copies) {
        if (!params.copy) continue;
        const [old, now] = [
          unzipSync(originals.get(params.file!)!),
          unzipSync(entries[`${unit}/${params.copy}`]!),
        ];
        const touched = Object.keys(old).filter(
          (path) => Buffer.compare(old[path]!, now[path] ?? Buffer.of()) !== 0,
        );
        const marks =
          /^(\[Content_Types\]\.xml|xl\/(styles\.xml|comments\d*\.xml|drawings\/vmlDrawing\d+\.vml|worksheets\/(_rels\/)?sheet\d+\.xml(\.rels)?))$/;
        expect(touched.filter((path) => !marks.test(path))).toEqual([]);
      }
    }
  });

  it("is read again with the very same findings: marks say nothing about the figures", async () => {
    const { set, entries, view } = await made;
    const [unit, copy] = set.units.flatMap(({ unit: name, copies }) =>
      copies.flatMap(({ params }) => (params.copy ? [[name, params] as const] : [])),
    )[0]!;
    const session = new SessionModel({ template });
    const found = (bytes: Uint8Array): string[] => {
      session.clear();
      session.take([{ file: copy.file!, ok: true, workbook: read(bytes), notices: [] }]);
      return session
        .assess()
        .findings.map(({ code, place }) => `${codeText(code)} ${place.sheet}!${place.cell}`);
    };
    expect(found(entries[`${unit}/${copy.copy}`]!)).toEqual(found(originals.get(copy.file!)!));
    expect(view.findings.length).toBeGreaterThan(0);
  });

  it("lists on top what goes back to whom, and the files that are nobody's", async () => {
    const { entries, view } = await made;
    const index = text(entries["退回清单.txt"]);
    for (const { unit } of (await made).set.units) expect(index).toContain(`${unit}：一定要改`);
    for (const { file } of view.strangers) expect(index).toContain(file!);
    expect(index).not.toMatch(/undefined|\{\w+\}/);
  });
});

/** `关工02!E7` of each cell that has a note now and had none, or another. */
function newComments(before: Workbook, after: Workbook): string[] {
  return after.sheets.flatMap(({ name, comments }, i) => {
    const old = new Map(before.sheets[i]!.comments.map((each) => [toA1(each.row, each.column), each.text]));
    return comments.flatMap(({ row, column, text: note }) =>
      old.get(toA1(row, column)) === note ? [] : [`${name}!${toA1(row, column)}`],
    );
  });
}

/** A sheet without its notes. */
function contents({ comments: _comments, ...sheet }: Sheet): unknown {
  return sheet;
}

describe("a workbook that cannot be marked", () => {
  const unit = "台上镇";
  const finding: ReturnedFinding = {
    class: "mustFix",
    code: "D46",
    unit,
    place: { file: "台上.xlsx", sheet: "关工02", cell: "E7" },
    indicator: null,
    values: null,
    params: { name: "总数", raw: "#REF!" },
    raw: "#REF!",
    weight: "mustFix",
    causes: [],
  };
  const workbook = workbookFromPlan({ sheets: [{ name: "关工02", cells: [] }], names: [] });

  /** What the 退回单 and the list say of the file, and the names in the unit's folder. */
  async function without(more: {
    file?: string | null;
    format?: Workbook["format"];
    others?: boolean;
    known?: boolean;
    bytes?: Uint8Array | null;
    marking?: WorkbookHighlighter;
  }) {
    const { file = "台上.xlsx", format = "xlsx", known = true, bytes = originals.get("台上镇.xlsx")! } = more;
    const session = {
      county: "集安市",
      committee: "集安市关工委",
      period: "2020",
      units: [
        { name: unit, files: [file] },
        { name: "财源镇", files: more.others ? [file] : [] },
      ],
      strangers: [],
      findings: [{ ...finding, place: { ...finding.place, file } }],
    };
    const { zip, units } = await returnSet(unitReturns(session), session, {
      writer: { write: (plan) => writeXlsx(plan, { deflate: nodeDeflate }) },
      marker: more.marking ?? marker,
      archiver: fileArchiver(nodeDeflate),
      say,
      workbookOf: () => (known ? { ...workbook, format } : null),
      bytesOf: async () => bytes,
    });
    const entries = unzipSync(zip);
    const [note] = units[0]!.copies;
    const said = say(note!.key, note!.params);
    const form = read(entries[`${unit}/退回单（${unit}）.xlsx`]!).sheets[0]!;
    expect(form.cells.strings.some((each) => each.includes(said))).toBe(true);
    // How a marked copy is to be read is in the 退回单 alone; the list names it.
    const listed = note!.params["copy"] ?? said;
    expect(text(entries["退回清单.txt"])).toContain(String(listed));
    return { key: note!.key, names: Object.keys(entries).filter((name) => name.startsWith(unit)) };
  }

  const forms = [`${unit}/退回单（${unit}）.xlsx`, `${unit}/退回单（${unit}）.txt`];

  it.each([
    ["is of another format", { format: "xls" as const }, "return.copy.format"],
    ["holds another unit's report too", { others: true }, "return.copy.shared"],
    ["could not be read", { known: false }, "return.copy.unreadable"],
    ["cannot be had any more", { bytes: null }, "return.copy.gone"],
    ["is known from the county workbook only", { known: false, bytes: null }, "return.copy.gone"],
    ["is the open one", { file: null }, "return.copy.open"],
    [
      "bears a signature",
      { marking: { mark: () => ({ ok: false, reason: "signed", detail: "" }) } as WorkbookHighlighter },
      "return.copy.signed",
    ],
    [
      "lacks the sheet that should be there",
      { bytes: new Uint8Array(1), marking: marker },
      "return.copy.refused",
    ],
  ])("because it %s still leaves its unit the 退回单, which says why", async (_, more, key) => {
    expect(await without(more)).toEqual({ key, names: forms });
  });

  it("has its copy where it can", async () => {
    expect((await without({})).names).toEqual([...forms, `${unit}/台上（标注）.xlsx`]);
  });
});

it("stops where the user cancels, and says which unit is under way", async () => {
  const { view } = await made;
  const stop = new AbortController();
  const said: string[] = [];
  const setting = returnSet(
    unitReturns(view),
    view,
    {
      writer: { write: () => new Uint8Array() },
      marker,
      archiver: fileArchiver(),
      say,
      workbookOf: () => null,
      bytesOf: async () => null,
    },
    {
      signal: stop.signal,
      onProgress: (done, _, unit) => {
        said.push(`${done} ${unit}`);
        if (done === 1) stop.abort();
      },
    },
  );
  await expect(setting).rejects.toMatchObject({ name: "AbortError" });
  expect(said).toHaveLength(2);
});

it("a figure that was given by telephone is asked for in the unit's report, even where nothing else is", () => {
  const place = { file: "台上镇.xlsx", sheet: "关工02", cell: "E16" };
  const because = { code: "telephone", params: { who: "王主任", day: "2021-01-18" } } as const;
  const proposal = { from: "见附件", was: null, to: 12, because };
  const finding = {
    class: "mustFix",
    code: "D40",
    unit: "台上镇",
    place,
    indicator: "0210",
    values: null,
    params: {},
  } as const;
  const [back, ...others] = unitReturns({
    committee: "市关工委",
    period: "2020",
    units: [
      { name: "台上镇", files: ["台上镇.xlsx"] },
      { name: "青石镇", files: [] },
    ],
    strangers: [],
    findings: [],
    decisions: [{ decision: { kind: "accept", finding: { ...finding, proposal } }, state: "applied" }],
  });
  expect(others).toEqual([]);
  expect(returnText(back!, say)).toContain("电话核实为 12，已先计入，请在报表上改正。");
});
