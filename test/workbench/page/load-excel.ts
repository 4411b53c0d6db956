/** The simulated Excel in the browser: formula engine and metadata come from the demo's own server. */
import init, { Model } from "@ironcalc/wasm";
import { createIronCalculator } from "../../excel-host/book/ironcalc";
import type { Metadata } from "../../excel-host/metadata/metadata";
import { addInOf, Ribbon } from "../../excel-host/person/ribbon";
import { SimulatedExcel } from "../../excel-host/person/simulated-excel";
import { supportedSets } from "../../excel-host/seams/requirements";

export async function loadExcel(): Promise<SimulatedExcel> {
  const [metadata] = await Promise.all([
    fetchJson<Metadata>("metadata.json"),
    init({ module_or_path: "ironcalc.wasm" }),
  ]);
  return new SimulatedExcel({ metadata, calculator: createIronCalculator({ Model }) });
}

/** Its buttons, by the manifest that is built beside the pane. */
export async function loadRibbon({ host }: SimulatedExcel): Promise<Ribbon> {
  const xml = await (await fetch("pane/manifest.xml")).text();
  const manifest = new DOMParser().parseFromString(xml, "text/xml");
  return new Ribbon(addInOf(manifest, supportedSets(host.apiLevel, host.sharedRuntime)), host.calls);
}

async function fetchJson<T>(path: string): Promise<T> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return (await response.json()) as T;
}
