/** What a clerk sees in a cell is what counts, or it is asked or named. */
import { codesAt, consolidated, plan, typed, type Row } from "../row";

export const SHOWN: readonly Row[] = [
  {
    title: "a number typed as text counts as the number, and is noted",
    holds: async (folder) => {
      const { document } = await consolidated(folder, {
        "台上镇.xlsx": typed(plan("台上镇"), "关工01", { E7: "1" }),
      });
      expect(codesAt(document, "关工01", "E7")).toContain("D31");
    },
  },
];
