// What the page does beside being read: one state, which the address keeps, and what shows it.

const data = JSON.parse(document.getElementById("data").textContent);
const root = document.documentElement;
const tools = document.getElementById("tools");
const explore = document.getElementById("explore");
const view = document.getElementById("view");

const start = {
  language: root.lang,
  batch: document.querySelector('input[name="batch"]:checked').id.slice("batch-".length),
  select: "",
  category: "",
  role: "",
  region: "",
  field: "",
  rule: "full",
  min: "1",
  order: "printed",
  merge: "",
  name: "",
  theme: "",
};
let state = { ...start };

const say = (key, ...values) =>
  values.reduce(
    (text, value, i) => text.replaceAll(`{${i}}`, value),
    data.words[state.language]?.[key] ?? key,
  );
/** A text in the language of the page. */
const told = (text) => (typeof text !== "object" ? String(text) : (text[state.language] ?? Object.values(text)[0]));
const programme = () => data.batches[Number(state.batch)] ?? null;
const chapter = () =>
  document.querySelector(`.chapter[data-language="${data.languages.indexOf(state.language)}"][data-batch="${state.batch}"]`);

/** An element with properties, attributes and children; texts are texts. */
function element(tag, settings = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(settings)) {
    if (name in made && name !== "list") made[name] = value;
    else made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
}

// The address.

function readAddress() {
  const wanted = new URLSearchParams(location.hash.slice(1));
  const next = { ...start };
  for (const name of Object.keys(start)) next[name] = wanted.get(name) ?? start[name];
  if (!data.languages.includes(next.language)) next.language = start.language;
  if (!document.getElementById(`batch-${next.batch}`)) next.batch = start.batch;
  return next;
}

function writeAddress() {
  const kept = Object.entries(state).filter(([name, value]) => value !== start[name]);
  const hash = new URLSearchParams(kept).toString();
  history.replaceState(null, "", hash ? `#${hash}` : location.pathname + location.search);
}

function change(some) {
  const before = state;
  state = { ...state, ...some };
  if (state.batch !== before.batch) Object.assign(state, { select: "", category: "", role: "", region: "", field: "", merge: "", name: "", rule: "full" });
  writeAddress();
  show(before);
}

// What is looked at.

/** Which departments, measures and regions belong to a key of `select`. */
function around(key) {
  const now = programme();
  if (!now || !key) return null;
  const department = now.departments.findIndex((each) => each.key === key);
  if (department >= 0) {
    const measures = now.measures.filter((m) => m.by.some(([d]) => d === department));
    return { department, own: key, measures };
  }
  const measure = now.measures.find((each) => each.key === key);
  if (measure) return { measure, own: key, measures: [measure] };
  const region = now.regions.find((each) => each.key === key);
  if (region) return { region, own: key, measures: measuresIn(region) };
  return null;
}

function measuresIn(region) {
  const only = new Set(region.only);
  return programme().measures.filter((m, i) => only.has(i) || (m.nationwide && region.inside));
}

function isShown(measure) {
  const now = programme();
  if (state.category !== "" && String(measure.category) !== state.category) return false;
  if (state.role !== "" && !measure.by.some(([, , role]) => String(role) === state.role)) return false;
  if (state.region !== "") {
    const region = now.regions.find((each) => each.key === state.region);
    if (region && !measuresIn(region).includes(measure)) return false;
  }
  if (state.field !== "") {
    const [id, ...rest] = state.field.split(":");
    const value = rest.join(":");
    const has = String(measure.values?.[id] ?? "");
    const isDate = now.fields.some((each) => each.id === id && each.type === "date");
    if ((isDate ? has.slice(0, 4) : has) !== value) return false;
  }
  return true;
}

const isFiltered = () => state.category + state.role + state.region + state.field !== "";

