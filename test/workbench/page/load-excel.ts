/** The simulated Excel in the browser: formula engine and metadata come from the demo's own server. */
import init, { Model } from "@ironcalc/wasm";
import { createIronCalculator } from "../../excel-host/book/ironcalc";
import type { Metadata } from "../../excel-host/metadata/metadata";
import { SimulatedExcel } from "../../excel-host/person/simulated-excel";

export async function loadExcel(): Promise<SimulatedExcel> {
  const [metadata] = await Promise.all([fetchJson<Metadata>("metadata.json"), init()]);
  return new SimulatedExcel({ metadata, calculator: createIronCalculator({ Model }) });
}

async function fetchJson<T>(path: string): Promise<T> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return (await response.json()) as T;
}
