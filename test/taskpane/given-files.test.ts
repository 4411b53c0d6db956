/** @jest-environment ./test/tooling/page-environment.cjs */
import { chosenFolder, droppedFiles } from "../../src/taskpane/given-files";

const inFolder = (path: string): File =>
  Object.defineProperty(new File([], path.replace(/^.*\//, "")), "webkitRelativePath", { value: path });

/** A file or folder as the browser hands it over when it is dropped; folders in portions, as Chromium does. */
function entry(name: string, children?: readonly FileSystemEntry[]): FileSystemEntry {
  const portions = children ? [...children.map((child) => [child]), []] : [];
  return {
    name,
    isFile: !children,
    isDirectory: !!children,
    file: (resolve: (file: File) => void) => resolve(new File([], name)),
    createReader: () => ({
      readEntries: (resolve: (some: unknown) => void) => resolve(portions.shift() ?? []),
    }),
  } as unknown as FileSystemEntry;
}

const dropped = (...entries: FileSystemEntry[]) =>
  droppedFiles({
    items: entries.map((each) => ({ webkitGetAsEntry: () => each })),
    files: [],
  } as unknown as DataTransfer);

const names = (files: readonly { name: string }[]): string[] => files.map(({ name }) => name);

describe("a folder that was chosen", () => {
  it("is read with its subfolders, names relative to it", () => {
    const { files, skipped } = chosenFolder([inFolder("报表/台上镇.xlsx"), inFolder("报表/乡/麻线乡.xls")]);
    expect(names(files)).toEqual(["台上镇.xlsx", "乡/麻线乡.xls"]);
    expect(skipped).toEqual([]);
  });

  it.each([
    "报表/~$台上镇.xlsx",
    "报表/.台上镇.xlsx",
    "报表/说明.docx",
    "报表/.git/a.xlsx",
    "报表/Thumbs.db",
  ])("passes over %s and says so", (path) => {
    const { files, skipped } = chosenFolder([inFolder("报表/台上镇.xlsx"), inFolder(path)]);
    expect(names(files)).toEqual(["台上镇.xlsx"]);
    expect(skipped).toEqual([path.replace("报表/", "")]);
  });
});

describe("what is dropped", () => {
  it("is taken as it is, file by file", async () => {
    const { files, skipped } = await dropped(entry("台上镇.xlsx"), entry("照片.jpg"));
    expect(names(files)).toEqual(["台上镇.xlsx", "照片.jpg"]);
    expect(skipped).toEqual([]);
  });

  it("may be a folder, of which every portion is read", async () => {
    const folder = entry("报表", [
      entry("台上镇.xlsx"),
      entry("麻线乡.xlsx"),
      entry("乡", [entry("a.xlsx")]),
      entry("x.docx"),
    ]);
    const { files, skipped } = await dropped(folder);
    expect(names(files)).toEqual(["台上镇.xlsx", "麻线乡.xlsx", "乡/a.xlsx"]);
    expect(skipped).toEqual(["x.docx"]);
  });

  it("tells files of one name in two folders apart", async () => {
    const { files } = await dropped(entry("一", [entry("报表.xlsx")]), entry("二", [entry("报表.xlsx")]));
    expect(names(files)).toEqual(["一/报表.xlsx", "二/报表.xlsx"]);
  });
});
