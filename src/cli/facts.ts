/** `facts`: what every file reports, a row for each unit and item, as a Parquet file that other programs read. */
import { factReader, type Fact, type FileFacts, type SubmissionFacts } from "../app/facts";
import { passedOverInFolder } from "../app/report-names";
import { createNodeReader } from "../files/node-reader";
import { ParquetTable, type TableColumns } from "../files/write/write-parquet";
import type { Finding } from "../findings/finding";
import { weightOf } from "../findings/severity";
import { withCauses } from "../findings/status";
import type { Locale } from "../locales";
import { say } from "../locales/command-line";
import { sayFinding } from "../locales/finding-text";
import { sayInReport } from "../locales/report-words";
import type { ReadResult, SourceFile, WorkbookReader } from "../ports/ports";
import type { Template } from "../template/template";
import type { Call } from "./arguments";
import { noWorkbooks } from "./check";
import { readTemplateFile, templatePath } from "./inputs";
import { CallError, EXIT, type Outcome, type Streams } from "./outcome";
import { Output } from "./output";
import { sessionTools } from "./session-tools";
import { selectSources, type Skipped } from "./source-files";

const COLUMNS: TableColumns<Fact> = {
  template: "text",
  version: "whole",
  period: "text",
  county: "text",
  unit_code: "text",
  unit: "text",
  form: "text",
  item: "text",
  line: "text",
  column: "text",
  measure: "text",
  aggregation: "text",
  value: "number",
  text: "text",
  state: "text",
  quality: "text",
  counted: "boolean",
  content_hash: "text",
  file: "text",
  sheet: "text",
  cell: "text",
  raw: "text",
  findings: "texts",
};

/** Files that are read together: two threads are started for them, and twice as many workbooks are in memory. */
const TOGETHER = 16;

export async function facts(call: Call, { err }: Streams): Promise<Outcome> {
  const selection = await selectSources(call.paths, [templatePath(call)]);
  if (selection.unreachable.length > 0)
    throw new CallError("error.unreachable", { paths: selection.unreachable.join(" ") });
  const output = await Output.besides([...selection.paths, templatePath(call)], call);
  await output.reserve(call.out!);
  if (selection.files.length === 0) throw noWorkbooks(selection, call);
  const reader = createNodeReader();
  try {
    const template = await readTemplateFile(call, reader);
    const tally = new Tally(call.locale, selection.skipped);
    const progress = (done: number, total: number, file: string): void =>
      void err.write(`${say(call.locale, "batch.reading", { done, total, file })}\n`);
    await output.fill(call.out!, (path) =>
      writeFacts(path, tally, readAll(selection.files, { call, template, reader, tally, progress })),
    );
    return tally.outcome(call);
  } finally {
    await reader.close();
  }
}

/** Answers whether anything of the template was in any file. */
async function writeFacts(path: string, tally: Tally, files: AsyncIterable<FileFacts>): Promise<boolean> {
  const table = new ParquetTable<Fact>(path, COLUMNS);
  try {
    for await (const file of files) {
      for (const { facts: rows } of file.submissions) for (const row of rows) table.add(row);
      tally.add(file, table.rows);
    }
    table.finish();
  } finally {
    table.close();
  }
  return tally.isOfTemplate;
}

interface Reading {
  readonly call: Call;
  readonly template: Template;
  readonly reader: WorkbookReader;
  readonly tally: Tally;
  readonly progress: (done: number, total: number, file: string) => void;
}

