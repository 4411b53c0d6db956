/** Which files of tests run together: so that what is dear to make is shared, and two workers have as much to do. */
const { page, shareable } = require("./all-files.cjs") as Record<"page" | "shareable", readonly string[]>;

const inRooms = (...rooms: readonly string[]): readonly string[] =>
  shareable.filter((file) => rooms.some((room) => file.startsWith(`${room}/`)));

const adapters = inRooms("excel", "excel-host", "files");
/** Files right below `test/` come last, as one of them makes jest forget what it has loaded. */
const others = shareable.filter((file) => !file.includes("/"));
const inner = inRooms(
  "annual-report",
  "consolidation",
  "county-workbook",
  "fact-check",
  "rules",
  "template",
  "workbook",
);
const commandLine = inRooms("trust", "cli");
const taken = new Set([...adapters, ...others, ...inner, ...commandLine]);

export const GROUPS = {
  adapters: [...adapters, ...others],
  commandLine,
  inner,
  pane: page,
  rooms: shareable.filter((file) => !taken.has(file)),
};
