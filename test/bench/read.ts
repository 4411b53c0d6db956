/** Reading in Node: the sample submissions, and a sheet of a million cells. */
import { nodeInflate } from "../../src/files/read/node-inflate";
import { browserInflate } from "../../src/files/read/browser-inflate";
import { excelJs } from "./exceljs";
import type { Gate, Report } from "./measure";
import { inOwnProcess } from "./own-process";
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
  return report(title, files, { rounds: 5, passes: 9 });
}

export async function benchMillionCells(): Promise<Report> {
  const bytes = millionCells();
  const title = `Reading a sheet of 1 million cells, ${(bytes.length / 2 ** 20).toFixed(1)} MB (Node)`;
  return report(title, [bytes], { rounds: 3, passes: 2 });
}

function report(
  title: string,
  files: readonly Uint8Array[],
  often: { readonly rounds: number; readonly passes: number },
): Report {
  const results = inOwnProcess(Object.keys(READERS), files, often);
  const of = (name: string): number => results.get(name)!.time / files.length;
  const cells = (name: string): number => results.get(name)!.cells;
  if (cells(OURS) !== cells("this reader, fflate")) throw new Error("our two ways differ");
  const gates: Gate[] = [
    { what: "this reader beside inflating", ratio: of(OURS) / of(INFLATE), most: 5.5 },
    { what: "@e965/xlsx beside this reader", ratio: of(SHEET_JS) / of(OURS), least: 8 },
    { what: "exceljs beside this reader", ratio: of(EXCEL_JS) / of(OURS), least: 8 },
  ];
  const rows = Object.keys(READERS).map((name) => [
    name,
    of(name).toFixed(2),
    (of(name) / of(INFLATE)).toFixed(1),
    name.startsWith("inflate") ? "" : cells(name),
    results.get(name)!.peak,
  ]);
  return { title, columns: ["", "ms a file", "× inflate", "cells", "peak MB"], rows, gates };
}

export async function readAll(reader: Reader, files: readonly Uint8Array[]): Promise<number> {
  let count = 0;
  for (const bytes of files) count += await reader(bytes);
  return count;
}
