import type { JSX } from "react";
import { useMessages } from "../messages";
import { Disclosure } from "./Disclosure";

/** So many names are read at a glance. */
export const FEW = 3;

/** Who is meant: named at once where they are few, else for who asks. */
export function Units({
  title,
  names,
}: {
  readonly title: string;
  readonly names: readonly string[];
}): JSX.Element {
  const words = useMessages();
  const list = words.list(names);
  if (names.length > FEW) return <Disclosure title={title}>{() => list}</Disclosure>;
  return <div>{words("pane.named", { title, names: list })}</div>;
}
