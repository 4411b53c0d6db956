import type { JSX } from "react";
import { CopyText } from "../common/CopyText";
import { useReturnText } from "./return-note";

interface Props {
  readonly label: string;
  readonly units: readonly string[];
}

/** 退回单 of the units, to be pasted into a chat. */
export function ReturnText({ label, units }: Props): JSX.Element | null {
  const text = useReturnText(units);
  return text === null ? null : <CopyText label={label} text={text} />;
}
