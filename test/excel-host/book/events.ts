import type { Json } from "../protocol/messages";

/** Something that happened to the workbook. Sheets and charts are named by their ids. */
export type BookEvent =
  | {
      readonly kind: "changed";
      readonly sheet: string;
      readonly address: string;
      readonly changeType: string;
      /** Of a single cell: the value before and after. */
      readonly details?: { readonly before: Json; readonly after: Json };
    }
  | { readonly kind: "activated"; readonly sheet: string; readonly before: string }
  | { readonly kind: "added" | "deleted"; readonly sheet: string };

export type BookListener = (event: BookEvent) => void;

export class BookEvents {
  private readonly listeners = new Set<BookListener>();

  /** @returns a function that ends the listening. */
  listen(listener: BookListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  emit(event: BookEvent): void {
    for (const listener of this.listeners) listener(event);
  }
}
