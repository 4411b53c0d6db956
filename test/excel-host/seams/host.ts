import type { Book } from "../book/book";
import type { ClassMetadata, Metadata } from "../metadata/metadata";
import { workbook } from "../model/workbook";
import { ProtocolEngine } from "../protocol/engine";
import type { EngineHost } from "../protocol/members";
import { ActionType, type RequestBody, type ResponseBody } from "../protocol/messages";
import { defineClass, type ServerObject } from "../protocol/server-object";
import { FunctionCalls } from "./function-calls";
import { Switches, WEB_PAYLOAD_LIMIT } from "./switches";

/** One request that reached Excel: what `context.sync()` sends. */
export interface Batch {
  /** Size of the request as it travels, in bytes of UTF-8. */
  readonly requestBytes: number;
  readonly responseBytes: number;
  readonly actions: number;
  /** Sent by the library itself at the end of `Excel.run` to let go of objects; not a sync of the add-in. */
  readonly isCleanUp: boolean;
  /** The code of the error that it ended with. */
  readonly error?: string;
}

/** What a seam sends back: the response, or an error of the transport. */
export type Reply =
  | { readonly ok: true; readonly body: ResponseBody; readonly text: string }
  | { readonly ok: false; readonly code: TransportError };

export type TransportError =
  | "RequestPayloadSizeLimitExceeded"
  | "ResponsePayloadSizeLimitExceeded"
  | "InvalidOperationInCellEditMode"
  | "GeneralException";

/** The request flag of `Excel.run({ delayForCellEdit: true }, …)`, as the library sends it. */
const DELAY_FOR_CELL_EDIT = 64;

/** Classes of office.js that the documentation does not have. */
const ADDIN_SERVICE: ClassMetadata = {
  name: "AddinInternalService",
  members: { notifyActionHandlerReady: { kind: "method", api: "", parameters: [] } },
};

const RUNTIME_SERVICE: ClassMetadata = {
  name: "AppRuntimeService",
  members: {
    getAppRuntimeState: { kind: "method", api: "", parameters: [] },
    setAppRuntimeState: {
      kind: "method",
      api: "",
      parameters: [{ name: "appRuntimeState", optional: false }],
    },
  },
};

/** `Excel.createWorkbook()` calls members that the documentation leaves out. */
function withCreatedWorkbooks({ Application, WorkbookCreated, ...rest }: Metadata): Metadata {
  const added = { kind: "method", api: "ExcelApi 1.8", returns: "WorkbookCreated", parameters: [] } as const;
  const opened = { kind: "method", api: "ExcelApi 1.8", parameters: [] } as const;
  return {
    ...rest,
    Application: { ...Application!, members: { ...Application!.members, createWorkbook: added } },
    WorkbookCreated: { ...WorkbookCreated!, members: { ...WorkbookCreated!.members, open: opened } },
  };
}

/** The shared page, shown or hidden: what `Office.addin.showAsTaskpane()` asks. */
const runtimeService = defineClass<FunctionCalls>({
  className: "AppRuntimeService",
  methods: {
    setAppRuntimeState: (calls, args) => {
      if (args.text(0) === "Visible") calls.onShow();
    },
  },
});

const addinService = defineClass<null>({
  className: "AddinInternalService",
  methods: { notifyActionHandlerReady: () => undefined },
});

/** The simulated Excel as both seams see it: requests come in as text, replies go out. */
export class SimulatedHost implements EngineHost {
  readonly switches = new Switches();
  /** Of the ribbon to the page. */
  readonly calls = new FunctionCalls();
  /** Every request in order. */
  readonly batches: Batch[] = [];
  readonly unimplemented = new Set<string>();
  private readonly registrations = new Set<string>();
  private readonly batchListeners = new Set<() => void>();
  private readonly engine: ProtocolEngine;

  readonly metadata: Metadata;

  constructor(
    readonly book: Book,
    metadata: Metadata,
    public apiLevel: string,
    readonly sharedRuntime = true,
  ) {
    this.metadata = {
      ...withCreatedWorkbooks(metadata),
      AddinInternalService: ADDIN_SERVICE,
      AppRuntimeService: RUNTIME_SERVICE,
    };
    this.engine = new ProtocolEngine(this);
  }

