/** Compound files ([MS-CFB]): the names of their streams, and the bytes of one. */
const HEADER = 512;
const DIRECTORY_ENTRY = 128;
const END_OF_CHAIN = 0xfffffffa;
const TABLES_IN_HEADER = 109;
/** Sectors of a directory; a real one fits in far fewer. */
const MOST_OF_DIRECTORY = 4096;
const ROOT = 5;

interface Entry {
  readonly name: string;
  readonly type: number;
  readonly start: number;
  readonly size: number;
}

/** Names of streams and storages, in the order of the directory; fewer where the file is damaged. */
export function compoundFileNames(bytes: Uint8Array): string[] {
  if (bytes.length < HEADER) return [];
  return new CompoundFile(bytes).entries.map(({ name }) => name);
}

/** The bytes of a stream, whatever the case of its name ([MS-CFB] 2.6.4); null where there is none, or it is cut off. */
export function compoundFileStream(bytes: Uint8Array, name: string): Uint8Array | null {
  if (bytes.length < HEADER) return null;
  const file = new CompoundFile(bytes);
  const entry = file.entries.find((each) => each.name.toLowerCase() === name.toLowerCase());
  return entry ? file.stream(entry) : null;
}

class CompoundFile {
  readonly entries: readonly Entry[];
  private readonly view: DataView;
  private readonly sectorSize: number;

  constructor(private readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    this.sectorSize = 1 << Math.min(this.view.getUint16(30, true), 16);
    this.entries = this.readDirectory();
  }

  stream({ start, size }: Entry): Uint8Array | null {
    const isSmall = size < this.view.getUint32(56, true);
    const whole = isSmall ? this.smallStream(start, size) : this.chain(start, size);
    return whole && whole.length >= size ? whole.subarray(0, size) : null;
  }

  /** Streams below 4096 bytes share one stream, that of the root, in sectors of their own. */
  private smallStream(start: number, size: number): Uint8Array | null {
    const root = this.entries.find(({ type }) => type === ROOT);
    const container = root && this.chain(root.start, root.size);
    const table = this.chain(this.view.getUint32(60, true), this.view.getUint32(64, true) * this.sectorSize);
    if (!container || !table) return null;
    const next = new DataView(table.buffer, table.byteOffset, table.length);
    const sectorSize = 1 << Math.min(this.view.getUint16(32, true), 16);
    const out = new Uint8Array(Math.ceil(size / sectorSize) * sectorSize);
    let sector = start;
    for (let at = 0; at < out.length; at += sectorSize) {
      if (sector >= END_OF_CHAIN || (sector + 1) * sectorSize > container.length + sectorSize - 1)
        return null;
      out.set(container.subarray(sector * sectorSize, (sector + 1) * sectorSize), at);
      sector = sector * 4 + 4 <= table.length ? next.getUint32(sector * 4, true) : END_OF_CHAIN;
    }
    return out;
  }

  /** As many sectors of a chain as hold `size` bytes; null where it ends before. */
  private chain(start: number, size: number): Uint8Array | null {
    if (size > this.bytes.length) return null;
    const out = new Uint8Array(Math.ceil(size / this.sectorSize) * this.sectorSize);
    let sector = start;
    for (let at = 0; at < out.length; at += this.sectorSize) {
      const from = (sector + 1) * this.sectorSize;
      if (sector >= END_OF_CHAIN || from >= this.bytes.length) return null;
      out.set(this.bytes.subarray(from, from + this.sectorSize), at);
      sector = this.next(sector);
    }
    return out;
  }

  private readDirectory(): Entry[] {
    const entries: Entry[] = [];
    let sector = this.view.getUint32(48, true);
    for (let i = 0; i < MOST_OF_DIRECTORY && sector < END_OF_CHAIN; i++) {
      const at = (sector + 1) * this.sectorSize;
      if (at + this.sectorSize > this.bytes.length) break;
      for (let entry = at; entry < at + this.sectorSize; entry += DIRECTORY_ENTRY)
        entries.push(this.entry(entry));
      sector = this.next(sector);
    }
    return entries.filter(({ name }) => name !== "");
  }

  private entry(at: number): Entry {
    const { view } = this;
    const length = Math.min(64, view.getUint16(at + 64, true)) / 2 - 1;
    let name = "";
    for (let i = 0; i < length; i++) name += String.fromCharCode(view.getUint16(at + i * 2, true));
    const type = view.getUint8(at + 66);
    return {
      name: type === 0 ? "" : name,
      type,
      start: view.getUint32(at + 116, true),
      size: view.getUint32(at + 120, true),
    };
  }

  /** The allocation table says which sector follows; the header lists its first 109 sectors, a chain the others. */
  private next(sector: number): number {
    const { view, sectorSize } = this;
    const perSector = sectorSize / 4;
    const table = this.tableSector(Math.floor(sector / perSector));
    if (table >= END_OF_CHAIN) return END_OF_CHAIN;
    const at = (table + 1) * sectorSize + (sector % perSector) * 4;
    return at + 4 <= view.byteLength ? view.getUint32(at, true) : END_OF_CHAIN;
  }

  private tableSector(table: number): number {
    const { view, sectorSize } = this;
    if (table < TABLES_IN_HEADER) return view.getUint32(76 + table * 4, true);
    const perSector = sectorSize / 4 - 1;
    let sector = view.getUint32(68, true);
    for (let i = Math.floor((table - TABLES_IN_HEADER) / perSector); i > 0 && sector < END_OF_CHAIN; i--)
      sector = this.numberAt(sector, perSector);
    return sector < END_OF_CHAIN
      ? this.numberAt(sector, (table - TABLES_IN_HEADER) % perSector)
      : END_OF_CHAIN;
  }

  private numberAt(sector: number, index: number): number {
    const at = (sector + 1) * this.sectorSize + index * 4;
    return at + 4 <= this.view.byteLength ? this.view.getUint32(at, true) : END_OF_CHAIN;
  }
}
