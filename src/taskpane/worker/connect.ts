/** Starts the session's worker and speaks with it. */
import { proxy, wrap } from "comlink";
import { lendWorkers } from "../../files/lent-worker";
import type { Engine } from "./engine";
import { EngineDied } from "./engine-died";
import { viewReceiver } from "./view-parts";

type Remote = Readonly<Record<string, (...given: unknown[]) => Promise<unknown>>>;

/** The engine in a worker of its own. A call rejects with {@link EngineDied} where the worker cannot start or dies. */
export function connectEngine(): Engine {
  const worker = new Worker(
    /* webpackChunkName: "session-worker" */ new URL("./session-worker.ts", import.meta.url),
  );
  lendWorkers(worker, () => new Worker(new URL("../../files/browser-worker.ts", import.meta.url)));
  const died = new Promise<never>((_, reject) => {
    worker.onerror = (event) => reject(new EngineDied(event.message ?? ""));
  });
  // Nobody may be waiting when it dies; the next call fails.
  died.catch(() => undefined);
  const views = viewReceiver();
  worker.addEventListener("message", ({ data }) => views.take(data));
  return bridge(wrap(worker) as unknown as Remote, died, views.viewOf);
}

/** Every call of the other side under its own name. A function that is handed over, as for progress, is called here. */
export function bridge(
  remote: Remote,
  died: Promise<never>,
  read: (answer: unknown) => unknown = (answer) => answer,
): Engine {
  const call =
    (name: string) =>
    (...given: unknown[]): Promise<unknown> =>
      Promise.race([remote[name]!(...given.map(postable)), died]).then(read);
  return new Proxy({} as Engine, {
    // A promise is known by its `then`, and the engine is none: what answers with it would wait for ever.
    get: (_, name) => (typeof name === "string" && name !== "then" ? call(name) : undefined),
  });
}

function postable(given: unknown): unknown {
  return typeof given === "function" ? proxy(given as () => unknown) : given;
}