  /** The requests that the add-in's own `sync()` calls sent. */
  get syncs(): readonly Batch[] {
    return this.batches.filter((batch) => !batch.isCleanUp);
  }

  /** Objects that the add-in holds beyond its batches; more than none after `Excel.run` is a leak. */
  get keptReferences(): number {
    return this.engine.keptReferences;
  }

  root(): ServerObject {
    return workbook(this.book);
  }

  createTopLevel(name: string): ServerObject | undefined {
    // office.js announces itself with this right after Office.onReady.
    if (name === "Microsoft.InternalService.AddinInternalService") return addinService(null);
    return name === "Microsoft.AppRuntime.AppRuntimeService" ? runtimeService(this.calls) : undefined;
  }

  setEventRegistration(target: string, event: string, registered: boolean): void {
    if (registered) this.registrations.add(`${target}|${event}`);
    else this.registrations.delete(`${target}|${event}`);
  }

  refusalOf(method: string): string | undefined {
    return this.switches.refusalOf(method);
  }

  isRegistered(target: string, event: string): boolean {
    return this.registrations.has(`${target}|${event}`);
  }

  /** Answers one request. */
  async handle(bodyText: string, flags: number): Promise<Reply> {
    if (this.switches.isEditingCell && (flags & DELAY_FOR_CELL_EDIT) !== 0)
      await this.switches.untilCellEditEnds();
    await this.switches.untilReleased();
    const requestBytes = byteLength(bodyText);
    const body = JSON.parse(bodyText) as RequestBody;
    const reply = this.answer(body, requestBytes);
    const error = reply.ok ? reply.body.Error?.Code : reply.code;
    this.batches.push({
      requestBytes,
      responseBytes: reply.ok ? byteLength(reply.text) : 0,
      actions: body.Actions.length,
      isCleanUp: isCleanUp(body),
      ...(error === undefined ? {} : { error }),
    });
    for (const listener of this.batchListeners) listener();
    return reply;
  }

  /** Calls back after every request, when what it changed can be seen. @returns a function that ends it. */
  listen(listener: () => void): () => void {
    this.batchListeners.add(listener);
    return () => this.batchListeners.delete(listener);
  }

  private answer(request: RequestBody, requestBytes: number): Reply {
    const limit = this.book.platform === "web" ? WEB_PAYLOAD_LIMIT : Infinity;
    if (this.switches.isEditingCell) return { ok: false, code: "InvalidOperationInCellEditMode" };
    if (requestBytes > limit) return { ok: false, code: "RequestPayloadSizeLimitExceeded" };
    const body = this.run(request);
    const text = JSON.stringify(body);
    if (byteLength(text) > limit) return { ok: false, code: "ResponsePayloadSizeLimitExceeded" };
    return { ok: true, body, text };
  }

  private run(body: RequestBody): ResponseBody {
    const failure = this.switches.takeFailure();
    if (failure?.when === "before") return failed(failure.code, 0);
    const stopAfter = failure ? Math.floor(body.Actions.length / 2) : Infinity;
    try {
      return this.engine.execute(body, stopAfter, failure?.code);
    } finally {
      this.book.calculationSuspended = false;
    }
  }
}

function isCleanUp({ Actions }: RequestBody): boolean {
  const methods = Actions.filter((action) => action.ActionType === ActionType.method);
  return methods.length > 0 && methods.every((action) => action.Name === "_RemoveReference");
}

function failed(code = "GeneralException", index: number): ResponseBody {
  const Error = {
    Code: code,
    Message: "The sync was made to fail.",
    Location: null,
    ActionIndex: index,
    HttpStatusCode: null,
  };
  return { Error, Results: [], TraceIds: [] };
}

/** Bytes of UTF-8, counted without a copy; not every page has a TextEncoder. */
function byteLength(text: string): number {
  let bytes = text.length;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0x7f) bytes++;
    // Two halves of a surrogate pair make four bytes together, any other character of this size three.
    if (code > 0x7ff && (code < 0xd800 || code > 0xdfff)) bytes++;
  }
  return bytes;
}
