/** Small checks of our own: a real Excel's pane has no jest. */

/** Throws where the two are not the same data. */
export function same(actual: unknown, expected: unknown): void {
  const [found, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (found !== wanted) throw new Error(`Excel gave ${found}; expected was ${wanted}.`);
}

/** Throws unless what is done is refused with one of the codes. */
export async function refused(attempt: () => Promise<unknown>, ...codes: readonly string[]): Promise<void> {
  const error = await failureOf(attempt);
  if (error === undefined) throw new Error(`Excel did it; expected was ${codes.join(" or ")}.`);
  if (!(error instanceof OfficeExtension.Error)) throw error;
  if (!codes.includes(error.code)) {
    throw new Error(
      `Excel refused with ${error.code} (${error.message}); expected was ${codes.join(" or ")}.`,
    );
  }
}

async function failureOf(attempt: () => Promise<unknown>): Promise<unknown> {
  try {
    await attempt();
    return undefined;
  } catch (error) {
    return error;
  }
}
