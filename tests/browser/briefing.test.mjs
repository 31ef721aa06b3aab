// The page of a briefing, as a reader has it: opened as a file in Chromium.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { folder, open, start } from "./browser.mjs";
import { hostile, hostileNames, large, province } from "./programmes.mjs";

const [remit, root] = [process.env.REMIT, process.env.REMIT_ROOT];
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const third = join(root, "data/2020-third-batch.yaml");
const work = folder();
let browser;

before(async () => {
  browser = await start();
});
after(() => browser.close());

const run = (...words) => execFileSync(remit, words, { encoding: "utf8", maxBuffer: 1 << 28 });
const table = (...words) => JSON.parse(run(...words, "--format", "json")).rows;

function brief(name, ...words) {
  const file = join(work, `${name}.html`);
  run("brief", ...words, "-o", file, "--quiet");
  return file;
}

/** How wide the narrowest cell with a text is, in its own em: of what is shown and no number. */
const narrowest = (page) =>
  page.$$eval("td:not(.n), th:not(.n)", (all) =>
    Math.min(...all.filter((cell) => cell.offsetParent !== null && cell.textContent !== "").map((cell) => cell.clientWidth / parseFloat(globalThis.getComputedStyle(cell).fontSize))),
  );

/** The words of a file, by page, and by how much they reach over its right edge. */
function printed(pdf) {
  const text = execFileSync("pdftotext", ["-bbox", pdf, "-"], { encoding: "utf8", maxBuffer: 1 << 28 });
  return text.split("<page ").slice(1).map((page) => {
    const width = Number(/width="([\d.]+)"/.exec(page)[1]);
    return [...page.matchAll(/xMax="([\d.]+)"[^>]*>([^<]*)</g)].map(([, right, word]) => ({ word, over: Number(right) - width }));
  });
}

/** The figures of a table of the page: rows of what its cells hold. */
const cells = (page, selector) =>
  page.$eval(selector, (found) =>
    [...found.tBodies[0].rows]
      .filter((row) => row.offsetParent !== null)
      .map((row) => [...row.cells].map((cell) => (cell.dataset.value ? Number(cell.dataset.value) : cell.textContent.trim()))),
  );

const near = (a, b) => Math.abs(a - b) < 1e-9 * Math.max(1, Math.abs(a));

