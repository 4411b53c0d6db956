/**
 * What Microsoft asks of an add-in-only manifest, checked without its web service:
 * https://learn.microsoft.com/office/dev/add-ins/develop/manifest-element-ordering and the pages of each element.
 */
// Node's own: jsdom's is written in JavaScript, and some three hundred changed manifests are looked at.
import { URL } from "node:url";

export interface Fault {
  readonly check:
    | "order"
    | "missing"
    | "identity"
    | "version"
    | "requirement"
    | "reference"
    | "unused"
    | "duplicate"
    | "locale"
    | "length"
    | "icon"
    | "page"
    | "address";
  readonly what: string;
}

export interface Surroundings {
  /** As package.json has it: three numbers, and perhaps a pre-release behind a hyphen, which a manifest cannot say. */
  readonly packageVersion: string;
  /** Width and height of a PNG file by its path below the add-in's address, null where there is none. */
  readonly pngSize: (path: string) => { readonly width: number; readonly height: number } | null;
  /** The pages that the build writes. */
  readonly pages: readonly string[];
  /** The functions that the page offers to the ribbon. */
  readonly functions: readonly string[];
}

/** Children in the order that Excel wants them; a `?` may be left out. */
const ORDER: Readonly<Record<string, readonly string[]>> = {
  OfficeApp: [
    "Id",
    "AlternateId?",
    "Version",
    "ProviderName",
    "DefaultLocale",
    "DisplayName",
    "Description",
    "IconUrl",
    "HighResolutionIconUrl",
    "SupportUrl",
    "AppDomains?",
    "Hosts",
    "Requirements",
    "DefaultSettings",
    "Permissions",
    "VersionOverrides",
  ],
  DefaultSettings: ["SourceLocation"],
  VersionOverrides: ["Description", "Requirements", "Hosts", "Resources"],
  Runtimes: ["Runtime"],
  DesktopFormFactor: ["GetStarted", "FunctionFile", "ExtensionPoint"],
  GetStarted: ["Title", "Description", "LearnMoreUrl"],
  Group: ["Label", "Icon", "Control"],
  Control: ["Label", "Supertip", "Icon", "Action"],
  Supertip: ["Title", "Description"],
  Resources: ["Images", "Urls", "ShortStrings", "LongStrings"],
};

/** Those of which each kind has children of its own, by `xsi:type`. */
const ORDER_OF_TYPE: typeof ORDER = {
  ShowTaskpane: ["TaskpaneId", "SourceLocation", "Title?"],
  ExecuteFunction: ["FunctionName"],
  Workbook: ["Runtimes", "DesktopFormFactor"],
};

/** Attributes that must say one thing, wherever the element stands. */
const FIXED: Readonly<Record<string, readonly [attribute: string, value: string]>> = {
  VersionOverrides: ["xsi:type", "VersionOverridesV1_0"],
  ExtensionPoint: ["xsi:type", "PrimaryCommandSurface"],
  OfficeTab: ["id", "TabHome"],
  Control: ["xsi:type", "Button"],
  Runtime: ["lifetime", "long"],
  Sets: ["DefaultMinVersion", "1.1"],
};

/** Which kind of resource an element's resid names. */
const RESOURCE_OF: Readonly<Record<string, string>> = {
  Label: "ShortStrings",
  Title: "ShortStrings",
  Description: "LongStrings",
  Image: "Images",
  SourceLocation: "Urls",
  LearnMoreUrl: "Urls",
  FunctionFile: "Urls",
  Runtime: "Urls",
};

const LIMITS: Readonly<Record<string, number>> = {
  DisplayName: 125,
  Description: 250,
  ShortStrings: 125,
  LongStrings: 250,
};

const DEFAULT_LOCALE = "zh-CN";
const OTHER_LOCALE = "en-US";

/** Everything wrong with the manifest; empty where it is right. */
export function manifestFaults(manifest: Document, surroundings: Surroundings): Fault[] {
  const elements = [...manifest.getElementsByTagName("*")];
  return [
    ...elements.flatMap(orderFaults),
    ...elements.flatMap(fixedFaults),
    ...identityFaults(manifest, surroundings),
    ...pageFaults(elements, surroundings),
    ...referenceFaults(elements),
    ...localeFaults(elements),
    ...iconFaults(manifest, elements, surroundings),
    ...addressFaults(elements, surroundings),
  ];
}

