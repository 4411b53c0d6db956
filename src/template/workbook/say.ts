/** How the template workbook explains itself: it hands over a key and parameters, and gets the words. */
export type Say = (code: string, params?: Readonly<Record<string, string | number>>) => string;

/** Braces in a text that explains braces. */
export const BRACES = { open: "{", close: "}" } as const;
