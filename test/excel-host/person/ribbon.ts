/**
 * The add-in's buttons and its page, as Excel makes them of the manifest. The pages of Microsoft that say so:
 * https://learn.microsoft.com/javascript/api/manifest/action (buttons of one TaskpaneId share a pane, each shows its own
 * address in it), https://learn.microsoft.com/office/dev/add-ins/develop/configure-your-add-in-to-use-a-shared-runtime
 * (one page for all), https://learn.microsoft.com/javascript/api/manifest/requirements (buttons that an Excel lacks the
 * requirements for are not there: the add-in opens with the address of the base manifest).
 */
import type { FunctionCalls } from "../seams/function-calls";

export interface RibbonButton {
  readonly label: string;
  readonly does:
    | { readonly kind: "page"; readonly address: string }
    | { readonly kind: "function"; readonly name: string };
}

export interface AddIn {
  readonly buttons: readonly RibbonButton[];
  /** The page that all buttons share; null where each part of the add-in has a page of its own. */
  readonly sharedPage: string | null;
}

/** @param sets The requirement sets of this Excel, as `supportedSets` gives them. */
export function addInOf(manifest: Document, sets: Readonly<Record<string, string>>): AddIn {
  const overrides = manifest.querySelector("VersionOverrides");
  const wanted = [...(overrides?.getElementsByTagNameNS("*", "Set") ?? [])];
  const applies = overrides && wanted.every((set) => isMet(set, sets));
  if (!applies) {
    const label = attribute(manifest, "OfficeApp > DisplayName", "DefaultValue");
    const address = attribute(manifest, "DefaultSettings > SourceLocation", "DefaultValue");
    return { buttons: [{ label, does: { kind: "page", address } }], sharedPage: null };
  }
  const resource = (element: Element | null): string =>
    attribute(overrides, `Resources [id="${element?.getAttribute("resid")}"]`, "DefaultValue");
  const runtime = overrides.querySelector("Runtime[lifetime=long]");
  return {
    buttons: [...overrides.querySelectorAll("Control")].map((control) => ({
      label: resource(control.querySelector("Label")),
      does: actionOf(control.querySelector("Action")!, resource),
    })),
    sharedPage: runtime && resource(runtime),
  };
}

function actionOf(action: Element, resource: (element: Element | null) => string): RibbonButton["does"] {
  return action.getAttribute("xsi:type") === "ExecuteFunction"
    ? { kind: "function", name: action.querySelector("FunctionName")?.textContent ?? "" }
    : { kind: "page", address: resource(action.querySelector("SourceLocation")) };
}

function isMet(set: Element, sets: Readonly<Record<string, string>>): boolean {
  const [has, needs] = [sets[set.getAttribute("Name") ?? ""], set.getAttribute("MinVersion") ?? "1.1"];
  return has !== undefined && Number(has.split(".")[1]) >= Number(needs.split(".")[1]);
}

function attribute(root: ParentNode, selector: string, name: string): string {
  return root.querySelector(selector)?.getAttribute(name) ?? "";
}

/** What is in the pane, and what pressing a button does to it. */
export class Ribbon {
  /** What the pane shows; null while nothing was opened. Another address is another page: the former one is gone. */
  page: string | null = null;
  /** How many pages were loaded. */
  loads = 0;

  constructor(
    private readonly addIn: AddIn,
    private readonly calls: FunctionCalls,
  ) {
    calls.onShow = () => (this.visible = true);
  }

  visible = false;

  get labels(): readonly string[] {
    return this.addIn.buttons.map(({ label }) => label);
  }

  /** @returns when the function of the button is done. */
  async press(label: string): Promise<void> {
    const button = this.addIn.buttons.find((each) => each.label === label);
    if (!button) throw new Error(`There is no button ${label}.`);
    const { does } = button;
    if (does.kind === "page") {
      this.load(does.address);
      this.visible = true;
      return;
    }
    if (this.addIn.sharedPage === null) throw new Error("A function file of its own is not simulated.");
    // The button can be what starts the page: it is loaded out of sight then.
    this.load(this.addIn.sharedPage);
    await this.calls.call(does.name);
  }

  private load(address: string): void {
    if (this.page === address) return;
    if (this.page !== null) this.calls.pageIsGone();
    this.page = address;
    this.loads++;
    this.onLoad(address);
  }

  /** Called when a page is to be loaded. */
  onLoad: (address: string) => void = () => undefined;
}