/** In the order of the files; some are read while those before are checked. */
async function* readAll(
  files: readonly SourceFile[],
  { call, template, reader, tally, progress }: Reading,
): AsyncGenerator<FileFacts> {
  const factsOf = factReader(template, call.period, sayInReport(call.locale));
  const { expandZip } = sessionTools(reader);
  let waiting: Promise<readonly ReadResult[]> = Promise.resolve([]);
  let done = 0;
  let total = files.length;
  async function* take(results: readonly ReadResult[]): AsyncGenerator<FileFacts> {
    for (const result of results) {
      progress(++done, total, result.file);
      yield factsOf(result);
    }
  }
  for (let at = 0; at < files.length; at += TOGETHER) {
    const expanded: SourceFile[] = [];
    for (const file of files.slice(at, at + TOGETHER)) {
      const { files: within, skipped } = await expandZip(file, passedOverInFolder);
      total += within.length - 1;
      for (const { file: name, reason } of skipped) tally.skip({ file: name, reason: `skipped.${reason}` });
      expanded.push(...within);
    }
    // A zip may hold two thousand.
    for (let i = 0; i < expanded.length; i += TOGETHER) {
      const before = waiting;
      const next = reader.read(expanded.slice(i, i + TOGETHER));
      // It is awaited later, and is no unhandled rejection until then.
      next.catch(() => undefined);
      waiting = next;
      yield* take(await before);
    }
  }
  yield* take(await waiting);
}

interface NotCountedFile {
  readonly file: string;
  readonly unit: string | null;
  readonly status: Exclude<SubmissionFacts["notCounted"], null>;
  readonly message: string;
}

/** What is said of the files in the end: of those whose figures count no more than how many they are. */
class Tally {
  isOfTemplate = false;
  private files = 0;
  private rows = 0;
  private readonly units = new Set<string>();
  private readonly notCounted: NotCountedFile[] = [];
  private readonly findings = { mustFix: 0, explain: 0, note: 0 };
  private mustFix = false;
  private readonly skipped: Skipped[];

  constructor(
    private readonly locale: Locale,
    skipped: readonly Skipped[],
  ) {
    this.skipped = [...skipped];
  }

  skip(skipped: Skipped): void {
    this.skipped.push(skipped);
  }

  add({ file, setAside, submissions }: FileFacts, rows: number): void {
    this.rows = rows;
    if (setAside !== null) return this.skip({ file, reason: `skipped.${setAside}` });
    this.files++;
    for (const { unit, notCounted, isOther, findings } of submissions) {
      if (!isOther) this.isOfTemplate = true;
      for (const finding of findings) this.findings[weightOf(finding)]++;
      if (findings.flatMap(withCauses).some((each) => each.class === "mustFix")) this.mustFix = true;
      if (notCounted === null) this.units.add(unit!);
      else this.notCounted.push({ file, unit, status: notCounted, message: this.reason(findings) });
    }
  }

  /** The gravest finding is why. */
  private reason(findings: readonly Finding[]): string {
    const why =
      findings.find(({ code }) => CAUSES.has(String(code))) ??
      findings.find((each) => each.class === "mustFix") ??
      findings[0];
    return why ? sayFinding(this.locale, why) : say(this.locale, "batch.facts.empty");
  }

  outcome({ out }: Call): Outcome {
    const { locale, files, rows, units, notCounted, findings, skipped, isOfTemplate } = this;
    const written = isOfTemplate ? out : null;
    const lines = [
      say(locale, "batch.facts", { files, units: units.size, rows: isOfTemplate ? rows : 0 }),
      ...skipped.map(({ file, reason }) =>
        say(locale, "batch.skipped", { file, reason: say(locale, reason) }),
      ),
      ...notCounted.map(({ file, message }) => say(locale, "batch.facts.notCounted", { file, message })),
      say(locale, "batch.findings", findings),
      written === null ? say(locale, "batch.facts.none") : say(locale, "batch.wroteFile", { file: written }),
    ];
    return {
      document: {
        version: 1,
        file: written,
        rows: isOfTemplate ? rows : 0,
        files,
        units: units.size,
        notCounted,
        skipped: skipped.map(({ file, reason }) => ({ file, reason: say(locale, reason) })),
        findings,
      },
      text: lines.join("\n"),
      exit: !isOfTemplate ? EXIT.failed : this.mustFix ? EXIT.mustFix : EXIT.clean,
    };
  }
}

const CAUSES: ReadonlySet<string> = new Set(["D01", "S05", "F31"]);
