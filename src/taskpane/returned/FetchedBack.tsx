import { lazy, Suspense, type ComponentProps, type JSX } from "react";
import type { Back } from "./Back";

/** Units answer days after they were returned to: the screen of what became of it is fetched then. */
const Fetched = lazy(async () => ({ default: (await import("./Back")).Back }));

export function FetchedBack(props: ComponentProps<typeof Back>): JSX.Element {
  return (
    <Suspense fallback={null}>
      <Fetched {...props} />
    </Suspense>
  );
}