async function expectAccessible(page, about) {
  await page.evaluate(axe); // of the debugger, which the page's policy does not bind
  const { violations } = await page.evaluate(() => globalThis.axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
  const told = violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 200)}`);
  assert.deepEqual(told, [], about);
}

describe("the third batch", () => {
  let file;
  before(() => {
    file = brief("third", third);
  });

  test("opens without a request or a word on the console, and says what it says", async () => {
    const { page, faults } = await open(browser, file);
    assert.equal(await page.$eval("html", (html) => html.lang), "zh-Hans");
    const figures = await page.$$eval(".chapter[lang=en] .figures > div", (all) => all.map((each) => [each.dataset.figure, each.lastElementChild.textContent]));
    assert.deepEqual(figures, [["announced", "20"], ["listed", "16"], ["withheld", "4"], ["departments", "13"], ["links", "43"], ["nationwide", "11"], ["limited", "5"]]);
    const findings = await page.$$eval(".chapter[lang=en] .findings li", (all) => all.map((each) => each.textContent));
    assert.equal(findings[0], "11 measures apply everywhere, 5 only in the eight reform pilot regions");
    assert.equal(findings[2], "CBIRC and PBC share most: 5 measures");
    assert.ok(findings.includes("Shares no measure with another: GACC"));
    assert.ok(readFileSync(file).length < 700 * 1024);
    assert.deepEqual(faults, []);
  });

  test("has the same bytes each time", () => {
    const [once, again] = ["once", "again"].map((name) => readFileSync(brief(name, third)));
    assert.ok(once.equals(again));
  });

  test("finds a department by any of its names, and lights it up", async () => {
    for (const name of ["科技部", "Ministry of Science", "most", "科學技術部"]) {
      const { page, context, faults } = await open(browser, file, { hash: "#language=en" });
      await page.fill("#search", name);
      await page.click("#found button");
      assert.equal(await page.textContent("#view h2"), "Ministry of Science and Technology");
      assert.match(await page.textContent("#view"), /9 of 16 measures · first-named in 3/);
      const map = ".chapter[lang=en] [data-section=responsibility-map]";
      assert.equal(await page.locator(`${map} g.hit[data-of^='d-most m-']`).count(), 9);
      assert.equal(await page.locator(`${map} g.hit[data-of^='d-mof m-']`).count(), 0);
      assert.equal(await page.locator(".chapter[lang=en] [data-section=workload] tr.hit").count(), 1);
      assert.deepEqual(faults, []);
      await context.close();
    }
  });

  test("knows regions that only nationwide measures reach", async () => {
    const { page, faults } = await open(browser, file, { hash: "#language=en" });
    await page.fill("#search", "重庆");
    await page.click("#found button");
    assert.match(await page.textContent("#view"), /Chongqing.*11 of 16 measures/s);
    assert.equal(await page.locator(".chapter[lang=en] [data-section=regions] tr.hit").count(), 1);
    assert.deepEqual(faults, []);
  });

  test("shows what two departments had before, and together the union of theirs", async () => {
    for (const [merge, ...before] of [["d-most%2Bd-gacc", ["MOST", 9], ["GACC", 1]], ["d-gacc%2Bd-most", ["GACC", 1], ["MOST", 9]]]) {
      const { page } = await open(browser, file, { hash: `#language=en&merge=${merge}&name=Joint` });
      const rows = (await cells(page, "#live-what-if table")).slice(0, 3);
      assert.deepEqual(rows, [...before.map(([name, n]) => [`Measures of ${name}`, n, "–", "–"]), ["Measures of Joint", "–", 10, "–"]]);
    }
  });

  test("says what of the withheld a filter leaves out, or cannot know of", async () => {
    const { page, faults } = await open(browser, file, { hash: "#language=en" });
    const hidden = () => page.textContent("#hidden");
    assert.equal(await hidden(), "4 withheld: neither measures nor departments printed");
    await page.selectOption("#choose-category", { label: "Military–civil integration" });
    assert.equal(await page.textContent("#shown"), "Shown: 0 of 16 measures");
    assert.equal(await hidden(), "4 withheld: neither measures nor departments printed");
    assert.equal(await page.locator("#live table:visible, #live-matrix:visible").count(), 0);
    await page.selectOption("#choose-region", { label: "Shanghai" });
    assert.equal(await hidden(), "Of the withheld (4) nobody knows which meet the conditions above.");
    await page.selectOption("#choose-category", { label: "Sci-tech finance" });
    assert.equal(await hidden(), ""); // of which all are listed
    assert.equal(await page.locator("#live table:visible").count(), 2);
    await page.selectOption("#choose-category", "2");
    await page.selectOption("#choose-min", "5"); // which no pair of these shares
    assert.equal(await page.textContent("#live-pairs"), "Pairs · Found: 0");
    assert.deepEqual(faults, []);
  });

  test("clears all that is chosen, and the search", async () => {
    const { page } = await open(browser, file, { hash: "#language=en&category=1&select=d-most" });
    await page.fill("#search", "finance");
    await page.locator("#tools button", { hasText: "Reset" }).click();
    assert.equal(await page.inputValue("#search"), "");
    assert.equal(await page.locator("#found:visible").count(), 0);
    assert.equal(new URL(page.url()).hash, "#language=en");
  });

  test("shows what is clicked on: a department, a measure, a region", async () => {
    const { page, faults } = await open(browser, file, { hash: "#language=en" });
    const chapter = page.locator(".chapter[lang=en]");
    await chapter.locator("[data-section=responsibility-map] g[data-of='d-mof'][data-name]").click();
    assert.equal(await page.textContent("#view h2"), "Ministry of Finance");
    await page.locator("#view button.names", { hasText: "Rolling support" }).click();
    assert.match(await page.textContent("#view h2"), /^9 Rolling support/);
    assert.equal(await chapter.locator("[data-section=measures] tr.hit").count(), 1);
    await chapter.locator("[data-section=regions] tr[data-of^='r-'] button").first().click();
    assert.match(await page.textContent("#view"), /16 of 16 measures/);
    await page.keyboard.press("Escape");
    assert.equal(await page.$eval("#view", (view) => view.open), false);
    assert.equal(await page.locator(".selecting").count(), 0);
    assert.deepEqual(faults, []);
  });

  test("counts by every rule as the command does", async () => {
    const { page, faults } = await open(browser, file, { hash: "#language=en" });
    for (const [rule, option] of [["first_named", "first-named"], ["fractional", "fractional"], ["harmonic", "harmonic"], ["arithmetic", "arithmetic"], ["geometric", "geometric"]]) {
      await page.selectOption("#choose-rule", rule);
      const shown = new Map((await cells(page, "#live-workload table")).map(([name, , credit]) => [name, credit]));
      for (const row of table("workload", third, "--lang", "en", "--count", option)) {
        assert.ok(near(shown.get(row.name), row[rule]), `${rule} ${row.name}: ${shown.get(row.name)}, ${row[rule]}`);
      }
    }
    assert.deepEqual(faults, []);
  });

  test("filters as the command does", async () => {
    const { page, faults } = await open(browser, file, { hash: "#language=en" });
    const loads = (rows) => Object.fromEntries(rows.sort(([a], [b]) => (a < b ? -1 : 1)));
    for (const [name, label, where, count] of [["category", "Sci-tech finance", "category=finance", 7], ["region", "Shanghai", "region=shanghai", 16]]) {
      await page.selectOption(`#choose-${name}`, { label });
      const rows = table("workload", third, "--lang", "en", "--where", where);
      const shown = await cells(page, "#live-workload table");
      assert.deepEqual(loads(shown.map(([department, measures]) => [department, measures])), loads(rows.map((row) => [row.name, row.measures])));
      assert.equal(await page.textContent("#shown"), `Shown: ${count} of 16 measures`);
      assert.equal((await cells(page, ".chapter[lang=en] [data-section=measures] table")).length, count);
      await page.selectOption(`#choose-${name}`, "");
    }
    await page.selectOption("#choose-min", "4");
    assert.deepEqual((await cells(page, "#live-pairs table")).map(([pair]) => pair), ["CBIRC – PBC", "CBIRC – MOST", "MOST – NDRC"]);
    assert.deepEqual(faults, []);
  });

  test("merges every pair of departments with the figures of the command", async () => {
    const { page, faults } = await open(browser, file, { hash: "#language=en" });
    const keys = await page.$$eval("#choose-merge option", (all) => all.map((each) => each.value).filter(Boolean));
    assert.equal(keys.length, 13);
    const ids = keys.map((key) => key.slice(2));
    for (let a = 0; a < keys.length; ++a) {
      for (let b = a + 1; b < keys.length; ++b) {
        await page.evaluate((merge) => { location.hash = `language=en&merge=${encodeURIComponent(merge)}`; }, `${keys[a]}+${keys[b]}`);
        await page.waitForFunction((key) => document.getElementById("choose-merge-with").value === key, keys[b]);
        const shown = new Map((await cells(page, "#live-what-if table")).map(([name, before, after, difference]) => [name, [before, after, difference]]));
        for (const row of table("reorganize", third, "--merge", `${ids[a]}+${ids[b]}=joint`, "--lang", "en")) {
          const [x, y, z] = shown.get(row.name);
          const same = near(x, row.value_before) && near(y, row.value_after) && near(z, row.difference);
          assert.ok(same, `${ids[a]}+${ids[b]} ${row.metric}: ${[x, y, z]}, ${[row.value_before, row.value_after, row.difference]}`);
        }
      }
    }
    assert.deepEqual(faults, []);
  });

  test("renames a body", async () => {
    const { page } = await open(browser, file, { hash: "#language=en" });
    await page.selectOption("#choose-merge", "d-most");
    await page.fill("#new-name", "Ministry of Science <b>");
    const rows = await cells(page, "#live-what-if table");
    assert.deepEqual(rows[0], ["Measures of Ministry of Science <b>", 9, 9, 0]);
    assert.ok(rows.every(([, , , difference]) => difference === 0));
    const again = await open(browser, file, { hash: new URL(page.url()).hash });
    assert.deepEqual(await cells(again.page, "#live-what-if table"), rows);
  });

  test("keeps its state in the address", async () => {
    const { page } = await open(browser, file);
    await page.check("#language-2");
    await page.selectOption("#choose-category", "1");
    await page.selectOption("#choose-rule", "fractional");
    await page.selectOption("#choose-order", "degree");
    await page.locator("#live-workload button.names").first().click();
    const hash = new URL(page.url()).hash;
    const again = await open(browser, file, { hash });
    assert.equal(await again.page.$eval("html", (html) => html.lang), "en");
    for (const name of ["category", "rule", "order"]) {
      assert.equal(await again.page.$eval(`#choose-${name}`, (select) => select.value), await page.$eval(`#choose-${name}`, (select) => select.value));
    }
    assert.equal(await again.page.textContent("#view h2"), await page.textContent("#view h2"));
    assert.deepEqual(again.faults, []);
    // What is no state of this page does no harm.
    const odd = await open(browser, file, { hash: "#language=xx&batch=9&select=d-none&category=99&rule=none&min=-1&order=%3Cb%3E&merge=a+b+c&theme=neon&field=%7B" });
    assert.equal(await odd.page.$eval("html", (html) => html.lang), "zh-Hans");
    assert.deepEqual(odd.faults, []);
  });

  test("switches all of the page to another language", async () => {
    const { page, faults } = await open(browser, file);
    for (const [index, tag, word] of [[1, "zh-Hant", "搜尋名稱與標題"], [2, "en", "Search names and titles"], [0, "zh-Hans", "搜索名称与标题"]]) {
      await page.check(`#language-${index}`);
      assert.equal(await page.$eval("html", (html) => html.lang), tag);
      assert.equal(await page.getAttribute("#search", "placeholder"), word);
      const visible = await page.$$eval(".chapter", (all) => all.filter((each) => each.offsetParent !== null).map((each) => each.lang));
      assert.deepEqual(visible, [tag]);
    }
    assert.deepEqual(faults, []);
  });

  test("sorts a table both ways", async () => {
    const { page } = await open(browser, file, { hash: "#language=en" });
    const workload = ".chapter[lang=en] [data-section=workload] table";
    await page.click(`${workload} th:nth-child(4) button`);
    const up = (await cells(page, workload)).map((row) => row[3]);
    assert.deepEqual(up, [...up].sort((a, b) => a - b));
    assert.equal(await page.getAttribute(`${workload} th:nth-child(4)`, "aria-sort"), "ascending");
    await page.click(`${workload} th:nth-child(4) button`);
    assert.deepEqual((await cells(page, workload)).map((row) => row[3]), up.reverse());
  });

  test("gives tables and pictures away", async () => {
    const { page, faults } = await open(browser, file, { hash: "#language=en" });
    const take = async (section, label) => {
      const [download] = await Promise.all([page.waitForEvent("download"), page.locator(`.chapter[lang=en] [data-section=${section}] .downloads button`, { hasText: label }).first().click()]);
      const path = join(work, download.suggestedFilename());
      await download.saveAs(path);
      return path;
    };
    const csv = readFileSync(await take("workload", "CSV"), "utf8");
    assert.ok(csv.startsWith("\uFEFFName,Measures,First-named,Fractional,Share,Low,High\r\nMOST,9,3,3.58"));
    assert.equal(csv.trim().split("\r\n").length, 14);
    const sheet = await take("workload", "XLSX");
    const read = execFileSync(process.env.PYTHON ?? "python3", ["-c", "import openpyxl, sys\nrows = list(openpyxl.load_workbook(sys.argv[1]).active.values)\nprint(len(rows), rows[0][0], rows[1][0], rows[1][1])", sheet], { encoding: "utf8" });
    assert.equal(read.trim(), "14 Name MOST 9");
    const svg = await take("responsibility-map", "SVG");
    execFileSync("xmllint", ["--noout", svg]);
    assert.match(readFileSync(svg, "utf8"), /Ministry of Science|MOST/);
    const png = readFileSync(await take("responsibility-map", "PNG"));
    assert.equal(png.subarray(1, 4).toString(), "PNG");
    assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [1684, 1190]);
    assert.deepEqual(faults, []);
  });

  test("needs no mouse", async () => {
    const { page, faults } = await open(browser, file, { hash: "#language=en" });
    const active = () => page.evaluate(() => document.activeElement.id || document.activeElement.dataset.of || document.activeElement.textContent.trim().slice(0, 20));
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
    for (let i = 0; i < 6 && (await active()) !== "search"; ++i) await page.keyboard.press("Tab");
    assert.equal(await active(), "search");
    await page.keyboard.type("finance");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    assert.equal(await page.$eval("#view", (view) => view.open), true);
    await page.keyboard.press("Escape");
    assert.equal(await page.$eval("#view", (view) => view.open), false);
    // In a picture: one stop, then arrows.
    await page.focus(".chapter[lang=en] [data-section=responsibility-map] g.of[tabindex='0']");
    const first = await active();
    await page.keyboard.press("ArrowDown");
    const next = await active();
    assert.notEqual(next, first);
    await page.keyboard.press("Enter");
    assert.equal(await page.$eval("#view", (view) => view.open), true);
    assert.equal(new URLSearchParams(new URL(page.url()).hash.slice(1)).get("select"), next);
    assert.deepEqual(faults, []);
  });

  test("can be read without a script, in every language", async () => {
    const { page, faults } = await open(browser, file, { javaScriptEnabled: false });
    assert.equal(await page.locator(".chapter:visible").count(), 1);
    assert.equal(await page.locator(".chapter:visible .picture svg").count(), 6);
    assert.equal(await page.locator(".chapter:visible [data-section=measures] tbody tr").count(), 16);
    assert.equal(await page.locator("#tools:visible, #explore:visible").count(), 0);
    await page.check("#language-2");
    assert.equal(await page.locator(".chapter:visible").getAttribute("lang"), "en");
    assert.deepEqual(faults, []);
  });

  test("prints on A4, with each picture on a page of its own", async () => {
    const { page } = await open(browser, file, { hash: "#language=en" });
    const pdf = join(work, "printed.pdf");
    await page.pdf({ path: pdf, preferCSSPageSize: true });
    const info = execFileSync("pdfinfo", ["-f", "1", "-l", "99", pdf], { encoding: "utf8" });
    const sizes = [...info.matchAll(/Page\s+\d+ size:\s+([\d.]+) x ([\d.]+)/g)].map(([, w, h]) => (Number(w) > Number(h) ? "landscape" : "portrait"));
    assert.equal(sizes.filter((each) => each === "landscape").length, 6);
    assert.ok(sizes.length <= 14);
    const words = (n) => execFileSync("pdftotext", ["-f", String(n), "-l", String(n), "-layout", pdf, "-"], { encoding: "utf8" });
    const one = words(1);
    for (const said of ["Notice of the General Office", "measures announced", "CBIRC and PBC share most", "SHA-256", `1 / ${sizes.length}`]) assert.ok(one.includes(said), said);
    assert.ok(!one.includes("Explore"));
    const second = words(sizes.indexOf("landscape") + 1);
    assert.match(second, /11 measures apply everywhere/);
    assert.match(second, /Local backing for national basic research/);
  });

  for (const width of [1440, 390]) {
    for (const colorScheme of ["light", "dark"]) {
      test(`has no barrier that axe finds, ${width} pixels wide, ${colorScheme}`, async () => {
        const { page } = await open(browser, file, { viewport: { width, height: 900 }, colorScheme, reducedMotion: "reduce", hash: "#select=d-most&merge=d-pbc%2Bd-most" });
        for (const index of [0, 1, 2]) {
          await page.check(`#language-${index}`);
          await expectAccessible(page, `language ${index}`);
        }
        assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= width);
      });
    }
  }
});