/** Dims what is not asked for, in the pictures and tables of the chapter. */
function highlight() {
  const now = programme();
  const here = chapter();
  if (!here || !now) return;
  const found = around(state.select);
  const measures = new Set((found?.measures ?? []).map((m) => m.key));
  const departments = new Set(
    found?.measure ? found.measure.by.map(([d]) => now.departments[d].key) : found ? [found.own] : [],
  );
  const out = new Set(isFiltered() ? now.measures.filter((m) => !isShown(m)).map((m) => m.key) : []);
  here.classList.toggle("selecting", found !== null);
  const isHit = (words) => {
    if (!found) return false;
    if (words.includes(found.own)) return true;
    const kinds = new Set(words.map((word) => word[0]));
    if (kinds.size !== 1) return false;
    if (kinds.has("m")) return !found.measure && words.some((word) => measures.has(word));
    return kinds.has("d") && words.length === 1 && departments.has(words[0]);
  };
  for (const mark of here.querySelectorAll(".picture g.of")) {
    const words = mark.dataset.of.split(" ");
    mark.classList.toggle("hit", isHit(words));
    mark.classList.toggle("out", words.some((word) => out.has(word)));
  }
  for (const row of here.querySelectorAll("tr[data-of]")) {
    const words = row.dataset.of.split(" ");
    row.classList.toggle("hit", isHit(words));
    row.classList.toggle("out", words.some((word) => out.has(word)));
  }
}

const nameButton = (key, text) =>
  element("button", { type: "button", className: "names", onclick: () => change({ select: state.select === key ? "" : key }) }, text);

function listOf(entries) {
  return element("ul", {}, ...entries.map(([key, text, more]) => element("li", {}, nameButton(key, text), more ? ` ${more}` : "")));
}

/** A department, measure or region by itself. */
function showView() {
  const found = around(state.select);
  if (!found) {
    if (view.open) view.close();
    return;
  }
  const now = programme();
  const name = (d) => told(now.departments[d].short);
  const measureEntry = (m) => [m.key, `${m.shown} ${told(m.title)}`];
  const parts = [];
  if (found.department !== undefined) {
    const d = found.department;
    const partners = pairs(found.measures)
      .filter((pair) => pair.a === d || pair.b === d)
      .map((pair) => [pair.a === d ? pair.b : pair.a, pair.measures.length]);
    const ahead = found.measures.filter((m) => (now.leads ? m.by.some(([x, leads]) => x === d && leads) : m.by[0][0] === d));
    parts.push(
      element("h2", { id: "view-name" }, told(now.departments[d].name)),
      element("p", {}, say("measures-of", found.measures.length, now.measures.length), " · ", say(now.leads ? "leads" : "first", ahead.length)),
      element("h3", {}, say("measures")),
      listOf(found.measures.map(measureEntry)),
    );
    if (partners.length) {
      parts.push(element("h3", {}, say("partners")), listOf(partners.map(([x, n]) => [now.departments[x].key, name(x), `× ${n}`])));
    }
  } else if (found.measure) {
    const m = found.measure;
    parts.push(element("h2", { id: "view-name" }, `${m.shown} ${told(m.title)}`));
    if (m.category !== null) parts.push(element("p", {}, told(now.categories[m.category])));
    if (m.scope) parts.push(element("p", {}, told(m.scope)));
    if (m.summary) parts.push(element("p", {}, told(m.summary)));
    parts.push(
      element("h3", {}, say("departments")),
      listOf(m.by.map(([d, , role]) => [now.departments[d].key, name(d), role === null ? "" : `(${told(now.roles[role])})`])),
    );
    for (const field of now.fields) {
      const value = m.values?.[field.id];
      if (value === undefined) continue;
      parts.push(element("p", {}, `${told(field.name)}: ${field.type === "choice" ? told(field.values[value]) : told(value)}`));
    }
  } else {
    parts.push(
      element("h2", { id: "view-name" }, told(found.region.name)),
      element("p", {}, say("measures-of", found.measures.length, now.measures.length)),
      listOf(found.measures.map(measureEntry)),
    );
  }
  const close = element("button", { type: "button", className: "close", "aria-label": say("close"), onclick: () => change({ select: "" }) }, "✕");
  view.replaceChildren(...parts, close);
  if (view.open) return;
  const active = document.activeElement; // which keeps the focus: nothing is asked of the reader
  view.show();
  if (active === document.body) document.activeElement.blur();
  else active.focus({ preventScroll: true });
}

