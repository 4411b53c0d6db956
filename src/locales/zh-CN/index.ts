import { batch } from "./batch";
import { defects } from "./defects";
import { files } from "./files";
import { findings } from "./findings";
import { pane } from "./pane";
import { report } from "./report";
import { rules } from "./rules";
import { template } from "./template";
import { templatePane } from "./template-pane";
import { text } from "./text";

/** Chinese leads: a key exists because it stands here. */
export const zhCN = {
  ...batch,
  ...defects,
  ...files,
  ...findings,
  ...pane,
  ...report,
  ...rules,
  ...template,
  ...templatePane,
  ...text,
} as const;
