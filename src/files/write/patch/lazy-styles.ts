import { CONTENT_TYPES } from "../package";
import { StyleTable } from "../styles";
import type { ForeignPackage } from "./foreign-package";
import { ForeignStyles } from "./foreign-styles";

/** The styles part is read only where a change needs it. */
export class LazyStyles {
  private open: { readonly path: string; readonly styles: ForeignStyles } | null = null;

  constructor(private readonly store: ForeignPackage) {}

  get(): ForeignStyles {
    if (!this.open) {
      const path = this.path();
      this.open = { path, styles: new ForeignStyles(this.store.need(path)) };
    }
    return this.open.styles;
  }

  save(): void {
    const text = this.open?.styles.result() ?? null;
    if (this.open && text !== null) this.store.replace(this.open.path, text);
  }

  /** A workbook without any formats need not have the part. */
  private path(): string {
    const { workbook } = this.store;
    const known = this.store.relationships(workbook).find(({ type }) => type === "styles");
    if (known) return known.target;
    const path = this.store.freePath("xl/styles#.xml");
    this.store.relate(workbook, "styles", path);
    this.store.add(path, new StyleTable().xml(), CONTENT_TYPES.styles);
    return path;
  }
}