// Search.

/** Everything that has a name, with all that it is called. */
function entries() {
  const now = programme();
  const of = (all, kind, shown) =>
    all.map((each) => ({ key: each.key, kind, shown: shown(each), text: [each.also, each.name, each.short, each.title, each.shown, each.label].flatMap((text) => (text && typeof text === "object" ? Object.values(text) : [text ?? ""])).join("\n").toLowerCase() }));
  return [
    ...of(now.departments, "department", (each) => told(each.name)),
    ...of(now.measures, "measure", (each) => `${each.shown} ${told(each.title)}`),
    ...of(now.regions, "region", (each) => told(each.name)),
  ];
}

function searchTool() {
  const list = element("ul", { className: "found", id: "found", hidden: true });
  const count = element("span", { className: "skip", role: "status" });
  const input = element("input", { type: "search", id: "search", placeholder: say("search"), "aria-label": say("search"), autocomplete: "off" });
  const hide = () => {
    list.hidden = true;
  };
  const search = () => {
    const words = input.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
    const found = words.length ? entries().filter(({ text }) => words.every((word) => text.includes(word))) : [];
    list.hidden = words.length === 0;
    count.textContent = words.length ? say("found", found.length) : "";
    const most = 30;
    list.replaceChildren(
      ...found.slice(0, most).map(({ key, kind, shown }) => element("li", {}, element("button", { type: "button", onclick: () => { hide(); change({ select: key }); } }, shown, " ", element("small", {}, say(kind))))),
      ...(found.length === 0 || found.length > most ? [element("li", {}, say("found", found.length))] : []),
    );
  };
  input.addEventListener("input", search);
  input.addEventListener("focus", search);
  const box = element("div", { className: "search" }, input, list, count);
  box.addEventListener("focusout", (event) => {
    if (!box.contains(event.relatedTarget)) hide();
  });
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      hide();
      input.focus();
      return;
    }
    if (event.key === "Enter" && event.target === input) list.querySelector("button")?.click();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const stops = [input, ...list.querySelectorAll("button")];
    stops[(stops.indexOf(document.activeElement) + step + stops.length) % stops.length].focus();
  });
  return box;
}

// Controls.

function choice(name, label, options, blank) {
  const select = element("select", { id: `choose-${name}`, onchange: (event) => change({ [name]: event.target.value }) });
  if (blank !== undefined) select.append(element("option", { value: "" }, blank));
  for (const [value, text] of options) select.append(element("option", { value }, text));
  select.value = state[name];
  if (select.value !== state[name]) {
    select.value = start[name];
    state[name] = start[name];
  }
  return element("label", {}, label, select);
}

function button(label, act) {
  return element("button", { type: "button", onclick: act }, label);
}

function showTools() {
  const themes = ["light", "dark"].map((theme) => [theme, say(`theme-${theme}`)]);
  const theme = choice("theme", say("theme"), themes, say("theme-system"));
  theme.classList.add("theme");
  for (const name of ["language", "batch"]) {
    document.getElementById(`${name}-0`).closest("fieldset").firstElementChild.textContent = say(name);
  }
  tools.replaceChildren(
    ...(programme() ? [searchTool(), element("a", { href: "#explore" }, say("explore"))] : []),
    theme,
    button(say("clear"), () => {
      const search = document.getElementById("search");
      if (search) search.value = "";
      change({ ...start, language: state.language, batch: state.batch, theme: state.theme });
    }),
    button(say("print"), () => window.print()),
  );
  tools.hidden = false;
}

/** The values of choices, and the years of dates. */
function fieldOptions(now) {
  const all = [];
  for (const field of now.fields) {
    if (!field.values) continue;
    for (const [id, name] of Object.entries(field.values)) {
      all.push([`${field.id}:${id}`, `${told(field.name)}: ${told(name)}`]);
    }
  }
  return all;
}

