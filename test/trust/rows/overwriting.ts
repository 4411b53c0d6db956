/** Nothing of a person's is overwritten by the command line. */
import { link, mkdir, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { builtInTemplate } from "../../../src/template/builtin";
import { templatePlan } from "../../../src/template/workbook/template-plan";
import { call, type Said } from "../../cli/call";
import { say } from "../../template/template-words";
import { plan, write, type Row } from "../row";

const UNIT = "台上镇.xlsx";

/** A folder with one submission in it, and what that holds. */
async function sent(folder: string): Promise<{ readonly file: string; readonly bytes: Buffer }> {
  const file = join(folder, "sent", UNIT);
  await write(join(folder, "sent"), { [UNIT]: plan("台上镇") });
  return { file, bytes: await readFile(file) };
}

async function refused(said: Promise<Said>, code: string): Promise<void> {
  const { exit, json } = await said;
  expect({ exit, code: json.error.code }).toEqual({ exit: 2, code });
}

/** `out` leads to the one submission: refused, with `--force` too, and the submission is as it was. */
async function isRefusedAsSource(folder: string, out: (file: string) => Promise<string>): Promise<void> {
  const { file, bytes } = await sent(folder);
  const target = await out(file);
  for (const force of [[], ["--force"]]) {
    await refused(
      call("consolidate", join(folder, "sent"), "--out", target, "--json", ...force),
      "error.outIsInput",
    );
    await refused(call("check", file, "--out", target, "--json", ...force), "error.outIsInput");
  }
  expect(await readFile(file)).toEqual(bytes);
}

const SHOULD_STAY = "写了一下午的东西";

export const OVERWRITING: readonly Row[] = [
  {
    title: "--out that is a source is refused, whatever else is said",
    holds: (folder) => isRefusedAsSource(folder, async (file) => file),
  },
  {
    title: "--out that is a source by another spelling is refused",
    holds: (folder) => isRefusedAsSource(folder, async () => `${folder}/sent/../sent//./${UNIT}`),
  },
  {
    title: "--out that is a source by a symbolic link is refused",
    holds: (folder) =>
      isRefusedAsSource(folder, async (file) => {
        const out = join(folder, "out.xlsx");
        await symlink(file, out);
        return out;
      }),
  },
  {
    title: "--out that is a source by a hard link is refused",
    holds: (folder) =>
      isRefusedAsSource(folder, async (file) => {
        const out = join(folder, "out.xlsx");
        await link(file, out);
        return out;
      }),
  },
  {
    title: "--out that is the template or the list of rules of the call is refused",
    holds: async (folder) => {
      const [template, rules] = [join(folder, "t.xlsx"), join(folder, "rules.txt")];
      await write(folder, { "t.xlsx": templatePlan(builtInTemplate, say) });
      await writeFile(rules, "0216<=0201\n");
      for (const out of [template, rules]) {
        await refused(
          call("template", "--template", template, "--rules", rules, "--out", out, "--force", "--json"),
          "error.outIsInput",
        );
      }
    },
  },
  {
    title: "another file at --out is replaced only with --force",
    holds: async (folder) => {
      const { file } = await sent(folder);
      const out = join(folder, "总结.xlsx");
      await writeFile(out, SHOULD_STAY);
      await refused(call("check", file, "--out", out, "--json"), "error.outExists");
      expect(await readFile(out, "utf8")).toBe(SHOULD_STAY);
      expect((await call("check", file, "--out", out, "--force")).exit).toBe(0);
      expect((await readFile(out)).subarray(0, 2).toString()).toBe("PK");
    },
  },
  {
    title: "somebody's X.part beside the result stays, and nothing unfinished is left",
    holds: async (folder) => {
      const { file } = await sent(folder);
      await writeFile(join(folder, "out.xlsx.part"), SHOULD_STAY);
      expect((await call("check", file, "--out", join(folder, "out.xlsx"))).exit).toBe(0);
      expect(await readFile(join(folder, "out.xlsx.part"), "utf8")).toBe(SHOULD_STAY);
      expect((await readdir(folder)).sort()).toEqual(["out.xlsx", "out.xlsx.part", "sent"]);
    },
  },
  {
    title: "of two runs into one file one succeeds",
    holds: async (folder) => {
      const out = join(folder, "t.xlsx");
      const runs = await Promise.all([1, 2, 3].map(() => call("template", "--out", out)));
      expect(runs.map(({ exit }) => exit).sort()).toEqual([0, 2, 2]);
      expect(await readdir(folder)).toEqual(["t.xlsx"]);
    },
  },
  {
    title: "issue writes into no folder where a name of its is taken, and lists the names",
    holds: async (folder) => {
      const template = await registerOf(folder, "台上镇", "榆林镇");
      await mkdir(join(folder, "blank"));
      await writeFile(join(folder, "blank", UNIT), SHOULD_STAY);
      const issue = (...more: string[]): Promise<Said> =>
        call("issue", "--out", join(folder, "blank"), "--template", template, "--json", ...more);
      const { exit, json } = await issue();
      expect([exit, json.error.code]).toEqual([2, "error.outExists"]);
      expect(json.error.message).toContain(UNIT);
      expect(await readdir(join(folder, "blank"))).toEqual([UNIT]);
      expect(await readFile(join(folder, "blank", UNIT), "utf8")).toBe(SHOULD_STAY);
      expect((await issue("--force")).exit).toBe(0);
      expect(await readdir(join(folder, "blank"))).toHaveLength(2);
    },
  },
  {
    title: "names that a file system refuses or takes for one are made different, and that is said",
    holds: async (folder) => {
      const template = await registerOf(folder, "财政/金融", "财政:金融", "CON", "民政局. ");
      const out = join(folder, "blank");
      const said = await call("issue", "--out", out, "--template", template, "--json");
      const files = (said.json as unknown as { files: { unit: string; file: string }[] }).files;
      expect(said.exit).toBe(0);
      expect((await readdir(out)).sort()).toEqual(files.map(({ file }) => file).sort());
      expect(new Set(files.map(({ file }) => file.toLowerCase())).size).toBe(4);
      for (const { file } of files) expect(file).not.toMatch(/[\\/:*?"<>|]|^con\.|[. ]\.xlsx$/i);
      const { out: text } = await call("issue", "--out", out, "--template", template, "--force");
      expect(text).toContain("“财政:金融”");
      expect(text).toContain(files.find(({ unit }) => unit === "财政:金融")!.file);
    },
  },
];

/** A template whose register has these units and no others. */
async function registerOf(folder: string, ...names: string[]): Promise<string> {
  const units = names.map((name, i) => ({ ...builtInTemplate.units[i]!, name, aliases: [] }));
  await write(folder, { "units.xlsx": templatePlan({ ...builtInTemplate, units }, say) });
  return join(folder, "units.xlsx");
}
