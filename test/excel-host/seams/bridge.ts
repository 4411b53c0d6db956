import type { JsonObject } from "../protocol/messages";
import { entriesFor } from "./event-messages";
import type { SimulatedHost, TransportError } from "./host";

/** The library's own native bridge: it sends text to the host and is called with text from the host. */
export interface NativeBridge {
  sendMessageToHost(text: string): void;
  /** Set by `HostBridge.init`. */
  onMessageFromHost?: (text: string) => void;
}

interface BridgeRequest {
  readonly id: number;
  readonly type: number;
  readonly flags: number;
  readonly message?: { readonly body: string | JsonObject };
}

const REQUEST = 1;
const RESPONSE = 2;
const EVENT = 3;

/** The bridge between the client library and our host; JSON text both ways, so sizes and shapes are the real ones. */
export function createBridge(host: SimulatedHost): NativeBridge {
  const bridge: NativeBridge = {
    sendMessageToHost: (text) => void answer(host, JSON.parse(text) as BridgeRequest).then(send),
  };
  function send(message: string): void {
    bridge.onMessageFromHost?.(message);
  }
  host.book.events.listen((event) => {
    const entries = entriesFor(host, event);
    // After the response of the batch that caused it, as Excel does.
    if (entries.length > 0)
      queueMicrotask(() => queueMicrotask(() => send(JSON.stringify({ type: EVENT, message: { entries } }))));
  });
  return bridge;
}

/** The message to be sent; the host's answer is text already, and is in it as it is. */
async function answer(host: SimulatedHost, request: BridgeRequest): Promise<string> {
  if (request.type !== REQUEST || !request.message) return response(request.id, 200, "{}");
  const { body } = request.message;
  const reply = await host.handle(typeof body === "string" ? body : JSON.stringify(body), request.flags);
  return reply.ok
    ? response(request.id, 200, reply.text)
    : response(request.id, 400, JSON.stringify({ error: transportError(reply.code) }));
}

function response(id: number, statusCode: number, body: string): string {
  return `{"id":${id},"type":${RESPONSE},"message":{"statusCode":${statusCode},"headers":{},"body":${body}}}`;
}

const MESSAGES: Readonly<Record<TransportError, string>> = {
  RequestPayloadSizeLimitExceeded: "The request payload size has exceeded the limit.",
  ResponsePayloadSizeLimitExceeded: "The response payload size has exceeded the limit.",
  InvalidOperationInCellEditMode: "Excel is in cell-editing mode. Please exit the edit mode and try again.",
  GeneralException: "There was an internal error while processing the request.",
};

function transportError(code: TransportError): JsonObject {
  return { code, message: MESSAGES[code] };
}
