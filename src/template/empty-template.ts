/** A template without forms: what a county starts from that has forms of its own. */
import { builtIn, builtInLines, settings } from "./builtin/settings";
import type { Template } from "./template";

export function emptyTemplate(name: string): Template {
  return {
    id: name,
    version: 1,
    name,
    county: "",
    committee: "",
    forms: [],
    lists: [],
    units: [],
    rules: [],
    // Checks that are about certain lines of the built-in forms have nothing to look at.
    builtIn: { ...builtIn, P08: "off", X06: "off", C06: "off" },
    builtInLines,
    settings,
    charts: [],
    report: [],
    history: [],
  };
}
