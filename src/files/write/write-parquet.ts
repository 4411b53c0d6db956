/** Writes a table as a Parquet file, a group of rows at a time: what is in memory does not grow with the table. */
import { closeSync, openSync, writeSync } from "node:fs";
import { ByteWriter, ParquetWriter } from "hyparquet-writer";

export type ColumnKind = "text" | "number" | "whole" | "boolean" | "texts";

/** Columns by name, in their order. */
export type TableColumns<Row> = Readonly<Record<keyof Row & string, ColumnKind>>;

/** Rows of a group: so many that their texts repeat, so few that two groups are nothing beside a workbook. */
const GROUP = 50_000;

export class ParquetTable<Row extends object> {
  rows = 0;
  private readonly file: number;
  private readonly writer: ParquetWriter;
  private readonly columns: readonly { readonly name: keyof Row & string; readonly data: unknown[] }[];

  constructor(path: string, columns: TableColumns<Row>) {
    this.file = openSync(path, "w");
    const bytes = new ByteWriter(2 ** 20);
    const flush = (): void => {
      const whole = new Uint8Array(bytes.buffer, 0, bytes.index);
      for (let at = 0; at < whole.length;) at += writeSync(this.file, whole, at);
      bytes.index = 0;
    };
    const names = Object.keys(columns) as (keyof Row & string)[];
    this.columns = names.map((name) => ({ name, data: [] }));
    this.writer = new ParquetWriter({
      writer: Object.assign(bytes, { flush, finish: flush }),
      schema: [
        { name: "facts", num_children: names.length },
        ...names.flatMap((name) => elementsOf(name, columns[name])),
      ],
    });
  }

  add(row: Row): void {
    for (const { name, data } of this.columns) data.push(row[name]);
    this.rows++;
    if (this.columns[0]!.data.length >= GROUP) this.writeGroup();
  }

  /** Writes what is left and the table's description, without which it cannot be read. */
  finish(): void {
    this.writeGroup();
    void this.writer.finish();
  }

  close(): void {
    closeSync(this.file);
  }

  private writeGroup(): void {
    if (this.columns[0]!.data.length === 0) return;
    void this.writer.write({ columnData: [...this.columns], rowGroupSize: GROUP });
    for (const { data } of this.columns) data.length = 0;
  }
}

type Element = ConstructorParameters<typeof ParquetWriter>[0]["schema"][number];

function elementsOf(name: string, kind: ColumnKind): Element[] {
  const text = { type: "BYTE_ARRAY", converted_type: "UTF8" } as const;
  const optional = { name, repetition_type: "OPTIONAL" } as const;
  switch (kind) {
    case "text":
      return [{ ...optional, ...text }];
    case "number":
      return [{ ...optional, type: "DOUBLE" }];
    case "whole":
      return [{ ...optional, type: "INT32" }];
    case "boolean":
      return [{ ...optional, type: "BOOLEAN" }];
    case "texts":
      return [
        { ...optional, converted_type: "LIST", num_children: 1 },
        { name: "list", repetition_type: "REPEATED", num_children: 1 },
        { name: "element", repetition_type: "REQUIRED", ...text },
      ];
  }
}
