/** What a function of the rule language is: how many arguments it takes, of which kind, and how they are put to work. */
import type { Context, Scalar, Vector } from "./context";

/** An argument, ready to be evaluated: one value, or the many of `0103~0108` or `L2[现金]`. */
export type Argument =
  | { readonly many: false; readonly value: Scalar }
  | { readonly many: true; readonly values: Vector; readonly shape: string };

export interface FunctionWords {
  readonly min: number;
  readonly max: number;
  /** Which arguments may, and which must, stand for many values; absent: none. */
  readonly many?: (index: number, count: number) => "may" | "must" | "never";
  readonly build: (args: readonly Argument[]) => Scalar;
  /** Its result is 是 or 否: it may be alone as a relation. */
  readonly condition?: boolean;
}

/** The single value of an argument that the compiler has found to have one. */
export function single(argument: Argument | undefined): Scalar {
  return argument === undefined || argument.many ? nothing : argument.value;
}

function nothing(_context: Context): null {
  return null;
}
