/**
 * The names under which some clients write a member that is read under its own: the desktop clients set
 * `showGridlines` as `Gridlines`, as seen in the traffic.
 */
const WRITTEN_AS: Readonly<Record<string, string>> = { Gridlines: "showGridlines", Headings: "showHeadings" };

/** `getRange → GetRange`. */
export function serverName(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** `GetRange → getRange`; hidden members keep their name. */
export function clientName(name: string): string {
  return WRITTEN_AS[name] ?? name.charAt(0).toLowerCase() + name.slice(1);
}
