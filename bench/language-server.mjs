// Measures the language server in its own process: node bench/language-server.mjs
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import * as lsp from "vscode-languageserver-protocol/node";

const root = join(import.meta.dirname, "..");
const ticksPerSecond = 100;

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
    "a new line": [behind("IdentifyExistingUser {\n", 1), "    x: 1\n"],
  };
}

async function measureTyping(label, files, name, node, keystrokes) {
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
  for (const kind of Object.values(kinds)) await type(kind, keystrokes / 4);
  for (const [kind, what] of Object.entries(kinds)) {
    const before = cpuOf(server.child.pid);
    const count = await type(what, keystrokes);
    const perKey = (cpuOf(server.child.pid) - before) / count;
    console.log(`${label}: ${perKey.toFixed(1)} ms from a keystroke ${kind} to diagnostics (CPU)`);
  }
  const position = positionOf(text, kinds["a new line"][0]);
  const ask = () => server.connection.sendRequest(lsp.CompletionRequest.type, { textDocument: { uri }, position });
  for (let index = 0; index < 20; index++) await ask();
  const before = cpuOf(server.child.pid);
  const asked = 60;
  for (let index = 0; index < asked; index++) await ask();
  const perCompletion = (cpuOf(server.child.pid) - before) / asked;
  console.log(`${label}: ${perCompletion.toFixed(1)} ms a completion (CPU)`);
  await stop(server);
  rmSync(folder, { recursive: true });
}

async function measureWorkspace(count) {
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
  await measureTyping(`typing in one of ${count} journeys`, files, "journeys/journey7.journey", 5, 120);
}

await measureTyping("100 nodes", { "big.journey": journeyOf("Big", 100) }, "big.journey", 50, 200);
await measureTyping("1,000 nodes", { "big.journey": journeyOf("Big", 1000) }, "big.journey", 500, 40);
await measureWorkspace(500);
const worker = readFileSync(join(root, "dist", "language-server", "worker.js"));
console.log(
  `worker with the catalogue: ${Math.round(worker.length / 1024)} KB, ${Math.round(gzipSync(worker, { level: 9 }).length / 1024)} KB gzipped`,
);
