import { SearchBox, Select } from "@fluentui/react-components";
import type { JSX } from "react";
import { useCommonStyles } from "../common/common.styles";
import type { UnitStatus } from "../common/status";
import { useMessages } from "../messages";
import type { BoardGroup } from "./board-groups";
import { useCollectStyles } from "./Collect.styles";

interface Props {
  readonly groups: readonly BoardGroup[];
  readonly total: number;
  readonly status: UnitStatus | null;
  readonly search: string;
  onStatus(status: UnitStatus | null): void;
  onSearch(search: string): void;
}

/** Which of many units are shown. */
export function BoardChoice({ groups, total, status, search, onStatus, onSearch }: Props): JSX.Element {
  const words = useMessages();
  const styles = useCollectStyles();
  const common = useCommonStyles();
  return (
    <div className={styles.choice} role="search" aria-label={words("pane.board.search")}>
      <SearchBox
        className={styles.search}
        aria-label={words("pane.board.search")}
        placeholder={words("pane.board.search")}
        value={search}
        dismiss={{ "aria-label": words("pane.check.search.clear") }}
        onChange={(_, { value }) => onSearch(value)}
      />
      <Select
        className={common.field}
        aria-label={words("pane.board.status")}
        value={status ?? ""}
        onChange={(_, { value }) => onStatus(value === "" ? null : (value as UnitStatus))}
      >
        <option value="">{words("pane.board.all", { count: total })}</option>
        {groups.map((group) => (
          <option key={group.status} value={group.status}>
            {words(`pane.status.${group.status}`)} {group.entries.length}
          </option>
        ))}
      </Select>
    </div>
  );
}
