import type { Arguments } from "./arguments";
import type { Json } from "./messages";
import type { PropertyBag } from "../book/property-bag";

/** What a method yields: an object, data, or nothing. `null` from an `…OrNullObject` method is the null object. */
export type MethodResult = ServerObject | Json | undefined | void;

/**
 * How a class of the API shows something of the book. Members bear the names that add-ins type.
 * What stands neither here nor in the property bag is not implemented, and says so when touched.
 */
export interface ClassDefinition<T> {
  readonly className: string;
  /** The thing behind it is a property bag, so it can be reached through a bag above it. */
  readonly isBag?: true;
  readonly scalars?: Readonly<Record<string, ScalarDefinition<T>>>;
  readonly navigation?: Readonly<Record<string, (target: T) => ServerObject>>;
  readonly methods?: Readonly<Record<string, (target: T, args: Arguments) => MethodResult>>;
  /** Of a collection. */
  readonly items?: (target: T) => readonly ServerObject[];
  /** Plain properties that Excel only keeps; the object behind them is created by this. */
  readonly bag?: (target: T) => PropertyBag;
  /** Documented or plainly visible defaults of properties in the bag. */
  readonly defaults?: Readonly<Record<string, Json>>;
  /** The members `_Id`, by which the client finds the object again after a sync. */
  readonly hiddenId?: (target: T) => string;
  /** The events it offers, by the protocol's names (`DataChanged`), and the id by which they find their way back. */
  readonly events?: readonly string[];
  readonly eventTarget?: (target: T) => string;
  /** Throws where the object is gone, for example on a deleted sheet. */
  readonly assertAlive?: (target: T) => void;
}

export interface ScalarDefinition<T> {
  readonly get: (target: T) => Json;
  readonly set?: (target: T, value: Json) => void;
}

/** An object of the API on the host's side: a class and the thing of the book that it shows. */
export class ServerObject {
  /** Given when the client asks to keep the object beyond the batch. */
  referenceId: string | undefined;

  constructor(
    private readonly definition: ClassDefinition<unknown>,
    private readonly target: unknown,
  ) {}

  get className(): string {
    return this.definition.className;
  }

  /** The thing behind it, where the object is of the class. */
  targetAs<T>(className: string): T | undefined {
    // The one place where the type is trusted: classFactory binds definition and target of one T.
    return this.className === className ? (this.target as T) : undefined;
  }

  scalar(name: string): ScalarDefinition<unknown> | undefined {
    return this.definition.scalars?.[name];
  }

  read(scalar: ScalarDefinition<unknown>): Json {
    return scalar.get(this.target);
  }

  write(scalar: ScalarDefinition<unknown>, value: Json): void {
    scalar.set?.(this.target, value);
  }

  navigate(name: string): ServerObject | undefined {
    return this.definition.navigation?.[name]?.(this.target);
  }

  hasMethod(name: string): boolean {
    return this.definition.methods?.[name] !== undefined;
  }

  call(name: string, args: Arguments): MethodResult {
    return this.definition.methods?.[name]?.(this.target, args);
  }

  items(): readonly ServerObject[] | undefined {
    return this.definition.items?.(this.target);
  }

  bag(): PropertyBag | undefined {
    return this.definition.bag?.(this.target);
  }

  defaultOf(name: string): Json | undefined {
    return this.definition.defaults?.[name];
  }

  hiddenId(): string | undefined {
    return this.definition.hiddenId?.(this.target);
  }

  /** The id under which the event of this name is delivered; undefined where it has no such event. */
  eventTarget(event: string): string | undefined {
    return this.definition.events?.includes(event) ? this.definition.eventTarget?.(this.target) : undefined;
  }

  assertAlive(): void {
    this.definition.assertAlive?.(this.target);
  }
}

const definitions = new Map<string, ClassDefinition<unknown>>();

/** Registers the class and yields the function that shows a thing of the book as an object of it. */
export function defineClass<T>(definition: ClassDefinition<T>): (target: T) => ServerObject {
  const erased = definition as unknown as ClassDefinition<unknown>;
  definitions.set(definition.className, erased);
  return (target) => new ServerObject(erased, target);
}

/** A class whose objects are nothing but kept properties. */
export function defineBag(
  className: string,
  rest: Omit<ClassDefinition<PropertyBag>, "className" | "isBag" | "bag"> = {},
): (target: PropertyBag) => ServerObject {
  return defineClass<PropertyBag>({ className, isBag: true, bag: (bag) => bag, ...rest });
}

/** Every class that the simulation knows, for the check against the documentation. */
export function knownClasses(): readonly ClassDefinition<unknown>[] {
  return [...definitions.values()];
}

/** The definition of a class that has one, for bags whose children are classes with defaults of their own. */
export function definitionOf(className: string): ClassDefinition<unknown> | undefined {
  return definitions.get(className);
}
