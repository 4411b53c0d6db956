/**
 * Unpacks the Chromium of `@sparticuz/chromium` into the folder that TMPDIR names: the package has no other way to say
 * where. Its own `executablePath()` takes whatever is at /tmp/chromium, also half a file of an interrupted run.
 */
const { writeFileSync } = require("node:fs");
const { dirname, join } = require("node:path");
const { default: lambdafs } = require("@sparticuz/chromium/build/lambdafs");

const [home] = process.argv.slice(2);
const packed = join(dirname(require.resolve("@sparticuz/chromium/package.json")), "bin");

/** Our pages need a font also where the machine has none. */
const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>${home}/fonts/fonts</dir>
  <cachedir>${home}/font-cache</cachedir>
</fontconfig>
`;

Promise.all(
  ["chromium.br", "fonts.tar.br", "swiftshader.tar.br", "al2023.tar.br"].map((file) =>
    lambdafs.inflate(join(packed, file)),
  ),
).then(([, fonts]) => writeFileSync(join(fonts, "fonts.conf"), FONTS));
