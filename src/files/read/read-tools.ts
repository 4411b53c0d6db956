import type { Inflate } from "./inflate";
import type { ReadLimits } from "./limits";

/** What reading needs from the platform. */
export interface ReadTools {
  readonly inflate: Inflate;
  readonly limits?: Partial<ReadLimits>;
  /** Called before a library reads the file, which may hang: the caller can then stop it sooner. */
  readonly beforeLibrary?: () => void;
}
