/** A file that the user chose: a browser's `Blob`, or something else whose bytes can be fetched. */
export interface GivenFile {
  readonly name: string;
  readonly content: Pick<Blob, "arrayBuffer">;
}

export type ReadProgress = (done: number, total: number, file: string) => void;
