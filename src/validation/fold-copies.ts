/** D11: in a copy of another unit's file everything that does not fit this unit follows from the copying. */
import type { Finding } from "../intake/finding";

/** What compares with last year, and sums that were another unit's. */
const FOLLOWS = /^(?:P\d|R08$|R09$|D17$|D54$)/;

/** The findings of all files and those across them, with what a copied file brings about folded under its D11. */
export function foldCopies(findings: readonly Finding[], across: readonly Finding[]): Finding[] {
  const copies = new Map(across.filter(({ code }) => code === "D11").map((copy) => [copy.place.file, copy]));
  const follows = ({ code, place }: Finding): boolean => copies.has(place.file) && FOLLOWS.test(code);
  const all = [...findings, ...across.filter(({ code }) => code !== "D11")];
  const folded = [...copies.values()].map((copy) => ({
    ...copy,
    causes: [...copy.causes, ...all.filter((each) => each.place.file === copy.place.file && follows(each))],
  }));
  return [...all.filter((finding) => !follows(finding)), ...folded];
}
