// Debian's Chromium, without a network, and what it says and asks for.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

const flags = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

export async function start() {
  const own = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: [...flags, ...own] });
}

/** A page of a file, with all that went wrong on it. */
export async function open(browser, file, { hash = "", javaScriptEnabled = true, ...settings } = {}) {
  const context = await browser.newContext({ javaScriptEnabled, acceptDownloads: true, ...settings });
  const page = await context.newPage();
  const faults = [];
  page.on("console", (message) => faults.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => faults.push(`error: ${error.stack ?? error.message}`));
  page.on("request", (request) => {
    if (!/^(file|data|blob):/.test(request.url())) faults.push(`request: ${request.url()}`);
  });
  page.on("dialog", (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  await page.goto(`file://${file}${hash}`);
  return { page, context, faults };
}

/** A folder that goes when the process ends. */
export function folder() {
  const path = mkdtempSync(join(tmpdir(), "remit-browser-"));
  process.on("exit", () => rmSync(path, { recursive: true, force: true }));
  return path;
}
