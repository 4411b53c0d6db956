/** Parts of a long list: built when they come near, and put away when they are far from what is seen. */
import {
  startTransition,
  useEffect,
  useRef,
  useState,
  type JSX,
  type ReactNode,
  type RefObject,
} from "react";

/** Around what is seen: so that who scrolls finds everything built, and F8 the next finding. */
const NEAR = "1500px 0px";

/** Calls back whenever the element comes near or is far again; never where the browser cannot tell. */
export function useNear(
  ref: RefObject<Element | null>,
  onChange: (entry: IntersectionObserverEntry) => void,
): void {
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });
  useEffect(() => {
    if (!ref.current || typeof IntersectionObserver === "undefined") return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        const entry = entries.at(-1);
        if (entry) latest.current(entry);
      },
      { rootMargin: NEAR },
    );
    observer.observe(ref.current);
    return () => observer.disconnect();
  }, [ref]);
}

/** Somebody is at work in it, or has opened or written something: that stays. */
const IN_USE = 'input, textarea, select, [aria-expanded="true"]';

/** As high as it was while it is away, so that nothing moves. */
export function Chunk({ children }: { readonly children: () => ReactNode }): JSX.Element {
  const ref = useRef<HTMLDivElement>(null);
  const [away, setAway] = useState<number | null>(null);
  useNear(ref, ({ isIntersecting, boundingClientRect: { height }, target }) => {
    const isInUse = target.contains(document.activeElement) || target.querySelector(IN_USE) !== null;
    if (isIntersecting) startTransition(() => setAway(null));
    else if (!isInUse && height > 0) startTransition(() => setAway(height));
  });
  return (
    <div ref={ref} style={away === null ? undefined : { height: away }}>
      {away === null && children()}
    </div>
  );
}
