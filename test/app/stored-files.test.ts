import { StoredFiles } from "../../src/app/stored-files";

const file = (name: string, size: number) => ({
  name,
  content: { arrayBuffer: async () => new ArrayBuffer(size) },
});

async function portions(files: StoredFiles, given: readonly unknown[]): Promise<number[][]> {
  const entry = files.entry({ call: "addFiles", given: [given] });
  const found = [];
  for await (const portion of files.bytesOf([entry])) found.push(portion.map(({ key }) => key));
  return found;
}

describe("the bytes of files that are stored", () => {
  it("come together where they are small", async () => {
    expect(await portions(new StoredFiles(), [file("a", 10), file("b", 10)])).toEqual([[0, 1]]);
  });

  it("come in portions where together they might not fit into memory", async () => {
    const large = 2 ** 25 + 1;
    const given = [file("a", large), file("b", large), file("c", 10)];
    expect(await portions(new StoredFiles(), given)).toEqual([[0], [1], [2]]);
  });

  it("are left out of a file that was taken out again, and last year's workbook of its name stays", async () => {
    const files = new StoredFiles();
    files.entry({ call: "setLastYear", given: [file("a", 10)] });
    const entry = files.entry({ call: "addFiles", given: [[file("a", 10), file("b", 10)]] });
    expect(files.drop("a")).toEqual([1]);
    const found = [];
    for await (const portion of files.bytesOf([entry])) found.push(...portion.map(({ key }) => key));
    expect(found).toEqual([2]);
  });
});
