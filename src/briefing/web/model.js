// A programme and its numbers, as remit counts them. A measure's `by` are its departments in
// printed order: [department, leads, role].

/** The credit of the one in a position (from 1) of n, as `remit explain` has it. */
function credit(scheme, position, n, leads) {
  switch (scheme) {
    case "first_named":
      return position === 1 ? 1 : 0;
    case "lead":
      return leads ? 1 : 0;
    case "fractional":
      return 1 / n;
    case "harmonic": {
      let sum = 0;
      for (let p = 1; p <= n; ++p) sum += 1 / p;
      return 1 / position / sum;
    }
    case "arithmetic":
      return (n + 1 - position) / ((n * (n + 1)) / 2);
    case "geometric":
      return 2 ** (n - position) / (2 ** n - 1);
    default:
      return 1;
  }
}

/** What each department carries of some measures. @returns {{measures: number, credit: number}[]} */
function workload(programme, measures, scheme) {
  const loads = programme.departments.map(() => ({ measures: 0, credit: 0, sole: 0 }));
  for (const { by, more } of measures) {
    by.forEach(([d, leads], i) => {
      loads[d].measures += 1;
      loads[d].credit += credit(scheme, i + 1, by.length, leads);
      if (by.length === 1 && !more) loads[d].sole += 1;
    });
  }
  return loads;
}

/** The pairs that share a measure, most shared first. */
function pairs(measures) {
  const found = new Map();
  for (const measure of measures) {
    const all = measure.by.map(([d]) => d).sort((a, b) => a - b);
    all.forEach((a, i) => {
      for (const b of all.slice(i + 1)) {
        const key = `${a} ${b}`;
        const pair = found.get(key) ?? { a, b, measures: [], newman: 0 };
        pair.measures.push(measure);
        pair.newman += 1 / (all.length - 1);
        found.set(key, pair);
      }
    });
  }
  return [...found.values()].sort(
    (x, y) => y.measures.length - x.measures.length || x.a - y.a || x.b - y.b,
  );
}

/** Connected parts of measures and departments. */
function components(programme) {
  const parent = programme.departments.map((_, d) => d);
  const root = (d) => {
    while (parent[d] !== d) d = parent[d] = parent[parent[d]];
    return d;
  };
  let alone = 0;
  for (const { by } of programme.measures) {
    if (by.length === 0) alone += 1;
    for (const [d] of by) parent[root(d)] = root(by[0][0]);
  }
  const named = new Set(programme.measures.flatMap(({ by }) => by.map(([d]) => root(d))));
  return named.size + alone;
}

/** The fewest departments such that each measure that names some has one; null if unproved. */
function coverSize(programme) {
  let sets = programme.measures.map(({ by }) => by.map(([d]) => d)).filter((set) => set.length);
  sets.sort((a, b) => a.length - b.length);
  sets = sets.filter((set, i) => !sets.slice(0, i).some((less) => less.every((d) => set.includes(d))));
  let effort = 3e6;  // sets that are looked at: well below a second
  const covered = (left, rest) => {
    if (left.length === 0) return true;
    // Sets that have nothing in common need a department each.
    let disjoint = 0;
    const used = new Set();
    for (const set of left) {
      if (set.some((d) => used.has(d))) continue;
      set.forEach((d) => used.add(d));
      disjoint += 1;
    }
    effort -= left.length;
    if (disjoint > rest || effort < 0) return false;
    return left[0].some((d) => covered(left.filter((set) => !set.includes(d)), rest - 1));
  };
  for (let size = 0; effort > 0; ++size) {
    if (covered(sets, size)) return size;
  }
  return null;
}

/** How unequally something is spread over holders; empty if there is nothing to spread. */
function concentration(loads) {
  const sorted = [...loads].sort((a, b) => a - b);
  const total = sorted.reduce((sum, load) => sum + load, 0);
  if (total <= 0) return {};
  let gini = 0;
  let herfindahl = 0;
  let entropy = 0;
  sorted.forEach((load, i) => {
    const share = load / total;
    gini += (2 * (i + 1) - sorted.length - 1) * load;
    herfindahl += share * share;
    if (share > 0) entropy -= share * Math.log(share);
  });
  return { gini: gini / (sorted.length * total), herfindahl, effective: Math.exp(entropy) };
}

/** The figures of `remit reorganize`, by id. */
function profile(programme) {
  const { measures } = programme;
  const count = (is) => measures.filter(is).length;
  const loads = workload(programme, measures, "fractional").filter((load) => load.measures > 0);
  const together = pairs(measures);
  const full = concentration(loads.map((load) => load.measures));
  const fractional = concentration(loads.map((load) => load.credit));
  return {
    listed: measures.length,
    withheld: programme.withheld,
    nationwide: count((m) => m.nationwide),
    departments: loads.length,
    links: measures.reduce((sum, { by }) => sum + by.length, 0),
    sole: loads.reduce((sum, load) => sum + load.sole, 0),
    collective: count((m) => m.by.length === 0 && m.collective),
    unassigned: count((m) => m.by.length === 0 && !m.collective),
    open: count((m) => m.open),
    largest: loads.reduce((most, load) => Math.max(most, load.measures), 0),
    pairs: together.length,
    shared: together.reduce((sum, pair) => sum + pair.measures.length, 0),
    newman: together.reduce((sum, pair) => sum + pair.newman, 0),
    components: components(programme),
    cover_size: coverSize(programme),
    gini: full.gini,
    gini_fractional: fractional.gini,
    herfindahl: full.herfindahl,
    effective_number: full.effective,
    effective_number_fractional: fractional.effective,
  };
}

/** The programme after some departments have become one: the first of them. */
function merged(programme, bodies) {
  const [into] = bodies;
  const measures = programme.measures.map((measure) => {
    if (!measure.by.some(([d]) => bodies.includes(d))) return measure;
    const leads = measure.by.some(([d, lead]) => lead && bodies.includes(d));
    const by = [];
    for (const entry of measure.by) {
      if (!bodies.includes(entry[0])) by.push(entry);
      else if (!by.some(([d]) => d === into)) by.push([into, leads ? 1 : 0, entry[2]]);
    }
    return { ...measure, by };
  });
  return { ...programme, measures };
}
