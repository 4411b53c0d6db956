import { Button } from "@fluentui/react-components";
import {
  DocumentAddRegular,
  FolderAddRegular,
  PlayCircleRegular,
  TableSearchRegular,
} from "@fluentui/react-icons";
import type { JSX } from "react";
import { usePaneContext } from "../usePane";
import { useMessages } from "../messages";
import { useCollectStyles } from "./Collect.styles";
import { LastYear } from "./LastYear";
import type { Collecting } from "./useCollect";

/** Before anything has come in: one large button, and what else one may begin with. */
export function FirstSources({ collecting }: { readonly collecting: Collecting }): JSX.Element {
  const words = useMessages();
  const styles = useCollectStyles();
  const { session, unfinished, saved, work, go } = usePaneContext();
  const busy = work.task !== null;
  const isAssessment = session.view?.templateUse.origin.kind === "assessment";
  // Where a county workbook was met, or a writing stopped half way, what to do with it comes first.
  const next = (session.view?.counties.length ?? 0) === 0 && !unfinished.found;
  const checkOpen = async (): Promise<void> => {
    if (await session.takeOpen()) go("check");
  };
  return (
    <>
      <section className={styles.card} aria-label={words("pane.collect.start")}>
        <h2 className={styles.heading}>{words("pane.collect.start")}</h2>
        <p className={styles.lead}>{words("pane.collect.lead")}</p>
        <Button
          appearance={next && !saved.offers ? "primary" : "secondary"}
          className={styles.big}
          icon={<DocumentAddRegular />}
          disabled={busy}
          onClick={() => collecting.files.current?.click()}
        >
          {words("pane.collect.files")}
        </Button>
        {collecting.canChooseFolders && (
          <Button
            className={styles.big}
            icon={<FolderAddRegular />}
            disabled={busy}
            onClick={() => collecting.folder.current?.click()}
          >
            {words("pane.collect.folder")}
          </Button>
        )}
      </section>
      {next && (
        <section className={styles.card} aria-label={words("pane.collect.others")}>
          <h2 className={styles.heading}>{words("pane.collect.others")}</h2>
          {isAssessment ? (
            <Offer
              text={words("pane.collect.assessments.what")}
              label={words("pane.collect.assessments")}
              icon={<PlayCircleRegular />}
              disabled={busy}
              onClick={() => void session.addAssessments()}
            />
          ) : (
            <>
              <Offer
                text={words("pane.collect.samples.what")}
                label={words("pane.collect.samples")}
                icon={<PlayCircleRegular />}
                disabled={busy}
                onClick={() => void session.addSamples()}
              />
              <Offer
                text={words("pane.collect.ownSamples.what")}
                label={words("pane.collect.ownSamples")}
                icon={<PlayCircleRegular />}
                disabled={busy}
                onClick={() => void session.addOwnSamples()}
              />
            </>
          )}
          {collecting.canTakeOpen && (
            <Offer
              text={words("pane.collect.open.what")}
              label={words("pane.collect.open")}
              icon={<TableSearchRegular />}
              disabled={busy}
              onClick={() => void checkOpen()}
            />
          )}
          <LastYear collecting={collecting} />
        </section>
      )}
      <p className={styles.note}>{words("pane.collect.private")}</p>
    </>
  );
}

interface OfferProps {
  readonly text: string;
  readonly label: string;
  readonly icon: JSX.Element;
  readonly disabled: boolean;
  onClick(): void;
}

/** Something else that one may begin with. */
function Offer({ text, label, icon, disabled, onClick }: OfferProps): JSX.Element {
  const styles = useCollectStyles();
  return (
    <div className={styles.offer}>
      <Button className={styles.wide} icon={icon} disabled={disabled} onClick={onClick}>
        {label}
      </Button>
      <p className={styles.note}>{text}</p>
    </div>
  );
}
