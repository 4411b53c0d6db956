import { isInLevel, type MemberMetadata, type Metadata } from "../metadata/metadata";
import type { PropertyBag } from "../book/property-bag";
import { Arguments, type Argument } from "./arguments";
import { apiNotFound, HostError, invalidArgument, NOT_IMPLEMENTED } from "./errors";
import type { Json } from "./messages";
import { definitionOf, ServerObject, type MethodResult } from "./server-object";

/** What the protocol needs to know of the host it serves. */
export interface EngineHost {
  readonly metadata: Metadata;
  /** The newest ExcelApi set that this Excel knows, `1.14`. */
  readonly apiLevel: string;
  /** Members that were asked for and are not there; tests may print it. */
  readonly unimplemented: Set<string>;
  root(): ServerObject;
  /** Objects that the client creates by the name of their type; undefined for an unknown one. */
  createTopLevel(name: string): ServerObject | undefined;
  setEventRegistration(target: string, event: string, registered: boolean): void;
  /** The code with which calls of a method are refused for now. */
  refusalOf(method: string): string | undefined;
}

const EVENT_METHOD = /^_(Un)?[Rr]egister(?:Event)?(\w+?)(?:Event)?$/;

/** Reads, writes and calls members by the documented metadata: unknown ones and ones that are too new fail. */
export class Members {
  constructor(private readonly host: EngineHost) {}

  metadataOf(className: string): Readonly<Record<string, MemberMetadata>> {
    return this.host.metadata[className]?.members ?? {};
  }

  isCollection(className: string): boolean {
    return this.host.metadata[className]?.itemClass !== undefined;
  }

  itemClass(className: string): string | undefined {
    return this.host.metadata[className]?.itemClass;
  }

  read(object: ServerObject, name: string): Json {
    return this.at(object, name, () => {
      this.assertKnown(object, name);
      const scalar = object.scalar(name);
      if (scalar) return object.read(scalar);
      const value = object.bag()?.values.get(name) ?? object.defaultOf(name);
      if (value === undefined) throw this.notImplemented(object, name, "read before it was set");
      return value;
    });
  }

  write(object: ServerObject, name: string, value: Json): void {
    this.at(object, name, () => {
      const member = this.assertKnown(object, name);
      if (member.kind !== "scalar" || member.readOnly) throw invalidArgument(`${name} cannot be set`);
      assertChoice(member.choices, value, name);
      const scalar = object.scalar(name);
      const bag = object.bag();
      if (scalar?.set) object.write(scalar, value);
      else if (bag && !scalar) keep(bag, name, value, object.defaultOf(name));
      else throw this.notImplemented(object, name, "write");
    });
  }

  navigate(object: ServerObject, name: string): ServerObject {
    return this.at(object, name, () => {
      const member = this.assertKnown(object, name);
      const target = object.navigate(name) ?? this.childOfBag(object.bag(), name, member);
      if (!target) throw this.notImplemented(object, name, "navigation");
      return target;
    });
  }

  call(object: ServerObject, name: string, values: readonly Argument[]): MethodResult {
    return this.at(object, name, () => {
      const event = EVENT_METHOD.exec(name);
      if (event) return this.registerEvent(object, event[2]!, event[1] === undefined);
      if (!name.startsWith("_")) this.assertArguments(object, name, values);
      if (!object.hasMethod(name)) throw this.notImplemented(object, name, "method");
      const refusal = this.host.refusalOf(name);
      if (refusal !== undefined) throw new HostError(refusal, `${name} was made to fail.`);
      return object.call(name, new Arguments(values));
    });
  }

  notImplemented(object: ServerObject, name: string, how: string): HostError {
    const what = `${object.className}.${name} (${how})`;
    this.host.unimplemented.add(what);
    return new HostError(NOT_IMPLEMENTED, `The simulated Excel does not implement ${what}.`);
  }

  /** Adds the place to errors that do not know theirs. */
  private at<T>(object: ServerObject, name: string, run: () => T): T {
    try {
      object.assertAlive();
      return run();
    } catch (error) {
      if (error instanceof HostError) error.location ??= `${object.className}.${name}`;
      throw error;
    }
  }

  private assertKnown(object: ServerObject, name: string): MemberMetadata {
    const member = this.metadataOf(object.className)[name];
    if (!member) throw invalidArgument(`${object.className} has no member ${name}`);
    if (!isInLevel(member.api, this.host.apiLevel)) {
      throw apiNotFound(`${object.className}.${name}`, member.api);
    }
    return member;
  }

  private assertArguments(object: ServerObject, name: string, values: readonly Argument[]): void {
    const member = this.assertKnown(object, name);
    if (member.kind !== "method") throw invalidArgument(`${name} is no method`);
    member.parameters.forEach((parameter, i) => {
      const value = values[i] ?? null;
      if (value === null && !parameter.optional) throw invalidArgument(`${parameter.name} is missing`);
      if (value !== null && !(value instanceof ServerObject)) {
        assertChoice(parameter.choices, value as Json, parameter.name);
      }
    });
  }

  private childOfBag(
    bag: PropertyBag | undefined,
    name: string,
    member: MemberMetadata,
  ): ServerObject | undefined {
    if (!bag || member.kind !== "navigation" || this.isCollection(member.className)) return undefined;
    const className = member.className;
    const known = definitionOf(className);
    if (known && !known.isBag) return undefined;
    const definition = known ?? { className, bag: (target: unknown) => target as PropertyBag };
    return new ServerObject(definition, bag.child(name));
  }

  private registerEvent(object: ServerObject, event: string, registered: boolean): undefined {
    const target = object.eventTarget(event);
    if (target === undefined) throw this.notImplemented(object, event, "event");
    this.host.setEventRegistration(target, event, registered);
    return undefined;
  }
}

/** What equals its default is as good as never set, so that a workbook put back as it was is equal to what it was. */
function keep(bag: PropertyBag, name: string, value: Json, normal: Json | undefined): void {
  if (JSON.stringify(value) === JSON.stringify(normal)) bag.values.delete(name);
  else bag.values.set(name, value);
}

function assertChoice(choices: readonly string[] | undefined, value: Json, what: string): void {
  if (choices && typeof value === "string" && !choices.includes(value)) {
    throw invalidArgument(`${what} must be one of ${choices.slice(0, 12).join(", ")}, not ${value}`);
  }
}