test("several batches have a switch and a comparison", async () => {
  const file = brief("both", join(root, "data"), "--lang", "en,zh-Hans");
  const { page, faults } = await open(browser, file);
  assert.equal(await page.$$eval("input[name=batch]", (all) => all.length), 3);
  const titles = [];
  assert.equal(await page.$eval("#batch-1", (radio) => radio.checked), true);
  for (const batch of [0, 1, 2]) {
    await page.check(`#batch-${batch}`);
    titles.push(await page.textContent(".chapter:visible h1"));
    assert.equal(await page.locator("#explore:visible").count(), batch < 2 ? 1 : 0);
  }
  assert.equal(new Set(titles).size, 3);
  const rows = table("compare", join(root, "data"), "--show", "departments", "--lang", "en");
  const shown = await cells(page, ".chapter:visible [data-section=comparison] .table:nth-of-type(3) table, .chapter:visible [data-section=comparison] .table:last-of-type table");
  assert.equal(shown.length, rows.length);
  await expectAccessible(page, "comparison");
  assert.deepEqual(faults, []);
});

for (const width of [1440, 1024, 390]) {
  test(`no name stands upright ${width} pixels wide, and what does not fit is scrolled to`, async () => {
    const file = brief("wide", join(root, "data"), "--lang", "zh-Hans");
    const { page } = await open(browser, file, { viewport: { width, height: 900 } });
    for (const batch of [1, 2]) {
      await page.check(`#batch-${batch}`);
      assert.ok((await narrowest(page)) >= 5, `batch ${batch}: ${await narrowest(page)}`);
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= width);
    }
    const departments = page.locator(".chapter:visible [data-section=comparison] .table").last();
    const lost = await departments.evaluate((box) => box.scrollWidth - box.clientWidth);
    assert.equal(lost > 0, width < 1024); // all columns where there is room
    assert.match(await departments.evaluate((box) => globalThis.getComputedStyle(box).backgroundAttachment), /local.*scroll/);
  });
}

