// `node bench/runtime.mjs`: what a transition without scripts costs, against XState's `actor.send` on the same machine.
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { createActor, createMachine } from "xstate";

const rounds = 15;
const root = new URL("../", import.meta.url).pathname;
const bundled = await build({
  entryPoints: [`${root}src/runtime/index.ts`],
  bundle: true,
  format: "esm",
  platform: "browser",
  minify: true,
  write: false,
});
const code = bundled.outputFiles[0].contents;
const runtime = await import(`data:text/javascript;base64,${Buffer.from(code).toString("base64")}`);

/** A ring of ten nodes that only decide, with a way out. */
const size = 10;
const node = (id, on, type, properties) => ({
  on,
  meta: {
    id,
    type,
    version: "1.0",
    displayName: id,
    outcomes: Object.fromEntries(Object.keys(on).map((name) => [name, { id: name, displayName: name }])),
    inputs: {},
    properties,
  },
});
const ring = {
  id: "Ring",
  initial: "n0",
  meta: { settings: { noSession: true }, scripts: [] },
  states: {
    ...Object.fromEntries(
      Array.from({ length: size }, (_, index) => [
        `n${index}`,
        node(`n${index}`, { true: `n${(index + 1) % size}`, false: "success" }, "AuthLevelDecisionNode", {
          authLevelRequirement: 0,
        }),
      ]),
    ),
    success: { type: "final" },
    failure: { type: "final" },
  },
};

/** The same nodes in a row, as many as one request may visit: the engine's way from start to success. */
const length = 900;
const row = {
  ...ring,
  id: "Row",
  states: {
    ...Object.fromEntries(
      Array.from({ length }, (_, index) => [
        `n${index}`,
        node(`n${index}`, { true: index + 1 < length ? `n${index + 1}` : "success" }, "AuthLevelDecisionNode", {
          authLevelRequirement: 0,
        }),
      ]),
    ),
    success: { type: "final" },
    failure: { type: "final" },
  },
};

/** Steps that wait: two pages that send each other the user, each answered by name. */
const asking = {
  ...ring,
  id: "Asking",
  initial: "a",
  states: {
    a: node("a", { outcome: "b" }, "UsernameCollectorNode", {}),
    b: node("b", { outcome: "a" }, "UsernameCollectorNode", {}),
    success: { type: "final" },
    failure: { type: "final" },
  },
};

const subjects = {
  xstate: () => {
    const actor = createActor(createMachine(ring)).start();
    return cost(20_000, () => actor.send({ type: "true" }));
  },
  walk: () => {
    let walk = runtime.start(ring);
    let index = 0;
    return cost(200_000, () => {
      // What lies behind is let go, so that memory is not what is measured.
      if (index % 1000 === 0) walk = runtime.start(ring);
      walk = runtime.take(walk, `n${index++ % size}`, "true");
      if (index % 1000 === 0) index = 0;
    });
  },
  engine: async () => {
    const world = new runtime.World();
    const begin = performance.now();
    for (let run = 0; run < 100; run++) await runtime.simulate(row, world);
    return ((performance.now() - begin) * 1e6) / (100 * length);
  },
  submit: async () => {
    const run = await runtime.simulate(asking);
    const begin = performance.now();
    for (let turn = 0; turn < 5000; turn++)
      await run.submit(turn % 2 === 0 ? "a" : "b", { [turn % 2 === 0 ? "a" : "b"]: "demo" });
    return ((performance.now() - begin) * 1e6) / 5000;
  },
};

function cost(times, act) {
  const begin = performance.now();
  for (let time = 0; time < times; time++) act();
  return ((performance.now() - begin) * 1e6) / times;
}

const costs = Object.fromEntries(Object.keys(subjects).map((name) => [name, []]));
for (let round = 0; round < rounds; round++) {
  for (const [name, measure] of Object.entries(subjects)) costs[name].push(await measure());
}
const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];
const nanoseconds = Object.fromEntries(Object.entries(costs).map(([name, values]) => [name, median(values)]));
const times = (name) => nanoseconds.xstate / nanoseconds[name];
const lines = [
  ["XState actor.send", `${nanoseconds.xstate.toFixed(0)} ns`],
  ["take (a walk by outcomes)", `${nanoseconds.walk.toFixed(0)} ns, ${times("walk").toFixed(1)} times as fast`],
  [
    "engine, one node that decides",
    `${nanoseconds.engine.toFixed(0)} ns, ${times("engine").toFixed(1)} times as fast (gate 5, aim 20)`,
  ],
  ["engine, one answered step (two node visits)", `${nanoseconds.submit.toFixed(0)} ns`],
  [
    "runtime, minified",
    `${(code.length / 1024).toFixed(1)} KB, ${(gzipSync(code).length / 1024).toFixed(1)} KB gzipped`,
  ],
];
for (const [what, figure] of lines) console.log(`${what.padEnd(46)}${figure}`);
if (times("engine") < 5) process.exitCode = 1;