function showControls() {
  const now = programme();
  const numbered = (texts) => texts.map((text, i) => [String(i), told(text)]);
  const rules = now.schemes.map((scheme) => [scheme, say(`rule-${scheme}`)]);
  const fields = fieldOptions(now);
  const departments = now.departments.map((each) => [each.key, told(each.name)]);
  const [first, second] = state.merge.split("+");
  const body = (name, value, act) => {
    const select = element("select", { id: `choose-${name}`, onchange: act }, element("option", { value: "" }, "–"), ...departments.map(([key, text]) => element("option", { value: key }, text)));
    select.value = value ?? "";
    return element("label", {}, say(name), select);
  };
  const merge = () => {
    const [a, b] = ["merge", "merge-with"].map((name) => document.getElementById(`choose-${name}`).value);
    change({ merge: a || b ? `${a}+${b}` : "" });
  };
  const newName = element("input", { type: "text", id: "new-name", value: state.name, oninput: (event) => change({ name: event.target.value }) });
  explore.replaceChildren(
    element("h2", {}, say("explore")),
    element(
      "div",
      { className: "controls" },
      ...(now.categories.length ? [choice("category", say("category"), numbered(now.categories), say("all"))] : []),
      ...(now.roles.length > 1 ? [choice("role", say("role"), numbered(now.roles), say("all"))] : []),
      ...(now.regions.length ? [choice("region", say("region"), now.regions.map((each) => [each.key, told(each.name)]), say("all"))] : []),
      ...(fields.length ? [choice("field", say("field"), fields, say("all"))] : []),
      choice("rule", say("rule"), rules),
      choice("min", say("minimum"), ["1", "2", "3", "4", "5"].map((n) => [n, n])),
    ),
    element("div", { role: "status" }, element("p", { className: "status", id: "shown" }), element("p", { className: "status", id: "hidden" })),
    element(
      "div",
      { id: "live" },
      element("div", { className: "live" }, element("div", { id: "live-workload" }), element("div", { id: "live-pairs" })),
      element("h3", {}, say("matrix")),
      element("div", { className: "controls" }, choice("order", say("order"), ["printed", "degree", "community"].map((order) => [order, say(`order-${order}`)]))),
      element("div", { className: "grid", id: "live-matrix", tabIndex: 0, role: "region", "aria-label": say("matrix") }),
    ),
    element("h3", {}, say("what-if")),
    element("div", { className: "controls" }, body("merge", first, merge), body("merge-with", second, merge), element("label", {}, say("new-name"), newName)),
    element("div", { id: "live-what-if" }),
  );
  explore.hidden = false;
}

// Tables that move.

const none = "–"; // where there is no number

/**
 * @param rows  of cells; the first one names the row
 * @param alike  which cells have as many decimals: those of a column, or of a row
 */
function liveTable(title, heads, rows, alike = "column") {
  const isWhole = (cells) => cells.every((value) => typeof value !== "number" || Number.isInteger(value));
  const wholeColumns = heads.map((_, i) => isWhole(rows.map((cells) => cells[i])));
  const isNumeric = (i) => rows.every((cells) => typeof cells[i] === "number" || cells[i] === none);
  const cell = (value, i, cells) => {
    const numeric = typeof value === "number";
    const aligned = numeric || value === none;
    const whole = alike === "column" ? wholeColumns[i] : isWhole(cells);
    const shown = numeric ? value.toFixed(whole ? 0 : 2).replace(/^-(0\.?0*)$/, "$1") : value;
    const made = element(i === 0 ? "th" : "td", aligned ? { className: "n" } : {}, shown);
    if (numeric) made.dataset.value = value;
    if (i === 0) made.scope = "row";
    return made;
  };
  const table = element(
    "table",
    {},
    element("caption", {}, title),
    element("thead", {}, element("tr", {}, ...heads.map((head, i) => element("th", { scope: "col", className: isNumeric(i) ? "n" : "" }, head)))),
    element("tbody", {}, ...rows.map((cells) => element("tr", {}, ...cells.map(cell)))),
  );
  const box = element("div", { className: "table", tabIndex: 0, role: "region", "aria-label": title }, table);
  makeSortable(table);
  return [box, downloads(table, title)];
}

