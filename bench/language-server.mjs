// Measures the language server in its own process: `[LANGIUM_FOLDER=…] node bench/language-server.mjs [100] [1000] [500]`. Beside each figure stands its
// ratio to what is measured right after it, and whose figure on the machine that the limits are for is known: what Langium does for a keystroke, and
// the start of Node.
import { fork, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import * as lsp from "vscode-languageserver-protocol/node";
import { alternate, median } from "./measure.mjs";

const root = join(import.meta.dirname, "..");
const ticksPerSecond = 100;
const rounds = 5;

/** Milliseconds of CPU on the machine that the limits are for. */
const there = { langium: 47, node: 34 };

/** Five kinds of nodes, as login journeys have them: pages, decisions, loops that are limited, writes. */
export function journeyOf(name, nodes) {
  const lines = [`journey ${name} {`, "  start -> Node0", ""];
  for (let index = 0; index < nodes; index++) {
    const next = index + 1 < nodes ? `Node${index + 1}` : "success";
    const parts = [
      [
        `page Node${index} {`,
        `  pageHeader: "Step ${index}"`,
        "",
        "  node Ask: AttributeCollector {",
        '    attributesToCollect: ["mail"]',
        '    identityAttribute: "mail"',
        "  }",
        "",
        `  -> ${next}`,
        "}",
      ],
      [
        `node Node${index}: IdentifyExistingUser {`,
        '  identifier: "userName"',
        '  identityAttribute: "mail"',
        "",
        `  true -> ${next}`,
        "  false -> failure",
        "}",
      ],
      [
        `node Node${index}: RetryLimitDecision {`,
        "  retryLimit: 3",
        "",
        `  Retry -> Node${Math.max(0, index - 2)}`,
        `  Reject -> ${next}`,
        "}",
      ],
      [`node Node${index}: SetSessionProperties {`, `  properties: { level${index}: "2" }`, "", `  -> ${next}`, "}"],
      [
        `node Node${index}: PatchObject {`,
        '  identityAttribute: "mail"',
        "",
        `  PATCHED -> ${next}`,
        "  FAILURE -> failure",
        "}",
      ],
    ][index % 5];
    lines.push(...parts.map((line) => (line === "" ? "" : `  ${line}`)), "");
  }
  return `${lines.join("\n")}}\n`;
}

/** The CPU time of a process in milliseconds, all threads. */
function cpuOf(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\) /, "")
    .split(" ");
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / ticksPerSecond;
}

function memoryOf(pid) {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return {
    now: Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024,
    peak: Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024,
  };
}

async function start(folder) {
  const child = spawn(process.execPath, [join(root, "dist", "cli", "journeyc.cjs"), "lsp", "--stdio"], {
    cwd: folder,
    stdio: ["pipe", "pipe", "inherit"],
  });
  const connection = lsp.createProtocolConnection(
    new lsp.StreamMessageReader(child.stdout),
    new lsp.StreamMessageWriter(child.stdin),
  );
  let told = () => {};
  connection.onNotification(lsp.PublishDiagnosticsNotification.type, (params) => told(params));
  connection.listen();
  await connection.sendRequest(lsp.InitializeRequest.type, {
    processId: null,
    rootUri: null,
    capabilities: {},
    workspaceFolders: [{ uri: pathToFileURL(folder).href, name: "bench" }],
  });
  const waitFor = (holds) =>
    new Promise((resolve) => {
      told = (params) => {
        if (holds(params)) resolve(params);
      };
    });
  const ready = waitFor(() => true);
  await connection.sendNotification(lsp.InitializedNotification.type, {});
  await ready;
  return { child, connection, waitFor };
}

async function stop({ child, connection }) {
  await connection.sendRequest(lsp.ShutdownRequest.type);
  await connection.sendNotification(lsp.ExitNotification.type);
  connection.dispose();
  child.kill();
}

function folderWith(files) {
  const folder = mkdtempSync(join(tmpdir(), "journeyc-bench-"));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, ".."), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** What is typed in the middle of a text: each kind at its place, taken back key by key, so that the text is the same again. */
function kindsOfTyping(text, node) {
  const behind = (needle, from) => {
    const at = text.indexOf(needle, text.indexOf(`Node${node + (from ?? 0)}`) - 20);
    if (at === -1) throw new Error(`there is no ${needle}`);
    return at + needle.length;
  };
  return {
    "in a title": [behind(`"Step ${node}`), " of many."],
    "in a value": [behind("retryLimit: 3", 2), "1234"],
    "in a name": [behind(`node Node${node + 1}`), "Again"],
    "in a target": [behind(`PATCHED -> Node${node + 5}`, 4), "123"],
    "on a new line": [behind("IdentifyExistingUser {\n", 1), "    x: 1\n"],
  };
}

/** What tells how fast this machine is just now. Langium is no dependency of the project: it is taken from the folder in which somebody has installed it. */
async function startYardstick() {
  const folder = process.env.LANGIUM_FOLDER;
  const child = folder && fork(join(import.meta.dirname, "langium.mjs"), [folder]);
  const answer = () => new Promise((resolve) => child.once("message", resolve));
  if (child)
    child.once("exit", (status) => {
      if (!status) return;
      console.error(`Langium has ended with ${status}`);
      process.exit(1);
    });
  if (child) await answer();
  else
    console.log(
      "LANGIUM IS NOT MEASURED. Install langium@4.2.0 into a folder outside of the project, and name that in LANGIUM_FOLDER:\nuntil then, figures are compared with the start of Node alone.\n",
    );
  return {
    names: child ? ["langium", "node"] : ["node"],
    async measure() {
      const node = median(alternate({ node: ["-e", "0"] }, 3).node);
      if (!child) return { node };
      const answered = answer();
      child.send("type");
      return { node, langium: await answered };
    },
    stop: () => child?.kill(),
  };
}

