import { decisions } from "./decisions";
import { defects } from "./defects";
import { files } from "./files";
import { findings } from "./findings";
import { pane } from "./pane";
import { returns } from "./returns";
import { template } from "./template";
import { templatePane } from "./template-pane";
import { text } from "./text";

/** Chinese leads: a key exists because it is here, or in `fetched.ts`. */
export const zhCN = {
  ...decisions,
  ...defects,
  ...files,
  ...findings,
  ...pane,
  ...returns,
  ...template,
  ...templatePane,
  ...text,
} as const;
