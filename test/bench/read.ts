/** Reading in Node: the sample submissions, and a sheet of a million cells. */
import { nodeInflate } from "../../src/files/read/node-inflate";
import { browserInflate } from "../../src/files/read/browser-inflate";
import { excelJs } from "./exceljs";
import { medians, type Contender, type Gate, type Report } from "./measure";
import { memoryOf } from "./memory";
import { inflateOnly, ours, sheetJs, type Reader } from "./readers";
import { millionCells, sampleFiles } from "./submissions";

export const READERS: Readonly<Record<string, Reader>> = {
  "inflate and CRC, node:zlib": inflateOnly(nodeInflate),
  "this reader, node:zlib": ours(nodeInflate),
  "inflate and CRC, fflate": inflateOnly(browserInflate),
  "this reader, fflate": ours(browserInflate),
  "@e965/xlsx": sheetJs,
  exceljs: excelJs,
};
const [INFLATE, OURS, , , SHEET_JS, EXCEL_JS] = Object.keys(READERS) as [
  string,
  string,
  string,
  string,
  string,
  string,
];

export async function benchSubmissions(): Promise<Report> {
  const { files, writer } = sampleFiles();
  const kilobytes = files.reduce((sum, bytes) => sum + bytes.length, 0) / files.length / 1024;
  const title = `Reading ${files.length} sample submissions of ${kilobytes.toFixed(0)} KB, saved by ${writer} (Node)`;
  return report(title, files, 9, [5.5, 8, 8]);
}

export function benchMillionCells(): Promise<Report> {
  const bytes = millionCells();
  const title = `Reading a sheet of 1 million cells, ${(bytes.length / 2 ** 20).toFixed(1)} MB (Node)`;
  return report(title, [bytes], 3, [5.5, 8, 8]);
}

async function report(
  title: string,
  files: readonly Uint8Array[],
  rounds: number,
  [most, overSheetJs, overExcelJs]: readonly [number, number, number],
): Promise<Report> {
  const counts = new Map<string, number>();
  const contenders: Contender[] = Object.entries(READERS).map(([name, reader]) => ({
    name,
    run: async () => counts.set(name, await readAll(reader, files)),
  }));
  const times = await medians(contenders, rounds);
  if (counts.get(OURS) !== counts.get("this reader, fflate")) throw new Error("our two ways differ");
  const of = (name: string): number => times.get(name)! / files.length;
  const gates: Gate[] = [
    { what: "this reader beside inflating", ratio: of(OURS) / of(INFLATE), most },
    { what: "@e965/xlsx beside this reader", ratio: of(SHEET_JS) / of(OURS), least: overSheetJs },
    { what: "exceljs beside this reader", ratio: of(EXCEL_JS) / of(OURS), least: overExcelJs },
  ];
  const rows = Object.keys(READERS).map((name) => [
    name,
    of(name).toFixed(2),
    (of(name) / of(INFLATE)).toFixed(1),
    name.startsWith("inflate") ? "" : counts.get(name)!,
    memoryOf(name, files),
  ]);
  return { title, columns: ["", "ms a file", "× inflate", "cells", "peak MB"], rows, gates };
}

export async function readAll(reader: Reader, files: readonly Uint8Array[]): Promise<number> {
  let count = 0;
  for (const bytes of files) count += await reader(bytes);
  return count;
}
