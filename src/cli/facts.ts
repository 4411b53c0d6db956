/** `facts`: what every file reports, a row for each unit and item, as a Parquet file that other programs read. */
import { join } from "node:path";
import { factReader, type Fact, type FileFacts, type SubmissionFacts } from "../app/facts";
import { passedOverInFolder } from "../app/report-names";
import { createNodePool, createNodeReader } from "../files/node-reader";
import { ParquetTable, type TableColumns } from "../files/write/write-parquet";
import type { Finding } from "../findings/finding";
import { weightOf } from "../findings/severity";
import { withCauses } from "../findings/status";
import type { Locale } from "../locales";
import { say } from "../locales/command-line";
import { sayFinding } from "../locales/finding-text";
import { sayInReport } from "../locales/report-words";
import type { SourceFile, WorkbookReader } from "../ports/ports";
import type { Call } from "./arguments";
import { noWorkbooks } from "./check";
import { readTemplateFile, templatePath } from "./inputs";
import type { FactsContent, FactsTask } from "./facts-worker";
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
/** So many files are worth it that threads of their own learn the template, and make rows of what they read. */
const MANY = 100;

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
    const { period, locale } = call;
    const source = factSource({ template, period, locale }, selection.files.length, reader);
    const tally = new Tally(call.locale, selection.skipped);
    const progress = (done: number, total: number, file: string): void =>
      void err.write(`${say(call.locale, "batch.reading", { done, total, file })}\n`);
    const facts = readAll(selection.files, { source, reader, tally, progress });
    try {
      await output.fill(call.out!, (path) => writeFacts(path, tally, facts));
    } finally {
      await source.close();
    }
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

/** What makes facts of files. */
interface FactSource {
  /** So many at a time. */
  readonly together: number;
  /** In the order of the files. */
  read(files: readonly SourceFile[]): Promise<readonly FileFacts[]>;
  close(): Promise<void>;
}

function factSource(task: FactsTask, files: number, reader: WorkbookReader): FactSource {
  const factsOf = factReader(task.template, task.period, sayInReport(task.locale));
  if (files < MANY)
    return {
      together: TOGETHER,
      read: async (some) => (await reader.read(some)).map(factsOf),
      close: () => Promise.resolve(),
    };
  const pool = createNodePool<FactsContent>(join(__dirname, "facts-worker.ts"), task);
  return {
    // They hand over rows, not workbooks.
    together: MANY,
    read: async (some) =>
      (await pool.read(some)).map((result) => (result.ok ? result.facts : factsOf(result))),
    close: () => pool.close(),
  };
}

interface Reading {
  readonly source: FactSource;
  readonly reader: WorkbookReader;
  readonly tally: Tally;
  readonly progress: (done: number, total: number, file: string) => void;
}

/** In the order of the files; some are read while those before are checked. */
async function* readAll(
  files: readonly SourceFile[],
  { source, reader, tally, progress }: Reading,
): AsyncGenerator<FileFacts> {
  const { expandZip } = sessionTools(reader);
  let waiting: Promise<readonly FileFacts[]> = Promise.resolve([]);
  let done = 0;
  let total = files.length;
  function* take(results: readonly FileFacts[]): Generator<FileFacts> {
    for (const result of results) {
      progress(++done, total, result.file);
      yield result;
    }
  }
  for (let at = 0; at < files.length; at += source.together) {
    const expanded: SourceFile[] = [];
    for (const file of files.slice(at, at + source.together)) {
      const { files: within, skipped } = await expandZip(file, passedOverInFolder);
      total += within.length - 1;
      for (const { file: name, reason } of skipped) tally.skip({ file: name, reason: `skipped.${reason}` });
      expanded.push(...within);
    }
    // A zip may hold two thousand.
    for (let i = 0; i < expanded.length; i += source.together) {
      const before = waiting;
      const next = source.read(expanded.slice(i, i + source.together));
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