function showWorkload(now, measures) {
  const loads = workload(now, measures, state.rule);
  const total = loads.reduce((sum, load) => sum + load.credit, 0);
  const rows = loads
    .map((load, d) => ({ ...load, d }))
    .filter((load) => load.measures > 0)
    .sort((a, b) => b.credit - a.credit || b.measures - a.measures || a.d - b.d)
    .map(({ d, measures: count, credit: sum }) => {
      const name = nameButton(now.departments[d].key, told(now.departments[d].short));
      const credits = state.rule === "full" ? [] : [sum];
      return [name, count, ...credits, total > 0 ? (100 * sum) / total : 0];
    });
  const heads = [say("department"), say("measures"), ...(state.rule === "full" ? [] : [say(`rule-${state.rule}`)]), say("percent")];
  document.getElementById("live-workload").replaceChildren(...liveTable(say("workload"), heads, rows));
}

function showPairs(now, measures) {
  const least = Number(state.min) || 1;
  const most = 300;
  const all = pairs(measures).filter((pair) => pair.measures.length >= least);
  const name = (d) => told(now.departments[d].short);
  const rows = all.slice(0, most).map((pair) => [`${name(pair.a)} – ${name(pair.b)}`, pair.measures.length, pair.newman, pair.measures.map((m) => m.shown).join(", ")]);
  const place = document.getElementById("live-pairs");
  if (rows.length === 0) {
    place.replaceChildren(element("p", { className: "note" }, say("pairs"), " · ", say("found", 0)));
    return;
  }
  place.replaceChildren(
    ...liveTable(say("pairs"), [say("pair"), say("shared"), say("newman"), say("measures")], rows),
    ...(all.length > most ? [element("p", { className: "note" }, say("first-of", most, all.length))] : []),
  );
}

let matrixWaits = null;

/** Of a large programme the matrix takes a while: it is made when it comes into sight. */
const matrixSight = new IntersectionObserver((seen) => {
  if (!matrixWaits || !seen.some((each) => each.isIntersecting)) return;
  const make = matrixWaits;
  matrixWaits = null;
  make();
}, { rootMargin: "400px" });

function showMatrix(now, measures) {
  const place = document.getElementById("live-matrix");
  matrixWaits = () => drawMatrix(now, measures);
  matrixSight.disconnect();
  matrixSight.observe(place);
}

/** Texts, cut with "…" where they are too wide; what would then be the same has a number before it. */
function labels(texts, widest, pen) {
  const fit = (text) => {
    const wide = pen.measureText(text).width;
    if (wide <= widest) return text;
    const signs = [...text];
    let most = Math.ceil((signs.length * widest) / wide) + 1;
    const cut = () => `${signs.slice(0, most).join("").trimEnd()}…`;
    while (most > 1 && pen.measureText(cut()).width > widest) most -= 1;
    return cut();
  };
  const cut = texts.map(fit);
  return cut.map((text, i) => {
    if (text === texts[i]) return text;
    const alike = cut.flatMap((each, k) => (each === text ? [k] : []));
    return alike.length > 1 ? fit(`${alike.indexOf(i) + 1} ${texts[i]}`) : text;
  });
}

