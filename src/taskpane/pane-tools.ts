/** What the pane needs from outside; tests hand in their own. */
import type { RibbonRequests } from "./ribbon-requests";
import type { OpenWorkbook, SelfTest } from "../ports/ports";
import type { OldTemplates } from "./old-templates";
import type { Engine } from "./worker/engine";
import type { GivenFile } from "../app/given-file";

/** The sample county: what its units sent, and its county workbook of last year. */
export interface Samples {
  readonly submissions: readonly GivenFile[];
  readonly lastYear: GivenFile;
}

export interface PaneStorage {
  /** Keeps the hosts of one browser apart. */
  readonly partition: string;
  /** The version of the product. */
  readonly product: string;
  readonly oldTemplates: OldTemplates;
}

export interface PaneTools {
  readonly engine: Engine;
  /** Null where there is no Excel. */
  readonly workbook: OpenWorkbook | null;
  /** Where the worker stores what must survive; absent: it lasts until the pane is closed. */
  readonly storage?: PaneStorage;
  /** What buttons of the ribbon ask for; absent where there are none. */
  readonly ribbon?: RibbonRequests;
  /** Fetches the self-test; absent where there is no Excel. */
  selfTest?(): Promise<SelfTest>;
  samples(): Promise<Samples>;
  /** What units sent of a form that is an office's own, or of the yearly assessment. */
  otherSamples(kind: "own" | "assessment"): Promise<readonly GivenFile[]>;
  /** False where no file can be downloaded, as in Excel on a Mac and an iPad: `save` throws there. True if absent. */
  readonly canSave?: boolean;
  /** The office's day, `2021-01-18`; by the clock of this machine if absent. */
  today?(): string;
  /** Hands the user a file. */
  save(bytes: Uint8Array, name: string): void;
  /** Puts text on the clipboard, with its look where that is given as HTML; false where the host forbids it. */
  copy(text: string, html?: string): Promise<boolean>;
}
