/** The pane as a person meets it: over the real session, an invented Excel, and a shelf of files. */
import "./browser-globals";
import { createDOMRenderer, RendererProvider } from "@fluentui/react-components";
import * as React from "react";
import { configure, render, screen, waitFor, within } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import { RibbonRequests, type RibbonAction } from "../../src/taskpane/ribbon-requests";
import type { Locale } from "../../src/locales";
import { App } from "../../src/taskpane/App";
import type { PaneStorage, PaneTools } from "../../src/taskpane/pane-tools";
import { Shell } from "../../src/taskpane/Shell";
import type { Host } from "../../src/taskpane/usePane";
import type { Engine, EngineCalls } from "../../src/taskpane/worker/engine";
import type { Template } from "../../src/template/template";
import { MemoryStore } from "../app/memory-store";
import { savedCalls } from "../app/session-calls";
import { FakeWorkbook } from "./a-workbook";
import { fullShelf, given, template, UNITS, type ShelfReader } from "./a-county";

// Nothing in the pane hides what is in it; asking jsdom for styles again and again takes most of the time.
configure({ defaultHidden: true });
Object.defineProperty(HTMLInputElement.prototype, "webkitdirectory", { value: false, writable: true });
Object.assign(window, {
  matchMedia: () => ({
    matches: false,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }),
});

/** Over its limit React takes no stack trace for each element that is made, which is not read here. */
const { __CLIENT_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE: internals } =
  React as unknown as Record<string, object>;
Object.defineProperty(internals, "recentlyCreatedOwnerStacks", { get: () => Infinity, set: () => undefined });

/**
 * Fluent's styles as far as they hide or lock something. jsdom lays nothing out, and tries every rule on every element
 * that it is asked about: with all of them that would be most of a test's time.
 */
const HIDES =
  /\b(display\s*:\s*none|visibility\s*:\s*(hidden|collapse)|opacity\s*:\s*0|pointer-events\s*:\s*none)\b/;
const styles = createDOMRenderer(document, { unstable_filterCSSRule: (rule) => HIDES.test(rule) });

export interface PaneOptions {
  readonly host?: Host;
  readonly locale?: Locale;
  /** The button of the ribbon that opened it. */
  readonly action?: RibbonAction;
  readonly shelf?: ShelfReader;
  readonly workbook?: FakeWorkbook;
  readonly engine?: Partial<Engine>;
  /** Where it stores what must survive; absent: nowhere. */
  readonly store?: MemoryStore;
  readonly storage?: PaneStorage;
  /** That of the small county if absent. */
  readonly template?: Template;
  readonly tools?: Partial<PaneTools>;
}

export interface OpenedPane {
  readonly user: UserEvent;
  readonly workbook: FakeWorkbook;
  readonly ribbon: RibbonRequests;
  readonly shelf: ShelfReader;
  readonly saved: { name: string; bytes: Uint8Array }[];
  readonly copied: string[];
  /** What was copied with its look. */
  readonly copiedHtml: string[];
  readonly container: HTMLElement;
  /** Closes it. */
  unmount(): void;
}

const STORAGE: PaneStorage = {
  partition: "",
  product: "1.0.0",
  oldTemplates: { load: () => null, remove: () => undefined },
};

/** Opens the pane and waits until it is ready for work. */
export async function openPane(options: PaneOptions = {}): Promise<OpenedPane> {
  const { host = "excel", locale = "zh-CN", shelf = fullShelf(), workbook = new FakeWorkbook() } = options;
  const saved: OpenedPane["saved"] = [];
  const copied: string[] = [];
  const copiedHtml: string[] = [];
  const ribbon = new RibbonRequests();
  if (options.action) ribbon.ask(options.action);
  const window = (options.store ?? new MemoryStore()).window();
  const tools: PaneTools = {
    ribbon,
    engine: {
      ...inProcess(savedCalls(options.template ?? template, shelf, () => window)),
      ...options.engine,
    },
    ...(options.store ? { storage: options.storage ?? STORAGE } : {}),
    workbook: host === "excel" ? workbook : null,
    samples: async () => ({
      submissions: UNITS.map((unit) => given(`${unit}.xlsx`)),
      lastYear: given("2019.xlsx"),
    }),
    otherSamples: async () => [],
    save: (bytes, name) => saved.push({ bytes, name }),
    copy: async (text, html) => {
      if (html !== undefined) copiedHtml.push(html);
      return copied.push(text) > 0;
    },
    ...options.tools,
  };
  const user = userEvent.setup();
  const rendered = render(
    <RendererProvider renderer={styles}>
      <Shell hostIsDark={() => false}>
        <App host={host} locale={locale} version="0.1.0" tools={tools} />
      </Shell>
    </RendererProvider>,
  );
  await idle();
  const unmount = (): void => {
    rendered.unmount();
    window.close();
  };
  const { container } = rendered;
  return { user, workbook, ribbon, shelf, saved, copied, copiedHtml, container, unmount };
}

/** The engine without its worker. */
function inProcess(session: EngineCalls): Engine {
  const calls = Object.entries(session).map(([name, call]) => [
    name,
    async (...given: unknown[]) => (call as (...given: unknown[]) => unknown)(...given),
  ]);
  return Object.fromEntries(calls) as Engine;
}

/** Waits until nothing is under way any more, and the station, which may have to be fetched, is on the screen. */
export async function idle(): Promise<void> {
  await waitFor(() => expect(main()).toHaveAttribute("aria-busy", "false"), { timeout: 20_000 });
  await waitFor(() => expect(main()).not.toBeEmptyDOMElement(), { timeout: 20_000 });
}

export const main = (): HTMLElement => screen.getByRole("main");

export const button = (name: string | RegExp): HTMLElement => screen.getByRole("button", { name });

/** Presses a button and waits until what it set off is done. */
export async function press(user: UserEvent, name: string | RegExp): Promise<void> {
  await user.click(await screen.findByRole("button", { name }));
  await idle();
}

/** Chooses files in the dialogue behind a button. */
export async function choose(user: UserEvent, label: string | RegExp, ...names: string[]): Promise<void> {
  const files = names.map((name) => new File([name], name));
  await user.upload(screen.getByLabelText<HTMLInputElement>(label, { selector: "input" }), files);
  await idle();
}

/** Goes to a station by the bar. */
export async function goTo(user: UserEvent, station: RegExp): Promise<void> {
  const bar = screen.getByRole("navigation", { name: /步骤|Steps/ });
  await user.click(within(bar).getByRole("button", { name: station }));
  await idle();
}
