/** The command line: `npm run -s batch -- check PATH …`. */
import { keepHeapSmall } from "./keep-heap-small";
import { runCall } from "./run";

keepHeapSmall();

void runCall(process.argv.slice(2), { out: process.stdout, err: process.stderr }).then((exit) => {
  process.exitCode = exit;
});
