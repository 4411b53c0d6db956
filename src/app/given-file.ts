/** A file that the user chose. Its bytes are read in the worker. */
export interface GivenFile {
  readonly name: string;
  readonly content: Blob;
}

export type ReadProgress = (done: number, total: number, file: string) => void;