const childrenOf = (element: Element): Element[] => [...element.children];
const named = (elements: readonly Element[], ...names: string[]): Element[] =>
  elements.filter((element) => names.includes(element.localName));
const repeated = (names: readonly string[]): string[] => names.filter((name, i) => names.indexOf(name) !== i);

function orderFaults(element: Element): Fault[] {
  const type = element.getAttribute("xsi:type") ?? "";
  const wanted = ORDER[element.localName] ?? ORDER_OF_TYPE[type];
  if (element.localName === "Action" && !wanted) return [{ check: "order", what: `Action ${type}` }];
  if (!wanted) return [];
  const order = wanted.map((name) => name.replace("?", ""));
  const places = childrenOf(element).map((child) => order.indexOf(child.localName));
  const sorted = places.every((place, i) => place >= 0 && (i === 0 || place >= places[i - 1]!));
  const absent = wanted.filter((name, i) => !name.endsWith("?") && !places.includes(i));
  return [
    ...(sorted ? [] : [{ check: "order" as const, what: element.localName }]),
    ...absent.map((name) => ({ check: "missing" as const, what: `${element.localName}/${name}` })),
  ];
}

function fixedFaults(element: Element): Fault[] {
  const { localName } = element;
  const [attribute, value] = FIXED[localName] ?? [];
  if (attribute === undefined || element.getAttribute(attribute) === value) return [];
  return [{ check: "identity", what: `${localName} ${attribute}` }];
}

function identityFaults(manifest: Document, { packageVersion }: Surroundings): Fault[] {
  const text = (name: string): string => manifest.querySelector(`OfficeApp > ${name}`)?.textContent ?? "";
  const attribute = (selector: string, name: string): string | null | undefined =>
    manifest.querySelector(selector)?.getAttribute(name);
  const requires = (parent: string, set: string): string | null | undefined =>
    [...manifest.getElementsByTagNameNS("*", "Set")]
      .find(
        (each) =>
          each.getAttribute("Name") === set &&
          each.closest("Requirements")?.parentElement?.localName === parent,
      )
      ?.getAttribute("MinVersion");
  const checks: [Fault["check"], string, boolean][] = [
    ["identity", "Id", /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text("Id"))],
    ["identity", "xsi:type", attribute("OfficeApp", "xsi:type") === "TaskPaneApp"],
    ["identity", "DefaultLocale", text("DefaultLocale") === DEFAULT_LOCALE],
    ["version", "Version", text("Version") === `${packageVersion.split("-")[0]}.0`],
    ["requirement", "Permissions", text("Permissions") === "ReadWriteDocument"],
    ["requirement", "Host", attribute("OfficeApp > Hosts > Host", "Name") === "Workbook"],
    ["requirement", "Host xsi:type", attribute("VersionOverrides > Hosts > Host", "xsi:type") === "Workbook"],
    ["requirement", "ExcelApi", requires("OfficeApp", "ExcelApi") === "1.14"],
    ["requirement", "SharedRuntime", requires("VersionOverrides", "SharedRuntime") === "1.1"],
  ];
  return checks.filter(([, , right]) => !right).map(([check, what]) => ({ check, what }));
}

/**
 * Pane and buttons share one page, or a button takes away what was collected in it:
 * https://learn.microsoft.com/office/dev/add-ins/develop/configure-your-add-in-to-use-a-shared-runtime
 */
function pageFaults(elements: readonly Element[], { functions }: Surroundings): Fault[] {
  const pages = named(elements, "Runtime", "FunctionFile", "SourceLocation").flatMap(
    (element) => element.getAttribute("resid") ?? [],
  );
  const shows = named(elements, "Action").filter(
    (action) => action.getAttribute("xsi:type") === "ShowTaskpane",
  );
  const names = named(elements, "FunctionName").map((element) => element.textContent ?? "");
  return [
    ...(new Set(pages).size > 1 ? [{ check: "page" as const, what: "more than one page" }] : []),
    ...(shows.length === 1 ? [] : [{ check: "page" as const, what: `${shows.length} buttons show a page` }]),
    ...names.filter((name) => !functions.includes(name)).map((what) => ({ check: "page" as const, what })),
    ...repeated(names).map((what) => ({ check: "duplicate" as const, what })),
  ];
}

