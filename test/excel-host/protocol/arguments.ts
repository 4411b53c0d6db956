import { invalidArgument } from "./errors";
import type { Json } from "./messages";
import { ServerObject } from "./server-object";

/** What a method receives: plain data, with objects of the API in place of their path ids. */
export type Argument = Json | ServerObject | readonly Argument[] | { readonly [key: string]: Argument };

/**
 * The arguments of one call. The client sends `null` for what the add-in left out.
 * Every reader throws InvalidArgument where the argument is not what it should be.
 */
export class Arguments {
  constructor(private readonly values: readonly Argument[]) {}

  raw(index: number): Argument {
    return this.values[index] ?? null;
  }

  isMissing(index: number): boolean {
    return this.raw(index) === null;
  }

  text(index: number): string {
    const value = this.raw(index);
    if (typeof value !== "string") throw invalidArgument(`argument ${index + 1} must be a text`);
    return value;
  }

  optionalText(index: number): string | undefined {
    return this.isMissing(index) ? undefined : this.text(index);
  }

  whole(index: number): number {
    const value = this.raw(index);
    if (typeof value !== "number" || !Number.isInteger(value)) {
      throw invalidArgument(`argument ${index + 1} must be a whole number`);
    }
    return value;
  }

  optionalWhole(index: number): number | undefined {
    return this.isMissing(index) ? undefined : this.whole(index);
  }

  flag(index: number): boolean {
    return this.raw(index) === true;
  }

  json(index: number): Json {
    return asJson(this.raw(index), `argument ${index + 1}`);
  }

  /** The object behind the argument, if it is one of the class. */
  objectOf<T>(index: number, className: string): T | undefined {
    const value = this.raw(index);
    return value instanceof ServerObject ? value.targetAs<T>(className) : undefined;
  }

  /** The fields of a plain object; empty where it was left out. */
  fields(index: number): { readonly [key: string]: Argument } {
    const value = this.raw(index);
    if (value === null) return {};
    if (typeof value !== "object" || Array.isArray(value) || value instanceof ServerObject) {
      throw invalidArgument(`argument ${index + 1} must be an object`);
    }
    return value as { readonly [key: string]: Argument };
  }
}

/** Refuses objects of the API where plain data is wanted. */
export function asJson(value: Argument, what: string): Json {
  if (value instanceof ServerObject) throw invalidArgument(`${what} must be plain data`);
  if (Array.isArray(value)) return value.map((item: Argument) => asJson(item, what));
  if (value !== null && typeof value === "object") {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, asJson(item, what)]));
  }
  return value as Json;
}
