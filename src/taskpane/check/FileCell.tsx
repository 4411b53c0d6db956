import { Button } from "@fluentui/react-components";
import { ArrowRightRegular } from "@fluentui/react-icons";
import { useState, type JSX } from "react";
import type { FindingView } from "../../app/view";
import { usePaneContext } from "../usePane";
import { fileText, useMessages } from "../messages";
import type { SourceView } from "../../app/source-view";
import { useCheckStyles } from "./Check.styles";
import { placeText } from "../../county-layout/place-text";
import { RowAround } from "./RowAround";

/** A cell of a file: a click shows its sheet in Excel; where that cannot be, what is beside it. */
export function FileCell({ finding }: { readonly finding: FindingView }): JSX.Element {
  const words = useMessages();
  const { tools, work, source } = usePaneContext();
  const [row, setRow] = useState<SourceView["row"] | null>(null);
  const place = placeText(finding) ?? "";
  const isSheet = finding.place.cell === null;
  const label =
    tools.workbook && !isSheet ? "pane.check.goTo" : isSheet ? "pane.view.sheet" : "pane.view.row";
  return (
    <>
      <FileName finding={finding} />
      <Button
        icon={<ArrowRightRegular />}
        disabled={work.task !== null}
        onClick={() => void source.open(finding.place).then(setRow)}
      >
        {words(label, { place })}
      </Button>
      {row && <RowAround row={row} />}
    </>
  );
}

/** Which file it is, where its unit alone is not enough. */
export function FileName({
  finding: { unit, place },
}: {
  readonly finding: FindingView;
}): JSX.Element | null {
  const words = useMessages();
  const styles = useCheckStyles();
  const { view } = usePaneContext().session;
  const sent = view?.units.find(({ name }) => name === unit)?.files.length ?? 0;
  if (place.file === null || sent === 1) return null;
  return <span className={styles.place}>{fileText(words, place.file)}</span>;
}
