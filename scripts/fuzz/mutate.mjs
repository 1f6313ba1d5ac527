/** Numbers from 0 to 1 that follow from a seed (mulberry32), so that what was found is found again. */
export function randomNumbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Texts that mean something to JSON, to the language, to JavaScript or to file names. */
const scraps = [
  ..."{}[]:,\"'\\\n\t\0/*.$#-> ",
  "__proto__",
  "constructor",
  "null",
  "-0",
  "1e400",
  "9223372036854775807",
  "\ud800",
  "\ufeff",
  "\u2028",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the language has parameters.
  "${a}",
  "-> success",
  "journey ",
  "node ",
  "page ",
  "raw ",
  "//",
  "../",
  "[[[[[[[[",
  '{"a":'.repeat(40),
];

/** A text near the given one: pieces are removed, doubled, moved, replaced or put in. */
export function mutateText(text, random) {
  let result = text;
  for (let changes = 1 + Math.floor(random() * 4); changes > 0; changes--) {
    const start = Math.floor(random() * (result.length + 1));
    const end = Math.min(result.length, start + Math.floor(random() ** 3 * 200));
    const [before, piece, after] = [result.slice(0, start), result.slice(start, end), result.slice(end)];
    const scrap = scraps[Math.floor(random() * scraps.length)];
    const forms = [
      before + after,
      before + piece + piece + after,
      before + scrap + after,
      before + scrap + piece + after,
      after + before,
    ];
    result = forms[Math.floor(random() * (random() < 0.1 ? 5 : 4))];
  }
  return result;
}

const values = [null, true, false, 0, -1, 1e300, "", "x", "__proto__", [], {}, [null], [[]], { _id: "x" }, "\ud800"];

/** A JSON value near the given one: it keeps its syntax and loses its shape. */
export function mutateJson(text, random) {
  const root = { value: JSON.parse(text) };
  for (let changes = 1 + Math.floor(random() * 4); changes > 0; changes--) {
    let owner = root;
    let key = "value";
    while (typeof owner[key] === "object" && owner[key] !== null && random() < 0.85) {
      const keys = Object.keys(owner[key]);
      if (keys.length === 0) break;
      owner = owner[key];
      key = keys[Math.floor(random() * keys.length)];
    }
    const chosen = values[Math.floor(random() * values.length)];
    const choice = random();
    if (choice < 0.2 && owner !== root && !Array.isArray(owner)) delete owner[key];
    else if (choice < 0.35 && typeof owner[key] === "object") owner[key] = Object.values(owner[key] ?? {})[0] ?? null;
    else owner[key] = structuredClone(chosen);
  }
  return JSON.stringify(root.value) ?? "null";
}
