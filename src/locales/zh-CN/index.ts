import { decisions } from "./decisions";
import { defects } from "./defects";
import { files } from "./files";
import { findings } from "./findings";
import { pane } from "./pane";
import { returns } from "./returns";
import { rules } from "./rules";
import { selfTest } from "./self-test";
import { template } from "./template";
import { templatePane } from "./template-pane";
import { text } from "./text";

/** Chinese leads: a key exists because it stands here. */
export const zhCN = {
  ...decisions,
  ...defects,
  ...files,
  ...findings,
  ...pane,
  ...returns,
  ...rules,
  ...selfTest,
  ...template,
  ...templatePane,
  ...text,
} as const;
