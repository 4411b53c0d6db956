/**
 * What Microsoft documents about the classes of the Excel JavaScript API: their members, argument and return
 * classes, permitted values and requirement sets. Generated from `@types/office-js` (MIT) by {@link scanTypes};
 * never from Microsoft's library and never committed.
 */
export type Metadata = Readonly<Record<string, ClassMetadata>>;

export interface ClassMetadata {
  readonly name: string;
  /** Of a collection, the class of its items. */
  readonly itemClass?: string;
  /** By the name that add-ins type, such as `getRange`. */
  readonly members: Readonly<Record<string, MemberMetadata>>;
}

export type MemberMetadata = ScalarMetadata | NavigationMetadata | MethodMetadata | EventMetadata;

/** `ExcelApi 1.9`; empty where the documentation names none. */
export type ApiSet = string;

export interface ScalarMetadata {
  readonly kind: "scalar";
  readonly api: ApiSet;
  readonly readOnly: boolean;
  /** The permitted texts where the type is an enumeration. */
  readonly choices?: readonly string[];
}

export interface NavigationMetadata {
  readonly kind: "navigation";
  readonly api: ApiSet;
  readonly className: string;
}

export interface MethodMetadata {
  readonly kind: "method";
  readonly api: ApiSet;
  /** The class of the object it returns; absent for a value or nothing. */
  readonly returns?: string;
  readonly parameters: readonly ParameterMetadata[];
}

export interface ParameterMetadata {
  readonly name: string;
  readonly optional: boolean;
  readonly choices?: readonly string[];
}

export interface EventMetadata {
  readonly kind: "event";
  readonly api: ApiSet;
}

/** Is the requirement set `api` (`ExcelApi 1.9`) part of the level `1.14`? Sets other than ExcelApi never are. */
export function isInLevel(api: ApiSet, level: string): boolean {
  if (api === "") return true;
  const [set, version = ""] = api.split(" ");
  return set === "ExcelApi" && compareVersions(version, level) <= 0;
}

/** Negative where `a` is the older: `1.9` before `1.10`. */
export function compareVersions(a: string, b: string): number {
  const [majorA = 0, minorA = 0] = a.split(".").map(Number);
  const [majorB = 0, minorB = 0] = b.split(".").map(Number);
  return majorA - majorB || minorA - minorB;
}
