import type { SimulatedExcel } from "../person/simulated-excel";
import { entriesFor } from "./event-messages";
import type { TransportError } from "./host";
import { supportedSets } from "./requirements";

/** What a VB SafeArray looks like to office.js. */
interface SafeArray {
  toArray(): unknown[];
  dimensions(): number;
}

type Answer = (result: SafeArray, status?: number) => void;
type EventHandler = (id: number, message: SafeArray) => void;

/** The object that desktop Excel puts at `window.external` of a task pane, as far as office.js asks for it. */
export interface OfficeExternal {
  GetHostInfo(): string;
  GetLoggingAllowed(): boolean;
  GetContext(): object;
  Execute(command: number, parameters: readonly unknown[][], answer: Answer): void;
  RegisterEvent(id: number, target: string, handler: EventHandler, answer: Answer): void;
  UnregisterEvent(id: number, target: string, answer: Answer): void;
}

/** Command and event numbers of office.js: `OSF.DDA.MethodDispId`, `EventDispId`. */
const RICH_API = 93;
const RICH_API_MESSAGE = 33;
const COMMAND_INVOKED = 39;
const COMMAND_COMPLETED = 94;

/** Result codes of office.js by which the transport reports: `OSF.DDA.ErrorCodeManager.errorCodes`. */
const RESULT_CODES: Readonly<Record<TransportError, number>> = {
  RequestPayloadSizeLimitExceeded: 5103,
  ResponsePayloadSizeLimitExceeded: 5104,
  InvalidOperationInCellEditMode: 5004,
  GeneralException: 5001,
};
const NOT_SUPPORTED = 5000;

export interface ExternalOptions {
  /** `#RRGGBB`; a light theme if absent. */
  readonly theme?: { readonly background: string; readonly text: string };
}

/**
 * Makes `window.external` for an unmodified office.js: Office.onReady, Office.context, requirement sets,
 * document.settings, Excel.run and events then work as in desktop Excel. To be put in place before office.js loads.
 */
export function createExternal(excel: SimulatedExcel, options: ExternalOptions = {}): OfficeExternal {
  const handlers = new Map<string, EventHandler>();
  const context = createContext(excel, options);
  excel.workbook.listen((event) => {
    const handler = handlers.get(`${RICH_API_MESSAGE}|`);
    const entries = entriesFor(excel.host, event).map((entry) => safeArray([...entry, false]));
    if (handler && entries.length > 0) {
      queueMicrotask(() => handler(RICH_API_MESSAGE, safeArray(entries)));
    }
  });
  return {
    GetHostInfo: () => `Excel$Win32$16.01$${excel.language}$$$disableLogging$0`,
    GetLoggingAllowed: () => false,
    GetContext: () => context,
    Execute: (command, parameters, answer) => void execute(excel, command, parameters, answer),
    RegisterEvent: (id, target, handler, answer) => {
      handlers.set(`${id}|${target}`, handler);
      queueMicrotask(() => answer(safeArray([0])));
      if (id !== COMMAND_INVOKED) return;
      excel.host.calls.pageIsReady((command, name) =>
        handler(id, safeArray([command, name, JSON.stringify({ source: { id: command } })])),
      );
    },
    UnregisterEvent: (id, target, answer) => {
      handlers.delete(`${id}|${target}`);
      queueMicrotask(() => answer(safeArray([0])));
    },
  };
}

/** Puts it in place; browsers have a nearly empty `external` of their own. */
export function installExternal(target: object, external: OfficeExternal): void {
  Object.defineProperty(target, "external", { value: external, configurable: true, writable: true });
}

async function execute(
  excel: SimulatedExcel,
  command: number,
  parameters: readonly unknown[][],
  answer: Answer,
): Promise<void> {
  // [customData, method, path, headers, body, …, flags, …]
  const [, , , , body, , flags] = parameters[0] ?? [];
  if (command === COMMAND_COMPLETED) {
    const [id, result] = parameters as readonly unknown[] as [string, number];
    excel.host.calls.completed(id, result);
    await Promise.resolve();
    return answer(safeArray([0, null]));
  }
  if (command !== RICH_API || typeof body !== "string") {
    excel.host.unimplemented.add(`window.external.Execute(${command})`);
    await Promise.resolve();
    return answer(safeArray([NOT_SUPPORTED, null]));
  }
  const reply = await excel.host.handle(body, typeof flags === "number" ? flags : 0);
  if (reply.ok) answer(safeArray([0, safeArray([200, safeArray([]), reply.text])]), 0);
  else answer(safeArray([RESULT_CODES[reply.code], null]));
}

function createContext(excel: SimulatedExcel, { theme }: ExternalOptions): object {
  const matrix = Object.fromEntries(
    Object.entries(supportedSets(excel.host.apiLevel, excel.host.sharedRuntime)).map(([set, version]) => [
      set.toLowerCase(),
      version,
    ]),
  );
  const background = colorNumber(theme?.background ?? "#FFFFFF");
  const text = colorNumber(theme?.text ?? "#000000");
  return {
    GetAppType: () => 1,
    GetSolutionRef: () => "simulated-add-in",
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 1,
    GetAppUILocale: () => excel.language,
    GetAppDataLocale: () => excel.language,
    GetDocUrl: () => `C:\\Users\\demo\\${excel.workbook.name}`,
    GetAppCapabilities: () => 0,
    GetActivationMode: () => 1,
    GetControlIntegrationLevel: () => 1,
    GetSolutionToken: () => "",
    GetCorrelationId: () => "00000000-0000-0000-0000-000000000001",
    GetInstanceId: () => "simulated-instance",
    GetTouchEnabled: () => false,
    GetCommerceAllowed: () => true,
    GetSupportedMatrix: () => JSON.stringify(matrix),
    GetHostFullVersion: () => "16.0.17328.20162",
    GetHostCustomMessage: () => undefined,
    GetFeaturesForSolution: () => "{}",
    GetInitialDisplayMode: () => 2,
    GetOfficeThemeInfo: () =>
      JSON.stringify({
        bodyBackgroundColor: background,
        bodyForegroundColor: text,
        controlBackgroundColor: background,
        controlForegroundColor: text,
      }),
    GetSettings: () => settingsStore(excel),
  };
}

/** `Office.context.document.settings`: read as a whole at the start, written as a whole by `saveAsync`. */
function settingsStore({ documentSettings }: SimulatedExcel): object {
  return {
    Read: (keys: string[], values: string[]) => {
      for (const [key, value] of documentSettings) {
        keys.push(key);
        values.push(value);
      }
    },
    Write: (keys: readonly string[], values: readonly string[]) => {
      documentSettings.clear();
      keys.forEach((key, i) => documentSettings.set(key, values[i]!));
    },
  };
}

function safeArray(items: unknown[]): SafeArray {
  return { toArray: () => items, dimensions: () => 1 };
}

function colorNumber(color: string): number {
  return Number.parseInt(color.slice(1), 16);
}