/** Rows are measures, columns departments: a filled dot leads or is named first. */
function drawMatrix(now, measures) {
  const loads = workload(now, measures, "full");
  const columns = now.departments.map((_, d) => d).filter((d) => loads[d].measures > 0);
  const rank = new Map(now.communities.map((d, i) => [d, i]));
  if (state.order === "degree") columns.sort((a, b) => loads[b].measures - loads[a].measures || a - b);
  if (state.order === "community") columns.sort((a, b) => rank.get(a) - rank.get(b));
  const column = new Map(columns.map((d, i) => [d, i]));
  const rows = [...measures];
  if (state.order !== "printed") {
    const place = (m) => Math.min(...m.by.map(([d]) => column.get(d)), columns.length);
    rows.sort((a, b) => (state.order === "degree" ? b.by.length - a.by.length : place(a) - place(b)));
  }
  const size = 16;
  const left = 300;
  const end = 8;
  const widest = 190; // of a department's name
  const place = document.getElementById("live-matrix");
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = `11px ${getComputedStyle(place).fontFamily}`;
  const heads = labels(columns.map((d) => told(now.departments[d].short)), widest, pen);
  const steep = Math.PI / 3;
  const top = 20 + Math.sin(steep) * Math.max(0, ...heads.map((head) => pen.measureText(head).width));
  const right = Math.max(left + size * columns.length, ...heads.map((head, i) => left + size * (i + 1) + Math.cos(steep) * pen.measureText(head).width)) + end;
  const titles = rows.map((m) => `${m.shown} ${told(m.title)}`);
  const lines = labels(titles, left - 2 * end, pen);
  const svgns = "http://www.w3.org/2000/svg";
  const shape = (tag, settings, text) => {
    const made = document.createElementNS(svgns, tag);
    for (const [name, value] of Object.entries(settings)) made.setAttribute(name, value);
    if (text !== undefined) made.textContent = text;
    return made;
  };
  const label = (settings, text, whole) => {
    const made = shape("text", { "font-size": 11, ...settings }, text);
    if (text !== whole) made.prepend(shape("title", {}, whole));
    return made;
  };
  const width = right;
  const height = top + size * rows.length + 10;
  const svg = shape("svg", { width, height, viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": say("matrix-told", rows.length, columns.length) });
  const found = around(state.select);
  const dims = (m, d) => found && !(found.measure ? found.measure === m : found.measures.includes(m) && (found.department === undefined || found.department === d));
  columns.forEach((d, i) => {
    const x = left + size * (i + 0.5);
    svg.append(shape("line", { x1: x, x2: x, y1: top, y2: height - 10, stroke: "#e3e6e9" }));
    svg.append(label({ transform: `translate(${x + 4} ${top - 6}) rotate(-60)` }, heads[i], told(now.departments[d].short)));
  });
  rows.forEach((m, i) => {
    const y = top + size * (i + 0.5);
    svg.append(shape("line", { x1: left, x2: left + size * columns.length, y1: y, y2: y, stroke: "#e3e6e9" }));
    svg.append(label({ x: left - end, y: y + 4, "text-anchor": "end" }, lines[i], titles[i]));
    m.by.forEach(([d, leads], position) => {
      const ahead = now.leads ? leads : position === 0;
      svg.append(shape("circle", { cx: left + size * (column.get(d) + 0.5), cy: y, r: 5, fill: ahead ? "#1f4e79" : "#ffffff", stroke: "#1f4e79", "stroke-width": 1.5, ...(dims(m, d) ? { class: "dim" } : {}) }));
    });
  });
  place.replaceChildren(svg);
}

function showWhatIf() {
  const now = programme();
  const place = document.getElementById("live-what-if");
  const bodies = state.merge.split("+").map((key) => now.departments.findIndex((each) => each.key === key));
  const [a, b] = bodies;
  const rename = state.name.trim();
  const short = (d) => told(now.departments[d].short);
  if (a < 0 || a === b || (b < 0 && !rename)) {
    place.replaceChildren(element("p", { className: "note" }, say("what-if-how")));
    return;
  }
  const together = b >= 0;
  const before = profile(now);
  const after = together ? profile(merged(now, bodies)) : before;
  const rows = now.summary[state.language].map(([id, name]) => {
    const [x, y] = [before[id] ?? none, after[id] ?? none];
    return [name, x, y, typeof x === "number" && typeof y === "number" ? y - x : none];
  });
  // Those that name either are the measures of both, which was not there before.
  const named = (bodies) => now.measures.filter((m) => m.by.some(([d]) => bodies.includes(d))).length;
  const title = rename || (together ? bodies.map(short).join(" + ") : short(a));
  rows.unshift(
    ...(together ? bodies.map((d) => [say("measures-named", short(d)), named([d]), none, none]) : []),
    [say("measures-named", title), together ? none : named([a]), named(bodies), together ? none : 0],
  );
  place.replaceChildren(element("p", { className: "note" }, say("what-if-all")), ...liveTable(say("what-if-of", title), [say("figure"), say("before"), say("after"), say("difference")], rows, "row"));
}

/** What of the withheld may be among what is asked for. */
function hiddenText(now) {
  const others = now.withheldOf.reduce((sum, n) => sum - n, now.withheld); // of no known category
  const exact = state.category === "" ? now.withheld : now.withheldOf[Number(state.category)];
  const count = exact ?? Math.max(others, 0);
  if (count === 0) return "";
  const asksMore = exact === null || now.restricted || state.role + state.region + state.field !== "";
  return say(asksMore ? "withheld-perhaps" : "withheld-alone", count);
}

function showLive() {
  const now = programme();
  const measures = now.measures.filter(isShown);
  document.getElementById("shown").textContent = say("shown", measures.length, now.measures.length);
  document.getElementById("hidden").textContent = hiddenText(now);
  document.getElementById("live").hidden = measures.length === 0;
  showWorkload(now, measures);
  showPairs(now, measures);
  showMatrix(now, measures);
  showWhatIf();
}

// Tables that stand there: sorted by a column, and taken away as files.

function makeSortable(table) {
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => {
    const text = head.textContent;
    head.setAttribute("aria-sort", "none");
    head.replaceChildren(
      button(text, () => {
        const up = head.getAttribute("aria-sort") === "ascending";
        for (const each of heads) each.setAttribute("aria-sort", "none");
        head.setAttribute("aria-sort", up ? "descending" : "ascending");
        const body = table.tBodies[0];
        const sign = up ? -1 : 1;
        const rows = [...body.rows].map((row) => [cellValue(row.cells[column]), row]);
        const order = new Intl.Collator(state.language, { numeric: true });
        rows.sort(([x], [y]) => sign * (typeof x === "number" && typeof y === "number" ? x - y : order.compare(String(x), String(y))));
        body.append(...rows.map(([, row]) => row));
      }),
    );
  });
}

function downloads(table, title) {
  const name = title.replace(/[\\/:*?"<>|\p{C}]/gu, " ").slice(0, 80);
  return element(
    "div",
    { className: "downloads" },
    button("CSV", () => save(`${name}.csv`, "text/csv", [csvOf(tableRows(table))])),
    button("XLSX", () => save(`${name}.xlsx`, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", xlsxOf(title, tableRows(table)))),
  );
}

/** In each picture one stop for the keyboard; arrows go from name to name. */
function makeReachable(svg) {
  const stops = [...svg.querySelectorAll("g.of[data-name]")];
  if (stops.length === 0) return;
  svg.setAttribute("role", "group");
  stops.forEach((stop, i) => {
    stop.setAttribute("tabindex", i === 0 ? "0" : "-1");
    stop.setAttribute("role", "button");
  });
  svg.addEventListener("keydown", (event) => {
    const at = stops.indexOf(event.target);
    if (at < 0) return;
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (step) {
      const next = stops[(at + step + stops.length) % stops.length];
      stops[at].setAttribute("tabindex", "-1");
      next.setAttribute("tabindex", "0");
      next.focus();
    } else if (event.key === "Enter" || event.key === " ") {
      pick(event.target);
    } else {
      return;
    }
    event.preventDefault();
  });
}

/** Chooses what a mark stands for: of a line the measure, of a name what it names. */
function pick(mark) {
  const words = mark.dataset.of.split(" ");
  const key = words.find((word) => word[0] === "m") ?? words[0];
  change({ select: state.select === key ? "" : key });
}

const prepared = new Set();

/** What a chapter needs is made when it is first shown. */
function prepare(here) {
  if (!here || prepared.has(here)) return;
  prepared.add(here);
  const names = new Map(entriesByName());
  for (const table of here.querySelectorAll("table")) {
    makeSortable(table);
    const box = table.closest(".table");
    box.after(downloads(table, table.caption.textContent));
    for (const row of table.tBodies[0].rows) {
      const key = (row.dataset.of ?? "").split(" ")[0];
      const cell = row.cells[names.has(key) && key[0] === "d" ? Number(row.dataset.at ?? 0) : 0];
      if (!names.has(key) || row.dataset.of.includes(" ")) continue;
      cell.replaceChildren(nameButton(key, cell.textContent));
    }
  }
  for (const svg of here.querySelectorAll(".picture svg")) {
    makeReachable(svg);
    const title = svg.querySelector("title")?.textContent ?? "remit";
    const name = title.replace(/[\\/:*?"<>|\p{C}]/gu, " ").slice(0, 80);
    svg.parentElement.after(
      element(
        "div",
        { className: "downloads" },
        button("SVG", () => save(`${name}.svg`, "image/svg+xml", [svgOf(svg)])),
        button("PNG", () => savePng(svg, `${name}.png`)),
      ),
    );
  }
}

function entriesByName() {
  const now = programme();
  return now ? [...now.departments, ...now.measures, ...now.regions].map((each) => [each.key, each]) : [];
}

// All together.

function show(before) {
  const anew = !before || before.language !== state.language || before.batch !== state.batch;
  if (state.theme) root.dataset.theme = state.theme;
  else delete root.dataset.theme;
  if (anew) {
    root.lang = state.language;
    root.dir = data.rightToLeft.includes(state.language) ? "rtl" : "ltr";
    document.getElementById(`language-${data.languages.indexOf(state.language)}`).checked = true;
    document.getElementById(`batch-${state.batch}`).checked = true;
    const here = chapter();
    document.title = here?.querySelector("h1")?.textContent ?? document.title;
    prepare(here);
    showTools();
    if (programme()) showControls();
    explore.hidden = !programme();
    if (here) here.after(explore);
  } else {
    for (const name of ["category", "role", "region", "field", "rule", "min", "order", "theme"]) {
      const select = document.getElementById(`choose-${name}`);
      if (select) select.value = state[name];
    }
    const [a = "", b = ""] = state.merge.split("+");
    const written = document.getElementById("new-name");
    if (written && written.value !== state.name) written.value = state.name;
    for (const [name, value] of [["merge", a], ["merge-with", b]]) {
      const select = document.getElementById(`choose-${name}`);
      if (select) select.value = value;
    }
  }
  const matters = ["category", "role", "region", "field", "rule", "min", "order", "merge", "name", "select"];
  if (programme() && (anew || matters.some((name) => before[name] !== state[name]))) {
    showLive();
    highlight();
  }
  showView();
}

document.addEventListener("change", (event) => {
  const [, name, index] = /^(language|batch)-(\d+)$/.exec(event.target.id ?? "") ?? [];
  if (name === "language") change({ language: data.languages[Number(index)] });
  if (name === "batch") change({ batch: index });
});
document.addEventListener("click", (event) => {
  const link = event.target.closest?.('a[href^="#"]');
  if (link) {
    // The address keeps what is chosen.
    const target = document.getElementById(link.getAttribute("href").slice(1));
    event.preventDefault();
    target?.scrollIntoView();
    target?.setAttribute("tabindex", "-1");
    target?.focus({ preventScroll: true });
  }
  const mark = event.target.closest?.(".picture g.of");
  if (mark) pick(mark);
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && state.select && !event.defaultPrevented) change({ select: "" });
});
window.addEventListener("hashchange", () => {
  if (location.hash !== "" && !location.hash.includes("=")) return; // a section of the page
  const before = state;
  state = readAddress();
  show(before);
});

state = readAddress();
show(null);
