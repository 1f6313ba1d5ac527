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

async function measureTyping(label, files, name, keystrokes) {
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
  const line = text.split("\n").findIndex((each) => each.includes("Step "));
  const end = text.split("\n")[line].length - 1;
  const type = async (count) => {
    for (let index = 0; index < count; index++) {
      version++;
      wait = told();
      const range = { start: { line, character: end }, end: { line, character: end + (index % 20 === 19 ? 19 : 0) } };
      await server.connection.sendNotification(lsp.DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version },
        contentChanges: [
          index % 20 === 19 ? { range, text: "" } : { range: { start: range.start, end: range.start }, text: "x" },
        ],
      });
      await wait;
    }
  };
  await type(label.startsWith("1,000") ? 15 : 60);
  const before = cpuOf(server.child.pid);
  await type(keystrokes);
  const perKey = (cpuOf(server.child.pid) - before) / keystrokes;
  const position = { line: line + 1, character: 0 };
  const ask = () => server.connection.sendRequest(lsp.CompletionRequest.type, { textDocument: { uri }, position });
  for (let index = 0; index < 20; index++) await ask();
  const beforeAsking = cpuOf(server.child.pid);
  const asked = 60;
  for (let index = 0; index < asked; index++) await ask();
  const perCompletion = (cpuOf(server.child.pid) - beforeAsking) / asked;
  console.log(
    `${label}: ${perKey.toFixed(1)} ms a keystroke to diagnostics, ${perCompletion.toFixed(1)} ms a completion (CPU)`,
  );
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
  await measureTyping(`typing in one of ${count} journeys`, files, "journeys/journey7.journey", 60);
}

await measureTyping("100 nodes", { "big.journey": journeyOf("Big", 100) }, "big.journey", 400);
await measureTyping("1,000 nodes", { "big.journey": journeyOf("Big", 1000) }, "big.journey", 60);
await measureWorkspace(500);
const worker = readFileSync(join(root, "dist", "language-server", "worker.js"));
console.log(
  `worker with the catalogue: ${Math.round(worker.length / 1024)} KB, ${Math.round(gzipSync(worker, { level: 9 }).length / 1024)} KB gzipped`,
);
