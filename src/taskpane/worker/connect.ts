/** Starts the session's worker and speaks with it. */
import { proxy, wrap } from "comlink";
import { lendWorkers } from "../../files/lent-worker";
import type { Engine } from "./engine";
import { EngineDied } from "./engine-died";
import type { CountyOutcome, SessionService } from "../../app/session-service";
import type { DraftOutcome } from "../../app/report-view";
import type { TemplateCheck } from "../../app/template-desk";

/** The engine in a worker of its own. A call rejects with {@link EngineDied} where the worker cannot start or dies. */
export function connectEngine(): Engine {
  const worker = new Worker(new URL("./session-worker.ts", import.meta.url));
  lendWorkers(worker, () => new Worker(new URL("../../files/browser-worker.ts", import.meta.url)));
  const died = new Promise<never>((_, reject) => {
    worker.onerror = (event) => reject(new EngineDied(event.message ?? ""));
  });
  // Nobody may be waiting when it dies; the next call is told.
  died.catch(() => undefined);
  const alive = <T>(answer: Promise<T>): Promise<T> => Promise.race([answer, died]);
  const remote = wrap<SessionService>(worker);
  return {
    addFiles: (files, onProgress) => alive(remote.addFiles([...files], proxy(onProgress))),
    cancel: () => alive(remote.cancel()),
    addOpen: (workbook) => alive(remote.addOpen(workbook)),
    remove: (file) => alive(remote.remove(file)),
    clear: () => alive(remote.clear()),
    setLastYear: (file) => alive<CountyOutcome>(remote.setLastYear(file)),
    meetOpen: (workbook) => alive(remote.meetOpen(workbook)),
    resume: (file) => alive<CountyOutcome>(remote.resume(file)),
    compareWith: (file) => alive<CountyOutcome>(remote.compareWith(file)),
    leave: (file) => alive(remote.leave(file)),
    takeAdjustments: (workbook) => alive(remote.takeAdjustments(workbook)),
    setHoldBack: (holdBack) => alive(remote.setHoldBack(holdBack)),
    accept: (findings) => alive(remote.accept([...findings])),
    explain: (finding, text) => alive(remote.explain(finding, text)),
    acceptAnswer: (finding) => alive(remote.acceptAnswer(finding)),
    confirm: (finding) => alive(remote.confirm(finding)),
    countAnyway: (file) => alive(remote.countAnyway(file)),
    choose: (unit, file) => alive(remote.choose(unit, file)),
    withdraw: (decisions) => alive(remote.withdraw([...decisions])),
    compare: (unit) => alive(remote.compare(unit)),
    view: () => alive(remote.view()),
    countySheets: () => alive(remote.countySheets()),
    ownSheets: (workbook) => alive(remote.ownSheets(workbook)),
    countyPlan: (locale) => alive(remote.countyPlan(locale)),
    returnMaterials: (units, locale, onProgress) =>
      alive(remote.returnMaterials([...units], locale, proxy(onProgress))),
    returnSheets: (units, locale) => alive(remote.returnSheets([...units], locale)),
    returnTexts: (units, locale) => alive(remote.returnTexts([...units], locale)),
    sendBack: (units, day) => alive(remote.sendBack([...units], day)),
    sourceView: (place, locale) => alive(remote.sourceView(place, locale)),
    countyFile: (locale) => alive(remote.countyFile(locale)),
    report: () => alive(remote.report()),
    reportDocument: () => alive(remote.reportDocument()),
    checkText: (text) => alive(remote.checkText(text)),
    readTextDocument: (file) => alive<DraftOutcome>(remote.readTextDocument(file)),
    templateState: () => alive(remote.templateState()),
    checkTemplate: (file) => alive<TemplateCheck>(remote.checkTemplate(file)),
    checkOpenTemplate: (workbook) => alive<TemplateCheck>(remote.checkOpenTemplate(workbook)),
    addRules: (text) => alive(remote.addRules(text)),
    adoptTemplate: (today) => alive(remote.adoptTemplate(today)),
    restoreTemplates: (text) => alive(remote.restoreTemplates(text)),
    keptTemplates: (stored) => alive(remote.keptTemplates(stored)),
    proposeKeptTemplate: (at) => alive<TemplateCheck | null>(remote.proposeKeptTemplate(at)),
    keepTemplate: (today) => alive(remote.keepTemplate(today)),
    discardTemplate: () => alive(remote.discardTemplate()),
    backToBuiltIn: () => alive(remote.backToBuiltIn()),
    tryTemplate: () => alive(remote.tryTemplate()),
    rollTemplate: (period, today) => alive(remote.rollTemplate(period, today)),
    templatePlan: (locale) => alive(remote.templatePlan(locale)),
    templateFile: (locale) => alive(remote.templateFile(locale)),
    templateSheets: (workbook) => alive(remote.templateSheets(workbook)),
    blankPlan: (unit, period) => alive(remote.blankPlan(unit, period)),
    issueBlanks: (period, onProgress) => alive(remote.issueBlanks(period, proxy(onProgress))),
  };
}
