/** Places as people write them. */
import type { Finding } from "../findings/finding";

/** The last part of a path: what a person calls the file. */
export function baseName(file: string): string {
  return file.replace(/^.*\//, "");
}

/** `关工02!E7`; null where the finding is about the whole file. */
export function placeText({ place: { sheet, cell } }: Pick<Finding, "place">): string | null {
  if (sheet === null) return null;
  return cell === null ? sheet : `${sheet}!${cell}`;
}
