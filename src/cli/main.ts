/** The command line: `npm run -s batch -- check PATH …`. */
import { runCall } from "./run";

void runCall(process.argv.slice(2), { out: process.stdout, err: process.stderr }).then((exit) => {
  process.exitCode = exit;
});
