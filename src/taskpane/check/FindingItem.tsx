import { Button } from "@fluentui/react-components";
import { ArrowRightRegular } from "@fluentui/react-icons";
import type { JSX } from "react";
import { sayFinding } from "../../locales/finding-text";
import type { FindingView } from "../../app/view";
import { Disclosure } from "../common/Disclosure";
import { FEW, Units } from "../common/Units";
import { usePaneContext } from "../usePane";
import { useMessages } from "../messages";
import { useCheckStyles } from "./Check.styles";
import { SeverityBadge } from "./SeverityBadge";
import { FileCell, FileName } from "./FileCell";
import { Decide } from "./decide/Decide";
import { asksSomething } from "./findings";
import { placeText } from "../../county-layout/place-text";

interface Props {
  readonly finding: FindingView;
  /** Where the group does not say whose it is. */
  readonly withUnit: boolean;
  /** See {@link Decide}; absent for what another finding brings about: nothing is decided about that. */
  readonly sameKind?: readonly FindingView[];
}

/** What is wrong, where, what is there, and what it brings about. */
export function FindingItem({ finding, withUnit, sameKind }: Props): JSX.Element {
  const words = useMessages();
  const styles = useCheckStyles();
  const { unit, causes } = finding;
  return (
    <li
      className={styles.item}
      {...(sameKind && asksSomething(finding) ? { "data-finding": finding.id, tabIndex: -1 } : {})}
    >
      <div className={styles.itemHead}>
        <SeverityBadge of={finding.weight}>{words(`finding.class.${finding.weight}`)}</SeverityBadge>
        {withUnit && unit !== null && <span>{unit}</span>}
        {finding.stillStands && <span className={styles.still}>{words("pane.back.still")}</span>}
      </div>
      <Sentence finding={finding} />
      <Raw finding={finding} />
      <Where finding={finding} />
      {sameKind && <Decide finding={finding} sameKind={sameKind} />}
      {causes.length > 0 && (
        <Disclosure title={words("pane.check.causes", { count: causes.length })}>
          {() => (
            <ul className={styles.list}>
              {causes.map((cause, i) => (
                <FindingItem key={i} finding={cause} withUnit={false} />
              ))}
            </ul>
          )}
        </Disclosure>
      )}
    </li>
  );
}

/** Many units that are missing (C03) are counted in the sentence, and named to who asks. */
function Sentence({ finding }: Pick<Props, "finding">): JSX.Element {
  const words = useMessages();
  const styles = useCheckStyles();
  const names = typeof finding.params["missing"] === "string" ? finding.params["missing"].split("、") : [];
  const long = names.length > FEW;
  const missing = words("pane.check.missing", { count: names.length });
  const said = long ? { ...finding, params: { ...finding.params, missing } } : finding;
  return (
    <>
      <p className={styles.sentence}>{sayFinding(words.locale, said)}</p>
      {long && <Units title={words("pane.standing.absent", { count: names.length })} names={names} />}
    </>
  );
}

/** What the unit wrote, where the sentence does not quote it anyway. */
function Raw({ finding }: Pick<Props, "finding">): JSX.Element | null {
  const words = useMessages();
  const styles = useCheckStyles();
  const { raw } = finding;
  if (raw === null || raw === "" || sayFinding(words.locale, finding).includes(raw)) return null;
  return <p className={styles.raw}>{words("pane.check.raw", { raw })}</p>;
}

/** The cell: a click away, in the open workbook or in a file. */
function Where({ finding }: Pick<Props, "finding">): JSX.Element | null {
  const words = useMessages();
  const styles = useCheckStyles();
  const { tools, work } = usePaneContext();
  const place = placeText(finding);
  const { file, sheet, cell } = finding.place;
  if (place === null) return <FileName finding={finding} />;
  if (file !== null) return <FileCell finding={finding} />;
  if (!tools.workbook || sheet === null) return <span className={styles.place}>{place}</span>;
  const { workbook } = tools;
  return (
    <Button
      icon={<ArrowRightRegular />}
      disabled={work.task !== null}
      onClick={() => void work.attempt((ask) => workbook.goTo(sheet, cell ?? "A1", ask))}
    >
      {words("pane.check.goTo", { place })}
    </Button>
  );
}
