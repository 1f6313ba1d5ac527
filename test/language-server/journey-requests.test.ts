import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type * as lsp from "vscode-languageserver-protocol";
import { journeyExport } from "../../src/export-json/write/write-export.js";
import type {
  ComparedPage,
  DocumentScenarios,
  ExportText,
  ImportedFiles,
  JourneyPicture,
  PictureParams,
  RequestRefusal,
  RunScenariosResult,
  SimulatedRun,
} from "../../src/language-server/journey-requests.js";
import { LanguageClient } from "../support/language-client.js";
import { bindText, projectRoot } from "../support/read-project.js";
import { WorkerServer } from "../support/worker-server.js";

const example = (path: string) => readFileSync(join(projectRoot, "examples", path), "utf8");
const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split("\n").length - 1;

const two = `journey First {
  start -> Ask

  page Ask {
    node Name: UsernameCollector

    -> Chek
  }

  node Check: DataStoreDecision {
    true -> success
    false -> failure
  }
}

journey Second {
  start -> Tell

  node Tell: MessageNode {
    message: "Hello"

    true -> success
    false -> failure
  }
}

scenario "says hello" of Second {
  submit Tell { "Hello": 0 }
  expect success
}

scenario "is broken" of First {
  expect at Ask
}
`;

const wrong = `scenario "nobody may reset a password" of ResetPassword {
  given user { userName: "demo", mail: "demo@example.com", password: "Old-passw0rd" }

  submit AskEmail { mail: "demo@example.com" }
  expect failure
}
`;

const secondFactor = example("login/SecondFactor.journey");
const exported = JSON.stringify(journeyExport(bindText(secondFactor).model.journeys[0]!), null, 2);

const files: Readonly<Record<string, string>> = {
  "reset/ResetPassword.journey": example("reset-password/ResetPassword.journey"),
  "reset/wrong.journey": wrong,
  "login/Login.journey": example("login/Login.journey"),
  "login/Login.scenarios.journey": example("login/Login.scenarios.journey"),
  "login/SecondFactor.journey": secondFactor,
  "login/scripts/rate-risk.js": example("login/scripts/rate-risk.js"),
  "two.journey": two,
  "exports/SecondFactor.json": exported,
  "exports/changed.json": exported.replace('"START_TLS"', '"NON_SSL"'),
  "exports/other.json": `{ "name": "no journey" }`,
};

interface Server {
  readonly connection: lsp.ProtocolConnection;
  uri(name: string): string;
  stop(): Promise<unknown>;
}

const servers: Readonly<Record<string, (folder: string) => Promise<Server>>> = {
  "a process": (folder) => LanguageClient.start({ folder }),
  "a web worker": () => WorkerServer.start(files),
};