const range = (values, digits) =>
  `${median(values).toFixed(digits)} (${Math.min(...values).toFixed(digits)} to ${Math.max(...values).toFixed(digits)})`;

/** Takes one figure a round, each with the yardsticks right after it, and prints them. */
async function measureInTurn(subjects, yardstick) {
  const taken = Object.fromEntries(Object.keys(subjects).map((label) => [label, []]));
  for (let round = 0; round < rounds; round++)
    for (const [label, { figure }] of Object.entries(subjects))
      taken[label].push({ own: await figure(), ...(await yardstick.measure()) });
  for (const [label, { limit }] of Object.entries(subjects)) {
    const ratios = (name) => taken[label].map((each) => each.own / each[name]);
    const [best] = yardstick.names;
    const ownThere = median(ratios(best)) * there[best];
    const columns = [
      `${range(
        taken[label].map(({ own }) => own),
        1,
      )} ms`,
      ...yardstick.names.map((name) => `${range(ratios(name), 2)} of ${name}`),
      `${ownThere.toFixed(1)} ms there, at most ${limit}${ownThere > limit ? "  ABOVE" : ""}`,
    ];
    console.log(`${label.padEnd(46)}${columns.map((each) => each.padEnd(32)).join("")}`);
  }
}

async function measureTyping(label, { files, name, node, keystrokes, limit }, yardstick) {
  const folder = folderWith(files);
  const server = await start(folder);
  const uri = pathToFileURL(join(folder, name)).href;
  const text = files[name];
  let version = 1;
  const told = () => server.waitFor((params) => params.uri === uri && params.version === version);
  let wait = told();
  await server.connection.sendNotification(lsp.DidOpenTextDocumentNotification.type, {
    textDocument: { uri, languageId: "journey", version, text },
  });
  await wait;
  const change = async (start, end, inserted) => {
    version++;
    wait = told();
    await server.connection.sendNotification(lsp.DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges: [{ range: { start, end }, text: inserted }],
    });
    await wait;
  };
  const positionOf = (whole, offset) => {
    const lines = whole.slice(0, offset).split("\n");
    return { line: lines.length - 1, character: lines.at(-1).length };
  };
  /** Types a word and takes it back, as often as that is needed for so many keys; answers how many they were. */
  const type = async ([at, typed], atLeast) => {
    const place = (length) => positionOf(text.slice(0, at) + typed.slice(0, length), at + length);
    let keys = 0;
    while (keys < atLeast) {
      for (let length = 0; length < typed.length; length++) await change(place(length), place(length), typed[length]);
      for (let length = typed.length; length > 0; length--) await change(place(length - 1), place(length), "");
      keys += 2 * typed.length;
    }
    return keys;
  };
  const kinds = kindsOfTyping(text, node);
  for (const kind of Object.values(kinds)) await type(kind, keystrokes);
  const costOf = async (work) => {
    const before = cpuOf(server.child.pid);
    const count = await work();
    return (cpuOf(server.child.pid) - before) / count;
  };
  const position = positionOf(text, kinds["on a new line"][0]);
  const asked = 60;
  const complete = async () => {
    const params = { textDocument: { uri }, position };
    for (let index = 0; index < asked; index++) await server.connection.sendRequest(lsp.CompletionRequest.type, params);
    return asked;
  };
  await complete();
  const subjects = Object.fromEntries(
    Object.entries(kinds).map(([kind, what]) => [
      `${label}: a key ${kind}`,
      { limit, figure: () => costOf(() => type(what, keystrokes)) },
    ]),
  );
  subjects[`${label}: a completion`] = { limit: 10, figure: () => costOf(complete) };
  await measureInTurn(subjects, yardstick);
  await stop(server);
  rmSync(folder, { recursive: true });
}

async function measureWorkspace(count, yardstick) {
  const files = Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`journeys/journey${index}.journey`, journeyOf(`Journey${index}`, 11)]),
  );
  const folder = folderWith(files);
  const begin = performance.now();
  const server = await start(folder);
  const ready = performance.now() - begin;
  const { now, peak } = memoryOf(server.child.pid);
  console.log(
    `${count} journeys of 11 nodes: ready after ${Math.round(ready)} ms, CPU ${cpuOf(server.child.pid)} ms, ${Math.round(now)} MB, peak ${Math.round(peak)} MB`,
  );
  await stop(server);
  rmSync(folder, { recursive: true });
  const among = { files, name: "journeys/journey7.journey", node: 5, keystrokes: 40, limit: 10 };
  await measureTyping(`1 of ${count} journeys`, among, yardstick);
}

const yardstick = await startYardstick();
const oneOf = (nodes, keystrokes, limit) => {
  const files = { "big.journey": journeyOf("Big", nodes) };
  return { files, name: "big.journey", node: nodes / 2, keystrokes, limit };
};
const parts = {
  100: () => measureTyping("100 nodes", oneOf(100, 60, 5), yardstick),
  1000: () => measureTyping("1,000 nodes", oneOf(1000, 20, 40), yardstick),
  500: () => measureWorkspace(500, yardstick),
};
for (const part of process.argv.length > 2 ? process.argv.slice(2) : ["100", "1000", "500"]) await parts[part]();
yardstick.stop();
const worker = readFileSync(join(root, "dist", "language-server", "worker.js"));
console.log(
  `worker with the catalogue: ${Math.round(worker.length / 1024)} KB, ${Math.round(gzipSync(worker, { level: 9 }).length / 1024)} KB gzipped`,
);
