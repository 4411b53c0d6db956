/** What the promise yields; rejects with one line where that takes longer than `seconds`. */
export async function within<T>(seconds: number, what: string, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(oneLine(`${what}: not done after ${seconds} s`)), seconds * 1000);
  });
  try {
    return await Promise.race([promise, timeout]);
  } finally {
    clearTimeout(timer);
  }
}

/** An error that a test runner prints as its message alone. */
export function oneLine(message: string): Error {
  const error = new Error(message);
  error.stack = message;
  return error;
}