function referenceFaults(elements: readonly Element[]): Fault[] {
  const resources = named(elements, "Image", "Url", "String").filter((element) => element.hasAttribute("id"));
  const kindOf = new Map(
    resources.map((resource) => [resource.getAttribute("id")!, resource.parentElement!.localName]),
  );
  const references = elements.filter((element) => element.hasAttribute("resid"));
  const used = new Set(references.map((reference) => reference.getAttribute("resid")!));
  const wrong = references.filter(
    (reference) => kindOf.get(reference.getAttribute("resid")!) !== RESOURCE_OF[reference.localName],
  );
  const ids = elements.flatMap((element) => element.getAttribute("id") ?? []);
  return [
    ...wrong.map((element) => ({ check: "reference" as const, what: element.getAttribute("resid")! })),
    ...[...kindOf.keys()].filter((id) => !used.has(id)).map((what) => ({ check: "unused" as const, what })),
    ...repeated(ids).map((what) => ({ check: "duplicate" as const, what })),
    ...[...kindOf.keys()].filter((id) => id.length > 32).map((what) => ({ check: "length" as const, what })),
  ];
}

/** Every text that a person reads is in the default locale and, once, in the other. */
function localeFaults(elements: readonly Element[]): Fault[] {
  const texts = elements.filter(
    (element) =>
      element.localName === "String" ||
      (element.parentElement?.localName === "OfficeApp" &&
        ["DisplayName", "Description"].includes(element.localName)),
  );
  return texts.flatMap((text) => {
    const what = text.getAttribute("id") ?? text.localName;
    const overrides = childrenOf(text);
    const values = [text.getAttribute("DefaultValue"), ...overrides.map((o) => o.getAttribute("Value"))];
    const complete =
      overrides.length === 1 &&
      overrides[0]!.getAttribute("Locale") === OTHER_LOCALE &&
      values.every((value) => value !== null && value.trim() !== "");
    const limit = LIMITS[text.localName === "String" ? text.parentElement!.localName : text.localName]!;
    const long = values.some((value) => (value ?? "").length > limit);
    return [
      ...(complete ? [] : [{ check: "locale" as const, what }]),
      ...(long ? [{ check: "length" as const, what }] : []),
    ];
  });
}

function iconFaults(manifest: Document, elements: readonly Element[], { pngSize }: Surroundings): Fault[] {
  const resource = (id: string): string =>
    manifest.querySelector(`Images > *[id="${id}"]`)?.getAttribute("DefaultValue") ?? "";
  const hasSize = (address: string, size: number): boolean => {
    const png = pngSize(pathOf(address));
    return png?.width === size && png.height === size;
  };
  const faults: Fault[] = [];
  const expect = (right: boolean, what: string): void => {
    if (!right) faults.push({ check: "icon", what });
  };
  for (const [name, size] of [
    ["IconUrl", 32],
    ["HighResolutionIconUrl", 64],
  ] as const) {
    expect(hasSize(manifest.querySelector(name)?.getAttribute("DefaultValue") ?? "", size), name);
  }
  for (const icon of named(elements, "Icon")) {
    const images = childrenOf(icon);
    const sizes = images.map((image) => Number(image.getAttribute("size")));
    for (const size of [16, 32, 80]) expect(sizes.includes(size), `${icon.parentElement!.id} lacks ${size}`);
    images.forEach((image, i) => {
      const resid = image.getAttribute("resid") ?? "";
      expect(hasSize(resource(resid), sizes[i]!), resid);
    });
  }
  return faults;
}

const pathOf = (address: string): string =>
  URL.canParse(address) ? new URL(address).pathname.replace(/^\//, "") : address;

function addressFaults(elements: readonly Element[], { pages }: Surroundings): Fault[] {
  const addresses = elements
    .filter((element) => /Url$|^SourceLocation$|^Image$/.test(element.localName))
    .flatMap((element) => element.getAttribute("DefaultValue") ?? []);
  const origins = addresses.map((address) => (URL.canParse(address) ? new URL(address).origin : address));
  const wrong = (address: string, i: number): boolean =>
    !address.startsWith("https://") ||
    origins[i] !== origins[0] ||
    !(pages.includes(pathOf(address)) || /^assets\/[\w-]+\.png$/.test(pathOf(address)));
  return addresses.filter(wrong).map((what) => ({ check: "address" as const, what }));
}
