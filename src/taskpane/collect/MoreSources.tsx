import { Button, ProgressBar } from "@fluentui/react-components";
import { DeleteRegular, DocumentAddRegular, FolderAddRegular, TableAddRegular } from "@fluentui/react-icons";
import type { JSX } from "react";
import type { SessionView } from "../../app/view";
import { Ask } from "../common/Ask";
import { Disclosure } from "../common/Disclosure";
import { useCommonStyles } from "../common/common.styles";
import { usePaneContext } from "../usePane";
import { useMessages } from "../messages";
import { useCollectStyles } from "./Collect.styles";
import { LastYear } from "./LastYear";
import { Reminder } from "./Reminder";
import type { Collecting } from "./useCollect";

interface Props {
  readonly collecting: Collecting;
  readonly view: SessionView;
}

/** How many have reported, and how to add the others. */
export function MoreSources({ collecting, view }: Props): JSX.Element {
  const words = useMessages();
  const styles = useCollectStyles();
  const { work } = usePaneContext();
  // Nothing yet of what the template asks for: another form is being looked at.
  const isTask = view.reported > 0 || view.unknownForms.length === 0;
  const busy = work.task !== null;
  return (
    <section className={styles.card} aria-label={words("pane.collect.reported")}>
      {isTask && <Meter view={view} />}
      <div className={styles.two}>
        <Button
          icon={<DocumentAddRegular />}
          disabled={busy}
          onClick={() => collecting.files.current?.click()}
        >
          {words("pane.collect.addFiles")}
        </Button>
        {collecting.canChooseFolders && (
          <Button
            icon={<FolderAddRegular />}
            disabled={busy}
            onClick={() => collecting.folder.current?.click()}
          >
            {words("pane.collect.addFolder")}
          </Button>
        )}
      </div>
      <div>
        {isTask && <Reminder view={view} />}
        <Others collecting={collecting} />
      </div>
    </section>
  );
}

function Meter({ view }: Pick<Props, "view">): JSX.Element {
  const words = useMessages();
  const styles = useCollectStyles();
  const { reported, units } = view;
  const missing = units.length - reported;
  return (
    <>
      <div className={styles.meter}>
        <span>{words("pane.collect.reported")}</span>
        <span className={styles.count}>
          {reported}/{units.length}
        </span>
        <span>
          {missing === 0 ? words("pane.collect.complete") : words("pane.collect.missing", { count: missing })}
        </span>
      </div>
      <ProgressBar
        aria-label={words("pane.collect.reported")}
        thickness="large"
        value={reported}
        max={units.length}
      />
      {missing > 0 && view.deadline && (
        <span className={styles.note}>{words("pane.collect.deadline", dayOf(view.deadline))}</span>
      )}
    </>
  );
}

/** `2021-01-31` in parts, without leading zeros. */
function dayOf(date: string): { year: number; month: number; day: number } {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  return { year, month, day };
}

function Others({ collecting }: Pick<Props, "collecting">): JSX.Element {
  const words = useMessages();
  const styles = useCollectStyles();
  const common = useCommonStyles();
  const { work, session } = usePaneContext();
  const busy = work.task !== null;
  return (
    <Disclosure title={words("pane.collect.more")}>
      {() => (
        <div className={common.stack}>
          <LastYear collecting={collecting} />
          {collecting.canTakeOpen && (
            <Button
              className={styles.wide}
              icon={<TableAddRegular />}
              disabled={busy}
              onClick={() => void session.takeOpen()}
            >
              {words("pane.collect.addOpen")}
            </Button>
          )}
          <Ask
            label={words("pane.collect.clear")}
            icon={<DeleteRegular />}
            question={words("pane.collect.clear.confirm")}
            yes={words("pane.collect.clear.yes")}
            no={words("pane.collect.clear.no")}
            onYes={session.clear}
          >
            <p className={styles.lead}>{words("pane.collect.clear.what")}</p>
          </Ask>
        </div>
      )}
    </Disclosure>
  );
}
