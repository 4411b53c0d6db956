/** Which worksheet is in front. A chart sheet is none: then Excel refuses the question, and with it all of the request. */

/**
 * Sends what `queue` asks for, together with the question which worksheet is in front; null where it is a chart sheet.
 * No page names the error, so it is known by its place too: https://github.com/OfficeDev/office-js/issues/2444
 */
export async function syncWithActive<T>(
  context: Excel.RequestContext,
  queue: () => T,
): Promise<{ readonly asked: T; readonly active: string | null }> {
  const active = context.workbook.worksheets.getActiveWorksheet();
  active.load("name");
  const asked = queue();
  try {
    await context.sync();
    return { asked, active: active.name };
  } catch (error) {
    if (!isNoWorksheet(error)) throw error;
  }
  const again = queue();
  await context.sync();
  return { asked: again, active: null };
}

const REFUSALS: readonly string[] = [
  "ItemNotFound",
  "InvalidSelection",
  "InvalidOperation",
  "GeneralException",
];

function isNoWorksheet(error: unknown): boolean {
  if (!(error instanceof OfficeExtension.Error)) return false;
  if (error.code === "UnsupportedSheet") return true;
  const place = error.debugInfo?.errorLocation ?? "";
  return REFUSALS.includes(error.code) && place.endsWith("getActiveWorksheet");
}