test("a printed comparison has all its columns", async () => {
  const pdf = join(work, "both.pdf");
  const files = ["2018-second-batch.yaml", "2020-third-batch.yaml"].map((name) => join(root, "data", name));
  for (const [lang, name, ...last] of [["en", "PBC", "Change", "Certain"], ["zh-Hans", "人民银行", "变化", "确定"]]) {
    run("brief", ...files, "--lang", lang, "-o", pdf, "--quiet");
    const pages = printed(pdf);
    assert.deepEqual(pages.flat().filter(({ over }) => over > -20), []); // in points: a margin
    const words = pages.map((page) => page.map(({ word }) => word));
    const departments = words.filter((page) => last.every((head) => page.includes(head)) && page.includes("37.5%"));
    assert.equal(departments.length, 1, lang);
    assert.ok(departments[0].includes(name), lang);
  }
});

test("a province says one word for all of it, and its long names are told apart", async () => {
  const files = [2023, 2024].map((year) => {
    const source = join(work, `${year}.yaml`);
    writeFileSync(source, province(year));
    return source;
  });
  const file = brief("province", ...files, "--lang", "zh-Hans,en");
  const { page, faults } = await open(browser, file);
  assert.equal(await page.textContent(".chapter:visible [data-figure=nationwide] dt"), "适用于全省");
  assert.equal((await page.textContent(".chapter:visible")).includes("适用于全国"), false);
  await page.check("#language-1");
  await page.locator("#live-matrix").scrollIntoViewIfNeeded();
  await page.waitForSelector("#live-matrix svg");
  const texts = await page.$$eval("#live-matrix svg > text", (all) =>
    all.map((text) => {
      const [box, frame] = [text.getBoundingClientRect(), text.ownerSVGElement.getBoundingClientRect()];
      return { shown: text.lastChild.textContent, whole: text.querySelector("title")?.textContent, inside: box.left >= frame.left && box.right <= frame.right && box.top >= frame.top };
    }),
  );
  assert.equal(texts.length, 7);
  assert.equal(new Set(texts.map(({ shown }) => shown)).size, 7);
  for (const { shown, whole, inside } of texts) {
    assert.ok(inside, shown);
    assert.match(shown, /^\d .*…$/);
    assert.ok(whole.length > shown.length);
  }
  await page.check("#batch-2");
  const findings = await page.$$eval(".chapter:not([hidden])[data-batch='2'][lang=en] .findings li", (all) => all.map((each) => each.textContent));
  assert.match(findings[1], /^No change is certain: 1 and 1 measures are withheld/);
  // Columns of which no row has anything are left out.
  const empty = await page.$$eval(".chapter table", (all) => all.flatMap((table) => [...table.tHead.rows[0].cells].filter((head, i) => [...table.tBodies[0].rows].every((row) => row.cells[i].textContent === "")).map((head) => head.textContent)));
  assert.deepEqual(empty, []);
  assert.deepEqual(faults, []);
});

