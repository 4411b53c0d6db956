/** Runs a call of the command line. Heavy parts load only for the command that needs them. */
import { say } from "../locales/command-line";
import { isUsageError, parseCall, type Call } from "./arguments";
import { errorDocument } from "./document";
import { CallError, EXIT, type Outcome, type Streams } from "./outcome";

type Run = (call: Call, streams: Streams) => Promise<Outcome>;
type Commands = Record<Call["command"], () => Promise<Run>>;

const COMMANDS: Commands = {
  samples: async () => {
    const { samples } = await import("./samples");
    return (call) => samples(call);
  },
  check: async () => (await import("./check")).check,
  consolidate: async () => (await import("./consolidate")).consolidate,
  facts: async () => (await import("./facts")).facts,
  dump: async () => (await import("./dump")).dump,
  template: async () => (await import("./template")).template,
  try: async () => (await import("./try")).tryTemplate,
  roll: async () => (await import("./roll")).roll,
  issue: async () => (await import("./issue")).issue,
  text: async () => (await import("./text")).text,
};

/**
 * Runs a call and says what it has to say.
 * @param words the words after `batch --`
 * @param own commands to be run in place of ours
 * @returns the exit code: 0, 1 (must-fix findings, disagreeing claims) or 2 (wrong call, nothing readable)
 */
export async function runCall(
  words: readonly string[],
  streams: Streams,
  own: Partial<Commands> = {},
): Promise<number> {
  const call = parseCall(words);
  const fail = (code: string, message: string): Promise<number> => complain(call, code, message, streams);
  if (isUsageError(call)) return fail(call.code, say(call.locale, call.code, call.params));
  try {
    const run = await (own[call.command] ?? COMMANDS[call.command])();
    const { document, text, exit } = await run(call, streams);
    await print(streams.out, call.json ? JSON.stringify(document) : text);
    return exit;
  } catch (error) {
    if (error instanceof CallError) return fail(error.code, say(call.locale, error.code, error.params));
    const detail = error instanceof Error ? error.message : String(error);
    return fail("error.internal", say(call.locale, "error.internal", { detail }));
  }
}

async function complain(
  { json }: { readonly json: boolean },
  code: string,
  message: string,
  { out, err }: Streams,
): Promise<number> {
  if (json) await print(out, JSON.stringify(errorDocument(code, message)));
  await print(err, message);
  return EXIT.failed;
}

/** Waits until all of it has left: a pipe may be slow and `process.exit` would cut it off. */
function print(stream: NodeJS.WritableStream, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(`${text}\n`, (error) => (error ? reject(error) : resolve()));
  });
}