describe.each(Object.entries(servers))("%s", (_name, start) => {
  let server: Server;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "journeyc-requests-"));
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    server = await start(folder);
  });
  afterAll(async () => {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const ask = <Answer>(method: string, params: object) => server.connection.sendRequest<Answer>(method, params);
  const document = (name: string) => ({ uri: server.uri(name) });
  const picture = (name: string, more: Partial<PictureParams> = {}) =>
    ask<JourneyPicture | null>("journey/picture", { textDocument: document(name), ...more });

  it("draws a journey, and says where its nodes stand in the text", async () => {
    const drawn = await picture("reset/ResetPassword.journey");
    const text = files["reset/ResetPassword.journey"]!;
    expect(drawn?.journey).toBe("ResetPassword");
    expect(drawn?.nodes.map(({ name, range }) => [name, range.start.line])).toEqual(
      ["AskEmail", "FindUser", "SendLink", "NewPassword", "SavePassword"].map((name) => [
        name,
        lineOf(text, `${/^(AskEmail|NewPassword)$/.test(name) ? "page" : "node"} ${name}`),
      ]),
    );
    for (const { index } of drawn?.nodes ?? []) expect(drawn?.svg).toContain(`data-node="${index}"`);
  });

  it("takes the journey at the cursor, or that of the scenario there, and what is found in it alone", async () => {
    const at = async (part: string) => picture("two.journey", { position: { line: lineOf(two, part), character: 0 } });
    const first = await at("page Ask");
    expect(first?.journey).toBe("First");
    const [ask] = first?.nodes ?? [];
    expect([ask?.name, ask?.findings.map(({ severity }) => severity)]).toEqual(["Ask", ["error"]]);
    expect(ask?.findings[0]?.message).toContain("Chek");
    const second = await at("message:");
    expect(second?.journey).toBe("Second");
    expect(second?.nodes.flatMap(({ findings }) => findings).map(({ severity }) => severity)).not.toContain("error");
    expect((await at("submit Tell"))?.journey).toBe("Second");
  });

  it("draws marks", async () => {
    const drawn = await picture("two.journey", { marks: { First: { Check: "removed" }, Second: { Check: "added" } } });
    expect(drawn?.svg).toMatch(/<g class="node[^"]* removed"/);
    expect(drawn?.svg).not.toMatch(/<g class="node[^"]* added"/);
  });

  it("lists scenarios with their journeys", async () => {
    const listed = await ask<readonly DocumentScenarios[]>("journey/scenarios", {});
    const titles = Object.fromEntries(
      listed.map(({ uri, scenarios }) => [uri, scenarios.map(({ title, subject }) => `${title} of ${subject}`)]),
    );
    expect(titles[server.uri("two.journey")]).toEqual(["says hello of Second", "is broken of First"]);
    const [hello] = listed.find(({ uri }) => uri === server.uri("two.journey"))?.scenarios ?? [];
    expect(hello?.range.start.line).toBe(lineOf(two, 'scenario "says hello"'));
    expect(Object.keys(titles)).toContain(server.uri("reset/wrong.journey"));
  });

  it("runs scenarios: where they fail, their path and node state, and what they cover", async () => {
    const scenarios = [
      { uri: server.uri("reset/ResetPassword.journey"), title: "a known user gets a new password" },
      { uri: server.uri("reset/wrong.journey"), title: "nobody may reset a password" },
    ];
    const { results, coverage, marks } = await ask<RunScenariosResult>("journey/runScenarios", { scenarios });
    expect(results.map(({ title, passed }) => [title, passed])).toEqual([
      ["a known user gets a new password", true],
      ["nobody may reset a password", false],
    ]);
    const [known, nobody] = results;
    expect(known?.path.map(({ node, outcome }) => [node, outcome])).toEqual([
      ["AskEmail", "outcome"],
      ["FindUser", "true"],
      ["SendLink", "outcome"],
      ["NewPassword", "outcome"],
      ["SavePassword", "PATCHED"],
    ]);
    expect(known?.path[1]?.location).toMatchObject({ uri: server.uri("reset/ResetPassword.journey") });
    expect(JSON.stringify(known?.state)).toContain('"mail":"demo@example.com"');
    expect(nobody?.failures).toMatchObject([
      { uri: server.uri("reset/wrong.journey"), range: { start: { line: lineOf(wrong, "expect failure") } } },
    ]);
    const covered = coverage.find(({ uri }) => uri === server.uri("reset/ResetPassword.journey"));
    expect(covered?.nodes.map(({ name, visits }) => [name, visits])).toContainEqual(["SavePassword", 1]);
    expect(marks.ResetPassword).toMatchObject({ AskEmail: "added", FindUser: "changed", SavePassword: "changed" });
  });

  it("runs scripts, and counts their lines", async () => {
    const scenarios = [
      { uri: server.uri("login/Login.scenarios.journey"), title: "an unusual country asks for a code by e-mail" },
    ];
    const { results, coverage } = await ask<RunScenariosResult>("journey/runScenarios", { scenarios });
    expect(results.map(({ passed, failures }) => [passed, failures])).toEqual([[true, []]]);
    expect(results[0]?.path.map(({ journey, node }) => `${journey}/${node}`)).toContain("Login/SecondFactor");
    const script = coverage.find(({ uri }) => uri === server.uri("login/scripts/rate-risk.js"));
    expect(script?.lines.some(({ ran }) => ran > 0)).toBe(true);
  });

  it("runs no scenario whose journey has errors, and all others", async () => {
    const scenarios = [
      { uri: server.uri("two.journey"), title: "is broken" },
      { uri: server.uri("reset/ResetPassword.journey"), title: "a known user gets a new password" },
    ];
    const { results } = await ask<RunScenariosResult>("journey/runScenarios", { scenarios });
    const passed = Object.fromEntries(results.map((result) => [result.title, result.passed]));
    expect(passed).toEqual({ "is broken": false, "a known user gets a new password": true });
    const broken = results.find(({ title }) => title === "is broken");
    expect(broken?.failures[0]?.message).toContain("Chek");
    expect(broken?.path).toEqual([]);
  });

  it("simulates a journey step by step", async () => {
    const begin = { textDocument: document("reset/ResetPassword.journey") };
    const first = await ask<SimulatedRun>("journey/simulate", begin);
    expect(first.stop).toMatchObject({ status: "waiting", at: { node: "AskEmail" }, header: "Reset Password" });
    const run = first.run;
    const go = (command: object) => ask<SimulatedRun & RequestRefusal>("journey/simulate", { run, command });
    const refused = await go({ submit: { nonsense: "x" } });
    expect(refused.error).toContain("nonsense");
    expect(refused.stop).toMatchObject({ at: { node: "AskEmail" } });
    const sent = await go({ submit: { mail: "nobody@example.com" } });
    expect(sent.stop).toMatchObject({ status: "suspended" });
    expect(sent.path.map(({ node }) => node)).toEqual(["AskEmail", "FindUser", "SendLink"]);
    expect(sent.path.every(({ location }) => location?.uri === server.uri("reset/ResetPassword.journey"))).toBe(true);
    await go({ quit: true });
    expect((await go({ resume: true })).problem).toBe("This run is over; begin it again.");
  });

  it("simulates nothing that has errors, and says where they are", async () => {
    const answer = await ask<RequestRefusal>("journey/simulate", { textDocument: document("two.journey") });
    expect(answer.problem).toMatch(/two\.journey, line 7: .*Chek/);
    const named = { textDocument: document("login/Login.journey"), journey: "Login" };
    expect((await ask<SimulatedRun>("journey/simulate", named)).journey).toBe("Login");
  });

  it("shows an export as text, and what an import of it would write", async () => {
    const shown = await ask<ExportText>("journey/exportText", { textDocument: document("exports/SecondFactor.json") });
    expect(shown.text).toMatch(/^journey SecondFactor \{/);
    const { files: written, problems } = await ask<ImportedFiles>("journey/importExport", {
      textDocument: document("exports/SecondFactor.json"),
    });
    expect(problems).toEqual([]);
    expect(written.map(({ path }) => path)).toEqual(["SecondFactor.journey"]);
    // The text builds the export that it came from.
    const built = journeyExport(bindText(written[0]!.text).model.journeys[0]!);
    expect(built).toEqual(JSON.parse(exported));
  });

  it.each(["exports/other.json", "exports/none.json"])("says why %s has no journey", async (name) => {
    for (const method of ["journey/exportText", "journey/importExport"]) {
      const answer = await ask<RequestRefusal>(method, { textDocument: document(name) });
      expect(answer.problem).not.toBe("");
      expect(Object.keys(answer)).toEqual(["problem"]);
    }
    expect(await picture(name)).toBeNull();
  });

  it("compares texts and exports by what they mean", async () => {
    const compare = (before: string, after: string) =>
      ask<ComparedPage>("journey/compare", { before: server.uri(before), after: server.uri(after) });
    expect((await compare("login/SecondFactor.journey", "exports/SecondFactor.json")).isSame).toBe(true);
    const other = await compare("login/SecondFactor.journey", "exports/changed.json");
    expect(other.isSame).toBe(false);
    expect(other.html).toContain("NON_SSL");
  });
});
