/**
 * A worker for a worker that may start none, as in Safari before 16.4 (`Worker` is not defined there): the page starts
 * it and passes on what the two say to each other. So a file that hangs is stopped in time there too.
 */

/** Asks the page for a worker; the port that comes along leads to it. */
const REQUEST = "start a worker that reads files";

/** From the lent worker to who borrowed it. */
type Said = { readonly data: unknown } | { readonly error: string };

/** The members of a worker that the reader uses. */
export type BorrowedWorker = Pick<
  Worker,
  "onmessage" | "onmessageerror" | "onerror" | "postMessage" | "terminate"
>;

/** In the worker: one that the page starts. */
export function borrowWorker(page: Pick<Worker, "postMessage">): BorrowedWorker {
  const { port1: port, port2 } = new MessageChannel();
  const worker: BorrowedWorker = {
    onmessage: null,
    onmessageerror: null,
    onerror: null,
    postMessage: (message: unknown, transfer: unknown) =>
      port.postMessage(message, transfer as Transferable[]),
    terminate: () => {
      port.postMessage(null);
      port.close();
    },
  };
  const self = worker as Worker;
  port.onmessage = ({ data }: MessageEvent<Said>) => {
    if ("error" in data) self.onerror?.(new ErrorEvent("error", { message: data.error }));
    else self.onmessage?.(new MessageEvent("message", { data: data.data }));
  };
  port.onmessageerror = (event) => self.onmessageerror?.(event);
  page.postMessage(REQUEST, [port2]);
  return worker;
}

/** In the page: starts a worker whenever `borrower` asks for one. */
export function lendWorkers(borrower: Pick<Worker, "addEventListener">, start: () => Worker): void {
  borrower.addEventListener("message", (event) => {
    const { data, ports } = event as MessageEvent<unknown>;
    if (data === REQUEST && ports[0]) join(ports[0], start);
  });
}

function join(port: MessagePort, start: () => Worker): void {
  const say = (said: Said): void => port.postMessage(said);
  try {
    const worker = start();
    worker.onmessage = ({ data }) => say({ data });
    worker.onmessageerror = () => say({ error: "message" });
    worker.onerror = ({ message }) => say({ error: message });
    port.onmessage = ({ data }) => {
      if (data !== null) return worker.postMessage(data);
      worker.terminate();
      port.close();
    };
  } catch (error) {
    say({ error: String(error) });
  }
}
