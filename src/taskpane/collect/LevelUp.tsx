import { Button, Input, Textarea } from "@fluentui/react-components";
import { ArrowUpRegular } from "@fluentui/react-icons";
import { useState, type JSX } from "react";
import type { LevelUpView, SessionView } from "../../app/view";
import { useCommonStyles } from "../common/common.styles";
import { Disclosure } from "../common/Disclosure";
import { namesIn } from "../common/names-in";
import { useMessages } from "../messages";
import { usePaneContext } from "../usePane";
import { useCollectStyles } from "./Collect.styles";
import { MetCounty } from "./MetCounty";

const UNITS = ["pane.levelUp.units.1", "pane.levelUp.units.2", "pane.levelUp.units.3"] as const;

interface Props {
  readonly levelUp: LevelUpView;
  readonly view: SessionView;
}

/** Several county workbooks were met: most likely they are what the counties report. */
export function LevelUp({ levelUp: { step, files }, view }: Props): JSX.Element {
  const words = useMessages();
  const styles = useCollectStyles();
  const common = useCommonStyles();
  const { session, work } = usePaneContext();
  const [names, setNames] = useState("");
  const [name, setName] = useState("");
  const title = words("pane.levelUp.met", { count: files.length });
  const units = words(UNITS[step - 1] ?? UNITS[2]);
  return (
    <section className={styles.card} aria-label={title}>
      <div>
        <h2 className={styles.heading}>{title}</h2>
        <p className={styles.lead}>{words("pane.levelUp.what", { units })}</p>
      </div>
      <Button
        appearance="primary"
        className={styles.big}
        icon={<ArrowUpRegular />}
        disabled={work.task !== null}
        onClick={() => void session.reportCounties(namesIn(names), name.trim())}
      >
        {words("pane.levelUp.yes")}
      </Button>
      <div>
        <Disclosure title={words("pane.levelUp.register")}>
          {() => (
            <div className={common.stack}>
              <Input
                aria-label={words("pane.levelUp.name")}
                placeholder={words("pane.levelUp.name")}
                value={name}
                onChange={(_, { value }) => setName(value)}
              />
              <Textarea
                aria-label={words("pane.levelUp.names")}
                placeholder={words("pane.levelUp.names")}
                resize="vertical"
                value={names}
                onChange={(_, { value }) => setNames(value)}
              />
            </div>
          )}
        </Disclosure>
        <Disclosure title={words("pane.levelUp.eachOne")}>
          {() => (
            <div className={styles.groups}>
              {view.counties
                .filter(({ file }) => file !== null)
                .map((county) => (
                  <MetCounty key={county.file} county={county} view={view} />
                ))}
            </div>
          )}
        </Disclosure>
      </div>
    </section>
  );
}
