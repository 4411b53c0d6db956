/** A file that the user chose: a browser's `Blob`, or something else whose bytes can be fetched. */
export interface GivenFile {
  readonly name: string;
  readonly content: Pick<Blob, "arrayBuffer">;
  /** When it was given and when it was last changed, where that is known. */
  readonly dates?: FileDates;
}

/** Days, `2021-01-18`. */
export interface FileDates {
  readonly received: string;
  readonly changed: string | null;
}

export type ReadProgress = (done: number, total: number, file: string) => void;
