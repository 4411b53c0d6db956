import { mergeClasses } from "@fluentui/react-components";
import type { JSX } from "react";
import type { MessageKey } from "../../locales";
import type { SessionView } from "../../app/view";
import { STATIONS, type Station } from "../stations";
import { usePaneContext } from "../usePane";
import type { Written } from "../useWriting";
import { useMessages, type Messages } from "../messages";
import { useFrameStyles } from "./frame.styles";
import { canConsolidate, hasSources, isOfOtherForms, isSelfCheck } from "./next-steps";

/** The way from 收表 to 汇总, and at each station how far it has come. */
export function StationBar(): JSX.Element {
  const words = useMessages();
  const styles = useFrameStyles();
  const { station, go, session, writing, work } = usePaneContext();
  return (
    <nav aria-label={words("pane.stations")}>
      <ol className={styles.stations}>
        {STATIONS.map((each, i) => (
          <li key={each} className={styles.stationItem}>
            <button
              type="button"
              className={mergeClasses(styles.station, each === station && styles.stationHere)}
              aria-current={each === station ? "step" : undefined}
              disabled={work.task !== null}
              onClick={() => go(each)}
            >
              <span className={styles.stationName}>
                {i + 1} {words(`pane.station.${each}`)}
              </span>
              <span className={styles.stationState}>
                {stateOf(each, words, session.view, writing.written)}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function stateOf(
  station: Station,
  words: Messages,
  view: SessionView | null,
  written: Written | null,
): string {
  if (!view) return "–";
  if (station === "template") return words("pane.state.template", { version: view.templateVersion });
  if (station === "collect") {
    return words("pane.state.collect", { reported: view.reported, expected: view.units.length });
  }
  if (!hasSources(view) || isOfOtherForms(view)) return words("pane.state.waiting");
  if (station === "report") return words(reportState(view));
  if (station === "consolidate") {
    return words(
      written === null
        ? "pane.state.toWrite"
        : written.of === view
          ? "pane.state.written"
          : "pane.state.changed",
    );
  }
  return checkState(view, words);
}

/** Counted by units, as everywhere; what is found in one workbook alone, or in files of no unit, by places. */
function checkState(view: SessionView, words: Messages): string {
  const { faulty, counts, units } = view;
  if (isSelfCheck(view) || (faulty.length === 0 && counts.mustFix > 0)) {
    if (counts.mustFix > 0) return words("pane.state.mustFix", { count: counts.mustFix });
    return words(counts.explain > 0 ? "pane.state.explain" : "pane.state.fine", { count: counts.explain });
  }
  if (faulty.length > 0) return words("pane.state.mustFixUnits", { count: faulty.length });
  const asked = units.filter((unit) => unit.counts.explain > 0).length;
  if (asked > 0) return words("pane.state.explainUnits", { count: asked });
  return words(counts.explain > 0 ? "pane.state.explain" : "pane.state.fine", { count: counts.explain });
}

function reportState(view: SessionView): MessageKey {
  if (!canConsolidate(view)) return "pane.state.waiting";
  return view.counted.length < view.units.length ? "pane.state.reportProvisional" : "pane.state.reportReady";
}
