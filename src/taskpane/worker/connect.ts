/** Starts the round's worker and speaks with it. */
import { proxy, wrap } from "comlink";
import type { Engine } from "./engine";
import { EngineDied } from "./engine-died";
import type { LastYearOutcome, RoundService } from "./round-service";

/** The engine in a worker of its own. A call rejects with {@link EngineDied} where the worker cannot start or dies. */
export function connectEngine(): Engine {
  const worker = new Worker(new URL("./round-worker.ts", import.meta.url));
  const died = new Promise<never>((_, reject) => {
    worker.onerror = (event) => reject(new EngineDied(event.message ?? ""));
  });
  // Nobody may be waiting when it dies; the next call is told.
  died.catch(() => undefined);
  const alive = <T>(answer: Promise<T>): Promise<T> => Promise.race([answer, died]);
  const remote = wrap<RoundService>(worker);
  return {
    addFiles: (files, onProgress) => alive(remote.addFiles([...files], proxy(onProgress))),
    cancel: () => alive(remote.cancel()),
    addOpen: (workbook) => alive(remote.addOpen(workbook)),
    remove: (file) => alive(remote.remove(file)),
    clear: () => alive(remote.clear()),
    setLastYear: (file) => alive<LastYearOutcome>(remote.setLastYear(file)),
    setHoldBack: (holdBack) => alive(remote.setHoldBack(holdBack)),
    view: () => alive(remote.view()),
    countySheets: () => alive(remote.countySheets()),
    ownSheets: (workbook) => alive(remote.ownSheets(workbook)),
    countyPlan: (locale) => alive(remote.countyPlan(locale)),
    returnMaterials: (units, locale, onProgress) =>
      alive(remote.returnMaterials([...units], locale, proxy(onProgress))),
    returnSheets: (units, locale) => alive(remote.returnSheets([...units], locale)),
    returnTexts: (units, locale) => alive(remote.returnTexts([...units], locale)),
    sendBack: (units) => alive(remote.sendBack([...units])),
    sourceView: (place, locale) => alive(remote.sourceView(place, locale)),
    countyFile: (locale) => alive(remote.countyFile(locale)),
  };
}
