// A picture of a page: screenshot.mjs FILE PNG WIDTH HEIGHT [HASH]; of height 0 the whole of it.
import { open, start } from "./browser.mjs";

const [file, png, width, height, hash = ""] = process.argv.slice(2);
const browser = await start();
const viewport = { width: Number(width), height: Number(height) || 900 };
const { page, faults } = await open(browser, file, { hash, viewport });
await page.screenshot({ path: png, fullPage: height === "0" });
await browser.close();
if (faults.length > 0) throw new Error(faults.join("\n"));
