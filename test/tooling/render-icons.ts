/**
 * Renders the icons of `assets/` to PNG. By hand, when a drawing has changed:
 * `node --import tsx test/tooling/render-icons.ts "$(command -v chromium)"`
 */
import * as fs from "node:fs";
import * as path from "node:path";
import { chromium, type Page } from "playwright-core";

const ASSETS = path.join(__dirname, "../../assets");
const SIZES = [16, 20, 24, 32, 40, 48, 64, 80, 128];

async function render(page: Page, drawing: string, size: number): Promise<void> {
  const svg = fs.readFileSync(path.join(ASSETS, `${drawing}.svg`), "utf8");
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
  );
  await page.screenshot({ path: path.join(ASSETS, `${drawing}-${size}.png`), omitBackground: true });
}

async function main(executablePath: string | undefined): Promise<void> {
  if (executablePath === undefined) throw new Error("give the path of a Chromium");
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  try {
    const page = await browser.newPage();
    const drawings = fs.readdirSync(ASSETS).filter((name) => name.endsWith(".svg"));
    for (const drawing of drawings) {
      for (const size of SIZES) await render(page, path.basename(drawing, ".svg"), size);
    }
  } finally {
    await browser.close();
  }
}

main(process.argv[2]).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
