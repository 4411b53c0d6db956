/**
 * Names of files and folders that Windows, macOS and Linux all take and keep apart (Microsoft, "Naming Files, Paths,
 * and Namespaces").
 */

/** Devices of Windows, whatever ending follows them. */
const RESERVED = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?=\s*(?:\.|$))/i;
const REFUSED = /[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}]/gu;
/** UTF-16 units: of three bytes each they leave room in the 255 bytes of Linux for a number and an ending. */
const LONGEST = 76;

/** The text as the name of a file or of a folder; the text itself wherever that will do. */
export function fileNameFor(text: string): string {
  const name = shortened(text.normalize("NFC").replace(REFUSED, "_"))
    .trim()
    .replace(/[. ]+$/, "")
    // Hidden files and the lock files of Office are passed over when a folder is read.
    .replace(/^[.~]/, "_")
    .replace(RESERVED, "$&_");
  return name === "" ? "_" : name;
}

/** An ending stays. */
function shortened(name: string): string {
  if (name.length <= LONGEST) return name;
  const ending = /\.\w{1,5}$/.exec(name)?.[0] ?? "";
  // Half a character is none.
  return name.slice(0, LONGEST - ending.length).replace(/[\ud800-\udbff]$/, "") + ending;
}

/** A name for each of the texts, no two of which a file system takes for one: the later one gets a number. */
export function distinctFileNames(texts: readonly string[]): readonly string[] {
  const names = texts.map(fileNameFor);
  const taken = new Set<string>();
  // Who has a name of its own keeps it.
  const first = new Map(names.map((name, i) => [sameFile(name), i] as const).reverse());
  for (const key of first.keys()) taken.add(key);
  return names.map((name, i) => {
    if (first.get(sameFile(name)) === i) return name;
    for (let number = 2; ; number++) {
      const numbered = `${name}（${number}）`;
      if (taken.has(sameFile(numbered))) continue;
      taken.add(sameFile(numbered));
      return numbered;
    }
  });
}

/** What names have in common that lead to one file where upper and lower case are one. */
function sameFile(name: string): string {
  return name.normalize("NFC").toUpperCase().toLowerCase();
}