test("names that would be markup are text", async () => {
  const source = join(work, "hostile.yaml");
  writeFileSync(source, hostile());
  const file = brief("hostile", source, "--lang", "en");
  const { page, faults } = await open(browser, file);
  const names = await page.$$eval(".chapter [data-section=measures] tbody tr", (all) => all.map((row) => row.cells[1].textContent));
  assert.deepEqual(names, hostileNames);
  for (const name of hostileNames) {
    await page.fill("#search", name.slice(0, 12));
    assert.ok((await page.locator("#found button").count()) >= 1, name);
    await page.click("#found button");
    assert.equal(await page.$eval("#view", (view) => view.open), true);
    await page.keyboard.press("Escape");
  }
  await page.selectOption("#choose-merge", "d-d0");
  await page.selectOption("#choose-merge-with", "d-d1");
  await page.selectOption("#choose-field", { index: 1 });
  assert.equal(await page.locator("main img, main script, main iframe, [onload], [onerror], [onmouseover]").count(), 0);
  await expectAccessible(page, "hostile");
  const bare = await open(browser, file, { javaScriptEnabled: false });
  assert.deepEqual([...faults, ...bare.faults], []);
});

test("a thousand measures of two hundred departments open and answer", async (context) => {
  const source = join(work, "large.yaml");
  writeFileSync(source, large(1000, 200));
  const file = brief("large", source, "--lang", "en");
  const begin = performance.now();
  const { page, faults } = await open(browser, file);
  await page.waitForSelector("#live-workload table");
  const opened = performance.now();
  await page.selectOption("#choose-rule", "fractional");
  const counted = performance.now();
  await page.evaluate(() => { location.hash = "rule=fractional&select=d-d3"; });
  await page.waitForFunction(() => document.getElementById("view").open);
  const lit = performance.now();
  context.diagnostic(`opened in ${Math.round(opened - begin)} ms, counted anew in ${Math.round(counted - opened)} ms, selected in ${Math.round(lit - counted)} ms`);
  await page.locator("#live-matrix").scrollIntoViewIfNeeded();
  await page.waitForSelector("#live-matrix svg");
  assert.equal(await page.locator("#live-matrix circle").count(), table("workload", source).reduce((sum, row) => sum + row.measures, 0));
  const rows = table("workload", source, "--count", "fractional", "--lang", "en");
  const shown = new Map((await cells(page, "#live-workload table")).map(([name, , credit]) => [name, credit]));
  for (const row of rows) assert.ok(near(shown.get(row.name), row.fractional), row.name);
  assert.deepEqual(faults, []);
});
