import { mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { builtPackage } from "../support/built-package.js";
import { fencedBlocks } from "../support/fenced-blocks.js";
import { McpClient } from "../support/mcp-client.js";
import { projectRoot } from "../support/read-project.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const examples = join(projectRoot, "examples");
let reading: McpClient;

beforeAll(async () => {
  reading = await McpClient.start(projectRoot, ["--root", examples]);
}, 120_000);

afterAll(() => reading.close());

const text = (path: string, content: string) => ({ texts: [{ path, text: content }] });
const ask = `journey Ask {
  noSession: true

  start -> Name

  node Name: UsernameCollector {
    -> success
  }
}
`;

describe("each tool, by the client of the SDK", () => {
  test("is listed with schemas, and none is missing here", async () => {
    const { tools } = await reading.client.listTools();
    const here = readFileSync(import.meta.filename, "utf8");
    expect(tools.length).toBe(20);
    expect(tools.filter(({ name }) => !here.includes(`"${name}"`)).map(({ name }) => name)).toEqual([]);
    for (const { inputSchema, outputSchema, description } of tools) {
      expect(inputSchema).toMatchObject({ type: "object", additionalProperties: false });
      expect(outputSchema).toMatchObject({ type: "object" });
      expect(description?.length).toBeGreaterThan(40);
    }
    expect(tools.filter(({ annotations }) => annotations?.readOnlyHint === false).map(({ name }) => name)).toEqual([
      "fix",
      "build",
      "import",
      "save",
    ]);
  });

  test("find_node_types and node_type know the words of the console", async () => {
    const { types } = await reading.call("find_node_types", { words: "OTP Email Sender" });
    expect(types[0]).toMatchObject({ name: "OneTimePasswordSmtpSender", label: "OTP Email Sender" });
    const otp = await reading.call("find_node_types", { words: "otp" });
    // The platform's own before those of the marketplace.
    expect(otp.types[0].name).toMatch(/^OneTimePassword/);
    expect(await reading.call("find_node_types", { words: "RetryLimitDecison" })).toMatchObject({
      types: [],
      nearest: "RetryLimitDecision",
    });
    const type = await reading.call("node_type", { name: "Retry Limit Decision" });
    expect(type).toMatchObject({ name: "RetryLimitDecision", outcomes: ["Retry", "Reject"], propertiesKnown: true });
    expect(type.properties[0]).toMatchObject({ name: "retryLimit", type: "integer", default: 3, isRequired: false });
    expect(await reading.refused("node_type", { name: "RetryLimitDecison" })).toContain(
      "did you mean RetryLimitDecision?",
    );
  });

  test("check and explain tell what is wrong, where, and why", async () => {
    const answer = await reading.call("check", text("A.journey", "journey A {\n  start -> Missing\n}\n"));
    expect(answer).toMatchObject({ journeys: ["A"], errors: 1, leftOut: 0 });
    expect(answer.findings[0]).toMatchObject({ code: "unresolved-target", file: "A.journey", line: 2, column: 12 });
    expect(await reading.call("check", { paths: ["login"] })).toMatchObject({
      errors: 0,
      journeys: ["Login", "SecondFactor"],
    });
    // The text stands in the place of the file; what it does not have comes from the disk.
    const login = readFileSync(join(examples, "login", "Login.journey"), "utf8");
    const changed = {
      paths: ["login"],
      texts: [{ path: "login/Login.journey", text: login.replace("-> CountLogin", "-> CountLogn") }],
    };
    expect((await reading.call("check", changed)).findings[0].code).toBe("unresolved-target");
    const page = await reading.call("explain", { code: "JRN103" });
    expect(page.code).toBe("unresolved-target");
    expect(page.page).toContain("## Wrong");
    expect(await reading.refused("explain", { code: "unresolved-targt" })).toContain("unresolved-target");
  });

  test("fix and format change texts", async () => {
    const wrong = ask.replace("UsernameCollector", "UsernameColector");
    const fixed = await reading.call("fix", text("Ask.journey", wrong));
    expect(fixed).toMatchObject({ fixed: 1, errors: 0, texts: [{ path: "Ask.journey", text: ask }], written: [] });
    expect(await reading.call("format", { text: "journey A { start -> success }" })).toMatchObject({
      text: "journey A {\n  start -> success\n}\n",
      isChanged: true,
    });
    expect(await reading.call("format", { text: "journey A {" })).toMatchObject({
      text: "journey A {",
      isChanged: false,
    });
  });

  test("build and import turn texts into exports and back", async () => {
    const built = await reading.call("build", text("Ask.journey", ask));
    expect(built.outputs[0]).toMatchObject({ file: "Ask.journey.json", journey: "Ask", leftOut: 0 });
    const imported = await reading.call("import", text("Ask.json", built.outputs[0].text));
    expect(imported.files.map(({ path }: { path: string }) => path)).toEqual(["Ask.journey"]);
    expect(imported.files[0].text).toContain("node Name: UsernameCollector {");
    const machine = await reading.call("build", { paths: ["reset-password"], target: "machine" });
    expect(machine.outputs[0].file).toBe("ResetPassword.machine.ts");
    expect(await reading.call("build", text("A.journey", "journey A { start -> B }"))).toMatchObject({
      isBuilt: false,
      outputs: [],
      errors: 1,
    });
  });

  test("diff, uses and requires tell what depends on a change", async () => {
    const other = ask.replace("noSession: true", "noSession: false");
    const same = { old: text("Ask.journey", ask), new: text("Ask.journey", ask) };
    expect(await reading.call("diff", same)).toMatchObject({ isSame: true });
    const differing = await reading.call("diff", { ...same, new: text("Ask.journey", other) });
    expect(differing.isSame).toBe(false);
    expect(differing.text).toContain("noSession");
    const { found } = await reading.call("uses", { name: "SecondFactor" });
    expect(found[0].uses).toEqual([{ journey: "Login", by: "SecondFactor", file: "login/Login.journey", line: 55 }]);
    expect(await reading.refused("uses", { name: "SecondFacter" })).toContain("did you mean SecondFactor?");
    const { requirements } = await reading.call("requires", { paths: ["login"], missing: true });
    expect(requirements.map(({ id }: { id: string }) => id)).toEqual(["esv-smtp-host", "esv-smtp-user"]);
  });

  test("graph and describe show a journey", async () => {
    expect((await reading.call("graph", { paths: ["reset-password"] })).text).toMatch(/^flowchart LR/);
    expect((await reading.call("graph", { paths: ["reset-password"], format: "svg" })).text).toMatch(/^<svg/);
    expect((await reading.call("describe", { paths: ["login"], journey: "Login" })).text).toContain(
      "## What a user sees",
    );
    expect(await reading.refused("graph", { paths: ["login"] })).toContain("name one with journey");
  });

  test("test and generate_scenarios run and write scenarios", async () => {
    const tested = await reading.call("test", { paths: ["login"] });
    expect(tested).toMatchObject({ hasRun: true, failed: 0, scenariosLeftOut: 0 });
    expect(tested.passed).toBeGreaterThan(5);
    const wrong = `${ask}\nscenario "asks for a name" of Ask {\n  submit Name { Name: "demo" }\n  expect failure\n}\n`;
    const failed = await reading.call("test", text("Ask.journey", wrong));
    expect(failed).toMatchObject({ passed: 0, failed: 1, untaken: [] });
    expect(failed.scenarios[0]).toMatchObject({ passed: false, line: 13 });
    expect(failed.scenarios[0].problem).toContain("success");
    const generated = await reading.call("generate_scenarios", text("Ask.journey", ask));
    expect(generated.count).toBe(1);
    expect((await reading.call("test", text("Ask.journey", ask + generated.text))).passed).toBe(1);
  });

  test("simulate_start, simulate_answer, simulate_resume and simulate_look go through a journey, several beside one another", async () => {
    const world = { users: [{ userName: "demo", mail: "demo@example.com", password: "Passw0rd-1" }] };
    const [one, two] = await Promise.all(
      [1, 2].map(() => reading.call("simulate_start", { paths: ["reset-password"], journey: "ResetPassword", world })),
    );
    expect(one.session).not.toBe(two.session);
    expect(one).toMatchObject({ status: "waiting", node: "AskEmail", asks: [{ name: "mail" }] });
    expect(await reading.refused("simulate_answer", { session: one.session, inputs: { phone: "1" } })).toContain(
      'it asks for "mail"',
    );
    const sent = await reading.call("simulate_answer", { session: one.session, inputs: { mail: "demo@example.com" } });
    expect(sent).toMatchObject({ status: "suspended", messages: [{ kind: "email", to: "demo@example.com" }] });
    const asked = await reading.call("simulate_resume", { session: one.session });
    expect(asked).toMatchObject({ status: "waiting", node: "NewPassword" });
    const weak = await reading.call("simulate_answer", { session: one.session, inputs: { [asked.asks[0].name]: "a" } });
    expect(weak.asks[0].problems.length).toBeGreaterThan(0);
    const done = await reading.call("simulate_answer", {
      session: one.session,
      inputs: { [asked.asks[0].name]: "N3w-Passw0rd" },
    });
    expect(done).toMatchObject({
      status: "success",
      path: "AskEmail → FindUser.true → SendLink → NewPassword → SavePassword.PATCHED",
    });
    const seen = await reading.call("simulate_look", { session: one.session });
    expect(seen).toMatchObject({ status: "success", pathLeftOut: 0, messages: [{ to: "demo@example.com" }] });
    expect(await reading.call("simulate_look", { session: two.session })).toMatchObject({
      status: "waiting at AskEmail",
    });
    expect(await reading.refused("simulate_answer", { session: "simulation-99" })).toContain("there are simulation-");
    const find =
      "journey Find {\n  start -> Ask\n  node Ask: SocureIdPlusAuth {\n    modules: []\n    attributes: {}\n    Accept -> success\n    Reject, Refer, Resubmit, Review, Error -> failure\n  }\n}\n";
    const stub = await reading.call("simulate_start", text("Find.journey", find));
    expect(stub).toMatchObject({ status: "stub", stub: { node: "Ask" } });
    expect(await reading.refused("simulate_answer", { session: stub.session, inputs: {} })).toContain(
      "give its outcome",
    );
    expect(await reading.call("simulate_answer", { session: stub.session, outcome: "Reject" })).toMatchObject({
      status: "failure",
    });
  });

  test("save, and the others that can, write below the roots with --write only", async () => {
    expect(await reading.refused("save", text("Ask.journey", ask))).toContain("--write");
    expect(await reading.refused("build", { ...text("Ask.journey", ask), out: "dist" })).toContain("--write");
    const folder = temporaryFolder({ "in/Wrong.journey": ask.replace("UsernameCollector", "UsernameColector") });
    const writing = await McpClient.start(folder, ["--root", "in", "--write"]);
    try {
      expect(await writing.call("save", text("sub/Ask.journey", ask.replaceAll("Ask", "Ask2")))).toEqual({
        written: ["sub/Ask.journey"],
      });
      expect(readFileSync(join(folder, "in", "sub", "Ask.journey"), "utf8")).toContain("journey Ask2");
      expect((await writing.call("fix", { paths: ["Wrong.journey"], write: true })).written).toEqual(["Wrong.journey"]);
      expect(readFileSync(join(folder, "in", "Wrong.journey"), "utf8")).toBe(ask);
      expect((await writing.call("build", { paths: ["Wrong.journey"], out: "dist" })).written).toEqual([
        "dist/Ask.journey.json",
      ]);
      expect((await writing.call("import", { paths: ["dist/Ask.journey.json"], out: "again" })).written).toEqual([
        "again/Ask.journey",
      ]);
      expect(await writing.refused("import", { paths: ["dist/Ask.journey.json"], out: "again" })).toContain("exist");
      mkdirSync(join(folder, "elsewhere"));
      symlinkSync(join(folder, "elsewhere"), join(folder, "in", "link"));
      for (const path of ["../Out.journey", join(folder, "Out.journey"), "link/Out.journey", "/etc/Out.journey"]) {
        expect(await writing.refused("save", text(path, ask))).toContain("outside of the roots");
        expect(await writing.refused("build", { ...text("Ask.journey", ask), out: path })).toContain(
          "outside of the roots",
        );
      }
      for (const path of ["journey.config.js", ".git/hooks/x.json", "package.json", "node_modules/a/scripts/b.js"]) {
        expect(await writing.refused("save", text(path, ask))).toContain("not a file of journeys");
      }
    } finally {
      await writing.close();
    }
  });
});

test("save takes what belongs to journeys, and nothing that another tool may run", async () => {
  const scripted = (file: string) =>
    `journey Risk { start -> D node D: ScriptedDecision { script: S outcomes: ["a"] a -> success } script S { file: "${file}" } }`;
  const folder = temporaryFolder({
    "Risk.journey": scripted("rate.js"),
    "rate.js": "old",
    "scripts/build.js": "old",
    "package.json": "{}",
    "tools/scripts/run.sh": "",
  });
  const writing = await McpClient.start(folder, ["--write"]);
  const save = (path: string, content = "new") => writing.call("save", text(path, content));
  try {
    const refused = [
      ...["package.json", "tsconfig.json", "AGENTS.md", "journey.config.js", "vitest.config.js", "index.html"],
      ...["scripts/build.js", "scripts/BUILD.JS", "tools/scripts/new.js", "scripts/new.mjs", "resources/new.sh"],
    ];
    for (const path of refused) {
      expect(await writing.refused("save", text(path, "new"))).toContain(`${path} is not a file of journeys`);
    }
    for (const path of [".git/A.journey", "Node_Modules/A.journey"]) {
      expect(await writing.refused("save", text(path, ask))).toContain("nothing is written there");
    }
    for (const out of [".github/workflows", "node_modules/a", "sub/NODE_MODULES"]) {
      expect(await writing.refused("build", { paths: ["Risk.journey"], out })).toContain("nothing is written there");
    }
    for (const path of [
      "Risk.scenarios.journey",
      "rate.js",
      "scripts/new.js",
      "scripts/new.js",
      "resources/new.json",
    ]) {
      expect((await save(path)).written).toEqual([path]);
    }
    // A journey that is saved now makes no file one of its own that was there before.
    await save("Risk.journey", scripted("scripts/build.js"));
    expect(await writing.refused("save", text("scripts/build.js", "new"))).toContain("not a file of journeys");
    const both = [
      { path: "sub/Risk.journey", text: scripted("scripts/s.js") },
      { path: "sub/scripts/s.js", text: "new" },
    ];
    expect((await writing.call("save", { texts: both })).written.length).toBe(2);
    expect(readFileSync(join(folder, "scripts", "build.js"), "utf8")).toBe("old");
  } finally {
    await writing.close();
  }
  const empty = await McpClient.start(temporaryFolder({}), ["--write"]);
  expect((await empty.call("save", text("Ask.journey", ask))).written).toEqual(["Ask.journey"]);
  await empty.close();
});

describe("resources and prompts", () => {
  test("all that are listed can be read, and say something", async () => {
    const { resources } = await reading.client.listResources();
    const uris = resources.map(({ uri }) => uri);
    expect(uris).toEqual(
      expect.arrayContaining([
        "journeyc://language/Nodes",
        "journeyc://grammar",
        "journeyc://examples/login/Login.journey",
        "journeyc://project/login/Login.journey",
      ]),
    );
    for (const uri of [...uris, "journeyc://rules/unreachable-node"]) {
      const { contents } = await reading.client.readResource({ uri });
      expect([uri, (contents[0] as { text: string }).text.length > 100]).toEqual([uri, true]);
    }
    expect((await reading.client.listResourceTemplates()).resourceTemplates.length).toBe(2);
    for (const uri of [
      "journeyc://rules/none",
      "journeyc://project/../../package.json",
      "journeyc://project/%2e%2e%2f%2e%2e%2fx.journey",
      "journeyc://__proto__",
      "journeyc://examples/../../README.md",
      "file:///etc/passwd",
      "journeyc://language/%",
    ]) {
      await expect(reading.client.readResource({ uri })).rejects.toThrow("There is no resource");
    }
  });

  test("prompts name tools and resources that are there", async () => {
    const { prompts } = await reading.client.listPrompts();
    expect(prompts.map(({ name }) => name)).toEqual([
      "write_journey",
      "review_change",
      "explain_journey",
      "write_scenarios",
    ]);
    const { tools } = await reading.client.listTools();
    for (const { name, arguments: wanted = [] } of prompts) {
      const given = Object.fromEntries(wanted.map((each) => [each.name, "Login"]));
      const { messages } = await reading.client.getPrompt({ name, arguments: given });
      const said = (messages[0]!.content as { text: string }).text;
      expect(said).toContain("Login");
      for (const [, uri = ""] of said.matchAll(/(journeyc:\/\/[\w/-]+)/g)) await reading.client.readResource({ uri });
      for (const [, tool] of said.matchAll(/\b([a-z]+_[a-z_]+)\b/g))
        expect(tools.map((each) => each.name)).toContain(tool);
      await expect(reading.client.getPrompt({ name, arguments: {} })).rejects.toThrow("needs");
    }
  });
});

test("docs/agents.md names every tool, option and prompt, and its settings start a server", async () => {
  const page = readFileSync(join(projectRoot, "docs", "agents.md"), "utf8");
  const { tools } = await reading.client.listTools();
  const { prompts } = await reading.client.listPrompts();
  for (const { name } of [...tools, ...prompts]) expect(page).toContain(`\`${name}\``);
  const [block] = fencedBlocks(page).filter(({ language }) => language === "json");
  const { command, args } = JSON.parse(block?.text ?? "").mcpServers.journeyc;
  expect([command, ...args.slice(0, 3)]).toEqual(["npx", "--no-install", "journeyc", "mcp"]);
  const client = await McpClient.start(temporaryFolder({ "Ask.journey": ask }), args.slice(3));
  expect((await client.call("check")).journeys).toEqual(["Ask"]);
  await client.close();
});

describe("hostile calls end in an error and nothing else", () => {
  test("wrong names and inputs", async () => {
    await expect(reading.client.callTool({ name: "nothing", arguments: {} })).rejects.toThrow(
      "There is no tool nothing",
    );
    expect(await reading.refused("check", { paths: "login" })).toBe("/paths must be a list");
    expect(await reading.refused("check", { texts: [{ path: "A.journey" }] })).toBe("/texts/0/text is missing");
    expect(await reading.refused("check", { pathz: [] })).toContain("There is no /pathz");
    expect(await reading.refused("check", { paths: ["-"] })).toContain("Standard input");
    expect(await reading.refused("check", text("notes.txt", "x"))).toContain("None of the texts is a journey");
    expect(await reading.refused("simulate_start", { ...text("Ask.journey", ask), world: { users: 1 } })).toContain(
      "The world is wrong",
    );
    expect(await reading.refused("graph", { ...text("Ask.journey", ask), journey: "Aks" })).toContain(
      "did you mean Ask?",
    );
  });

  test("paths outside of the roots, also through links and by texts", async () => {
    for (const path of ["..", "/etc/passwd", "../package.json", join(projectRoot, "package.json")]) {
      const { findings } = await reading.call("check", { paths: [path] });
      expect(findings[0]).toMatchObject({
        severity: "error",
        message: expect.stringContaining("outside of the roots"),
      });
    }
    for (const path of ["missing", "\0", "a\0b.journey"]) {
      const { findings } = await reading.call("check", { paths: [path] });
      expect(findings[0].message).toMatch(/^Cannot read .*: no such file or folder$/);
    }
    expect(await reading.refused("check", text("../A.journey", ask))).toContain("outside of the roots");
    const scripted =
      'journey A { start -> D node D: ScriptedDecision { script: S outcomes: ["a"] a -> success } script S { file: "../../package.json" } }';
    const { findings } = await reading.call("check", text("login/A.journey", scripted));
    expect(findings[0].message).toContain("leads out of the journey's folder");
    const folder = temporaryFolder({ "in/Ask.journey": ask, "secret/Secret.journey": ask.replaceAll("Ask", "Secret") });
    symlinkSync(join(folder, "secret"), join(folder, "in", "link"));
    const linked = await McpClient.start(folder, ["--root", "in"]);
    try {
      expect((await linked.call("check", { paths: ["link"] })).findings[0].message).toContain("outside of the roots");
      expect((await linked.call("check")).journeys).toEqual(["Ask"]);
    } finally {
      await linked.close();
    }
  });

  test("huge texts, many findings and long answers are bounded, and say what is left out", async () => {
    expect(await reading.refused("check", text("A.journey", " ".repeat(5_000_001)))).toContain("at most 5000000");
    const nodes = Array.from(
      { length: 300 },
      (_, index) => `node N${index}: Meter { metricKey: "m" -> Nowhere${index} }`,
    );
    const many = await reading.call("check", text("A.journey", `journey A { start -> N0\n${nodes.join("\n")}\n}`));
    expect(many.findings.length).toBe(50);
    expect(many.errors + many.warnings).toBeLessThanOrEqual(50 + many.leftOut);
    const chain = Array.from(
      { length: 900 },
      (_, index) => `node N${index}: Meter { metricKey: "m" -> ${index < 899 ? `N${index + 1}` : "success"} }`,
    );
    const long = text("A.journey", `journey A { start -> N0\n${chain.join("\n")}\n}`);
    const described = await reading.call("describe", long);
    expect(described.text.length).toBeLessThanOrEqual(60_000);
    expect(described.leftOut).toBeGreaterThan(1000);
    const deep = `journey A { start -> B node B: Custom { x: ${"[".repeat(50_000)} } }`;
    expect((await reading.call("check", text("A.journey", deep))).errors).toBeGreaterThan(0);
  });

  test("loops of journeys and scripts end", async () => {
    const loop =
      'journey A {\n  start -> B\n  node B: Meter { metricKey: "m" -> C }\n  node C: Meter { metricKey: "m" -> B }\n}\n';
    const looped = await reading
      .call("simulate_start", text("A.journey", loop))
      .catch((error: Error) => ({ status: "refused", text: error.message }));
    expect(looped).toMatchObject({ status: expect.stringMatching(/^(?:error|refused)$/) });
    const script = {
      texts: [
        {
          path: "A.journey",
          text: 'journey A {\n  start -> D\n  node D: ScriptedDecision {\n    script: S\n    outcomes: ["a"]\n    a -> success\n  }\n  script S {\n    file: "scripts/s.js"\n    evaluatorVersion: "2.0"\n  }\n}\n',
        },
        { path: "scripts/s.js", text: 'var i = 0; while (true) { i++; }\naction.goTo("a");\n' },
      ],
    };
    const endless = await reading.call("simulate_start", script);
    expect(endless.status).toBe("error");
  }, 60_000);

  test("a cancelled call is not answered, and the next one is", async () => {
    const controller = new AbortController();
    const call = reading.client.callTool({ name: "test", arguments: { paths: ["login"] } }, undefined, {
      signal: controller.signal,
    });
    controller.abort();
    await expect(call).rejects.toThrow();
    expect((await reading.call("format", { text: ask })).isChanged).toBe(false);
  });

  test("a message that is too long ends the server with a word and a status", () => {
    const message = (characters: number) =>
      JSON.stringify({ jsonrpc: "2.0", id: 1, method: "ping", params: { _meta: { long: "x".repeat(characters) } } });
    const { run } = builtPackage();
    const long = run(["mcp"], { input: message(17 * 1024 * 1024) });
    expect([long.status, long.stdout]).toEqual([2, ""]);
    expect(long.stderr).toContain("A message has more than 16 MB");
    const short = run(["mcp"], { input: `${message(11 * 1024 * 1024)}\n` });
    expect([short.status, short.stderr, JSON.parse(short.stdout)]).toEqual([
      0,
      "",
      { jsonrpc: "2.0", id: 1, result: {} },
    ]);
  });

  test("scenarios of a long journey are answered whole, while other calls are answered, and can be cancelled", async () => {
    const length = 150;
    const nodes = Array.from(
      { length },
      (_, index) => `node N${index}: DataStoreDecision { true -> N${(index + 1) % length} false -> failure }`,
    );
    const ring = `journey Ring {\n  start -> N0\n${nodes.join("\n")}\n}\n`;
    const answered: string[] = [];
    const long = reading.call("generate_scenarios", text("Ring.journey", ring)).finally(() => answered.push("long"));
    const short = reading.call("format", { text: ask }).finally(() => answered.push("short"));
    const [made] = await Promise.all([long, short]);
    expect(answered).toEqual(["short", "long"]);
    expect(made.text.length).toBeLessThanOrEqual(60_000);
    expect(made.text).toMatch(/\}\n$/);
    expect(made.text.match(/^scenario /gm)?.length).toBe(made.count);
    expect(made.leftOut).toBeGreaterThan(0);
    expect([made.missed, made.count + made.leftOut + made.untried]).toEqual([[], length]);
    const controller = new AbortController();
    const cancelled = reading.client
      .callTool({ name: "generate_scenarios", arguments: text("Ring.journey", ring) }, undefined, controller)
      .finally(() => answered.push("cancelled"));
    await reading.call("format", { text: ask });
    expect(answered).toEqual(["short", "long"]);
    controller.abort();
    await expect(cancelled).rejects.toThrow();
  }, 60_000);

  test("two clients of one folder do not disturb each other", async () => {
    const other = await McpClient.start(projectRoot, ["--root", examples]);
    try {
      const world = { users: [{ userName: "demo", mail: "demo@example.com", password: "Passw0rd-1" }] };
      const start = { paths: ["reset-password"], world };
      const [mine, theirs] = await Promise.all([
        reading.call("simulate_start", start),
        other.call("simulate_start", start),
      ]);
      await reading.call("simulate_answer", { session: mine.session, inputs: { mail: "demo@example.com" } });
      expect(await other.call("simulate_look", { session: theirs.session })).toMatchObject({
        status: "waiting at AskEmail",
      });
    } finally {
      await other.close();
    }
  });

  test("configuration that is code runs with --trust only", async () => {
    const folder = temporaryFolder({
      "Ask.journey": ask,
      "journey.config.mjs":
        'import { writeFileSync } from "node:fs";\nwriteFileSync("ran", "");\nexport default { rules: {} };\n',
    });
    const ran = () => readFileSync(join(folder, "ran"), "utf8");
    for (const [args, isRun] of [
      [[], false],
      [["--trust"], true],
    ] as const) {
      const client = await McpClient.start(folder, args);
      expect((await client.call("check")).journeys).toEqual(["Ask"]);
      await client.close();
      if (isRun) expect(ran()).toBe("");
      else expect(ran).toThrow();
    }
  });
});
