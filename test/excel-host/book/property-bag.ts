import type { Json } from "../protocol/messages";

/** Properties that Excel keeps for us without acting on them, and the bags below it: `title` → `format` → `font`. */
export class PropertyBag {
  readonly values = new Map<string, Json>();
  readonly children = new Map<string, PropertyBag>();

  child(name: string): PropertyBag {
    let bag = this.children.get(name);
    if (!bag) this.children.set(name, (bag = new PropertyBag()));
    return bag;
  }

  /** Sorted by name and without empty children, so that equal bags give equal data. */
  toJson(): Json {
    const entries: [string, Json][] = [...this.values];
    for (const [name, bag] of this.children) {
      const json = bag.toJson();
      if (Object.keys(json as object).length > 0) entries.push([`${name}/`, json]);
    }
    return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  /** The inverse of {@link toJson}. */
  fill(json: Json): void {
    for (const [key, value] of Object.entries(json ?? {})) {
      if (key.endsWith("/")) this.child(key.slice(0, -1)).fill(value as Json);
      else this.values.set(key, value as Json);
    }
  }
}
