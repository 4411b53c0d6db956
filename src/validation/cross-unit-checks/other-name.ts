import type { CheckContext } from "../check";

/** The unit that the file's name or the cover names instead: intake says so (D12). Null where they agree. */
export function otherName({ submission }: CheckContext): string | null {
  const doubt = submission.findings.find(
    ({ code, params }) => code === "D12" && (params.variant === "fileName" || params.variant === "cover"),
  );
  return doubt === undefined ? null : String(doubt.params.found);
}
