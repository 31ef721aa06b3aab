// Programmes that are hard for a page.

/** Names that would be markup, script, an address or an order of writing, were they not text. */
export const hostileNames = [
  `</script><script>alert(1)</script>`,
  `"><img src=x onerror=alert(2)>`,
  `' onmouseover='alert(3)`,
  `javascript:alert(4)`,
  `<svg onload=alert(5)>`,
  "right \u202Eto left\u202C again",
  "{{constructor.constructor('alert(6)')()}}",
  "=HYPERLINK(\"http://example.org\")",
  "&lt;b&gt; & \\u003c",
  "<!-- --> ]]> <![CDATA[",
];

const quoted = (text) => JSON.stringify(text);

export function hostile() {
  const lines = ["remit: 1", "departments:"];
  hostileNames.forEach((name, i) => lines.push(`  - {id: d${i}, name: ${quoted(name)}}`));
  lines.push("regions:", `  - {id: all, name: ${quoted("<b>all</b>")}, kind: nation}`, `  - {id: part, name: ${quoted("</title>part")}, kind: province, within: all}`);
  lines.push(`notice: {id: n, title: ${quoted(`<i>hostile</i> ${hostileNames[0]}`)}, issued: 2024-01-01}`);
  lines.push("fields:", `  - {id: due, name: ${quoted("<u>due</u>")}, type: date}`, `  - {id: status, name: status, type: choice, values: [{id: done, name: ${quoted("</td>done")}}, {id: open, name: open}]}`);
  lines.push("measures:");
  hostileNames.forEach((name, i) => {
    const departments = [i, (i + 1) % hostileNames.length, (i + 4) % hostileNames.length].map((d) => `d${d}`);
    lines.push(`  - {number: ${i + 1}, title: ${quoted(name)}, departments: [${departments.join(", ")}], scope: ${i % 3 === 0 ? "part" : "all"}, fields: {due: 2024-0${1 + (i % 9)}, status: ${i % 2 ? "done" : "open"}}}`);
  });
  return `${lines.join("\n")}\n`;
}

/** As many measures and departments, by a rule that any language can follow. */
export function large(measures, departments) {
  const lines = ["remit: 1", "departments:"];
  for (let d = 0; d < departments; ++d) lines.push(`  - {id: d${d}, name: Department ${d} of the plan}`);
  lines.push("notice: {id: n, title: A large plan, issued: 2024-01-01}", "measures:");
  let seed = 7;
  const random = (below) => {
    seed = (seed * 16807) % 2147483647;
    return seed % below;
  };
  for (let m = 1; m <= measures; ++m) {
    const some = new Set();
    for (let i = 0; i <= random(6); ++i) some.add(Math.floor((random(departments) * random(departments)) / departments));
    lines.push(`  - {number: ${m}, title: Measure ${m} that does something somewhere, departments: [${[...some].map((d) => `d${d}`).join(", ")}]}`);
  }
  return `${lines.join("\n")}\n`;
}

/** A notice of a province, whose bodies have long names that begin alike. */
export function province(year) {
  const lines = ["remit: 1", "language: zh-Hans", "departments:"];
  ["威尔士", "苏格兰", "北爱尔兰"].forEach((name, i) => lines.push(`  - {id: d${i}, name: {zh-Hans: ${name}事务大臣办公厅, en: "Office of the Secretary of State for the Affairs of Part ${i}"}}`));
  lines.push("regions:", "  - {id: all, name: {zh-Hans: 全省, en: the province}, kind: nation}", "  - {id: part, name: {zh-Hans: 省城, en: the capital}, kind: city, within: all}");
  lines.push(`notice: {id: n${year}, title: {zh-Hans: ${year}年的通知, en: "Notice of ${year}"}, issued: ${year}-10-11, announced: 5}`, "measures:");
  for (let m = 1; m <= 4; ++m) lines.push(`  - {number: ${m}, title: {zh-Hans: 第${m}项举措, en: "A measure with a long title that is told apart by number ${m}"}, departments: [d${m % 3}, d${(m + 1 + (year % 2)) % 3}], scope: ${m === 1 ? "part" : "all"}}`);
  return `${lines.join("\n")}\n`;
}
