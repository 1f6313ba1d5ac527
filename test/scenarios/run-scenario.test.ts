import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runScenarios } from "../support/simulate-text.js";

const examples = join(import.meta.dirname, "..", "..", "examples");
const resetPassword = readFileSync(join(examples, "reset-password", "ResetPassword.journey"), "utf8");

const login = `journey Login {
  start -> Ask

  page Ask {
    node Name: UsernameCollector
    node Password: PasswordCollector

    -> Check
  }

  node Check: DataStoreDecision {
    true -> Push
    false -> failure
  }

  node Push: PushAuthenticationSender {
    SENT -> success
    NOT_REGISTERED -> Ask
    SKIPPED -> failure
  }
}
`;
const user = `given user { userName: "demo", password: "Passw0rd-1", mail: "demo@example.com" }`;
const submit = `submit Ask { Name: "demo", Password: "Passw0rd-1" }`;

/** Runs a scenario of the login and returns its messages; none where it passes. */
async function outcomeOf(...steps: readonly string[]): Promise<readonly string[]> {
  const results = await runScenarios(`${login}\nscenario "s" of Login {\n  ${[user, ...steps].join("\n  ")}\n}\n`);
  expect(results).toHaveLength(1);
  return results.flatMap(({ diagnostics }) => diagnostics.map(({ code, message }) => `${code}: ${message}`));
}

test("the scenario of the example passes", async () => {
  const results = await runScenarios(resetPassword);
  expect(results.map(({ title, passed, diagnostics }) => ({ title, passed, diagnostics }))).toEqual([
    { title: "a known user gets a new password", passed: true, diagnostics: [] },
  ]);
});

describe("what is so, passes", () => {
  test.each([
    ["stub Push -> SENT", submit, "expect success", 'expect session { username: "demo" }'],
    ["stub Push -> SENT", submit, "expect path [Ask, Check.true, Push.SENT]", "expect path [Ask, Check, Push]"],
    ["stub Push -> NOT_REGISTERED", "stub Push -> SENT", submit, "expect at Ask", submit, "expect success"],
    ['stub Push -> NOT_REGISTERED { colour: "red" }', submit, 'expect state { colour: "red", size: null }'],
    ["stub Ask -> outcome", "expect error"],
    ['submit Ask { Name: "demo", Password: "x" }', "expect failure", 'expect message "Login failure"'],
    ["stub Check -> false", "stub Ask.Name -> outcome", 'submit Ask { Password: "x" }', "expect failure"],
    ['given state { colour: "red" }', 'expect state { colour: "red" }', "expect at Ask"],
    ['expect user "demo" { mail: "demo@example.com" }', 'expect user { userName: "demo" }'],
    ["wait 10m", submit, "expect failure"],
    ['given user { userName: "other" }', 'expect user "other"'],
    ["expect at Ask", 'given user { userName: "late" }', 'expect user "late"'],
  ])("%s; %s; %s; %s", async (...steps) => {
    expect(await outcomeOf(...steps.filter((step) => step !== undefined))).toEqual([]);
  });
});

describe("what is not so, is told", () => {
  test.each([
    [[submit, "expect success"], /^undecided-node: Nothing decides node "Push": /],
    [[submit], /^undecided-node/],
    [["stub Push -> SENT", submit, "expect failure"], /^failed-expectation: Expected failure, found success$/],
    [["stub Push -> SENT", submit, "resume"], /^impossible-step: Cannot resume: /],
    [["expect suspended"], /^failed-expectation: Expected suspended, found waiting at Ask$/],
    [["expect at Check"], /^failed-expectation: Expected to be at Check, found waiting at Ask$/],
    [["expect path [Check]"], /^failed-expectation: Expected the path Check, found Ask$/],
    [['submit Ask { Nam: "demo" }'], /^impossible-step: Cannot submit Ask: "Ask" has no input "Nam"/],
    [["expect email"], /^failed-expectation: Expected an e-mail, found none$/],
    [['expect user "nobody"'], /^failed-expectation: Expected user "nobody", found only "demo"$/],
    [
      ['expect user "demo" { mail: "x" }'],
      /^failed-expectation: Expected user "demo" with mail "x", found "demo@example.com"$/,
    ],
    [['expect state { colour: "red" }'], /^failed-expectation: Expected state with colour "red", found nothing$/],
    [["expect session"], /^failed-expectation: Expected a session, found waiting at Ask$/],
    [['expect message "no"'], /^failed-expectation: Expected the message "no", found no message: waiting at Ask$/],
    [["expect at Ask", "given state { a: 1 }"], /^invalid-step: `given state` must stand before the journey begins$/],
    [["given header 1"], /^invalid-step: `given header` needs a name and a text/],
    [["given session { }"], /^invalid-step: A session needs a `username`$/],
    [["expect succes"], /^invalid-step: There is no `expect succes`$/],
  ])("%j", async (steps, message) => {
    const found = await outcomeOf(...steps);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(message);
  });
});

test("hostile names of state, stubs and headers are plain names", async () => {
  const steps = [
    'given state { "__proto__": "x", constructor: "y" }',
    'expect state { "__proto__": "x", constructor: "y" }',
  ];
  expect(
    await outcomeOf(...steps, 'given header "__proto__" "x"', "stub Push -> SENT", submit, "expect success"),
  ).toEqual([]);
});

test("parameters are filled in, and the world of the configuration is under what is given", async () => {
  const text = `param who = "demo"\n${login}\nscenario "s" of Login {\n  stub Push -> SENT\n  submit Ask { Name: "\${who}", Password: "Passw0rd-1" }\n  expect success\n}\n`;
  const world = { users: [{ userName: "demo", password: "Passw0rd-1" }] };
  expect((await runScenarios(text, { world })).map(({ passed }) => passed)).toEqual([true]);
  expect((await runScenarios(text)).map(({ passed }) => passed)).toEqual([false]);
});

test("a path may name the inner node of an outcome, also where the platform puts the inner node's id in front", async () => {
  const page = (version: string) =>
    `journey Choose {\n  start -> Ask\n\n  page Ask@${version} {\n    node Which: ChoiceCollector { choices: ["a", "b"] defaultChoice: "a" prompt: "Which?" }\n\n    a -> success\n    b -> failure\n  }\n}\n`;
  const scenario = 'scenario "s" of Choose {\n  submit Ask { Which: "b" }\n  expect path [Ask.Which.b]\n}\n';
  for (const version of ["1.0", "2.0"]) {
    const [result] = await runScenarios(page(version) + scenario);
    expect(result?.diagnostics.map(({ message }) => message)).toEqual([]);
    const [other] = await runScenarios(page(version) + scenario.replace("Which.b]", "Which.a]"));
    expect(other?.diagnostics.map(({ message }) => message)).toEqual(["Expected the path Ask.Which.a, found Ask.b"]);
  }
});

test("a script that was ended, of which no line is known, is told by its name", async () => {
  const message = "The script ran for more than 5 ms";
  const scripts = { run: async () => ({ kind: "error", message, source: { script: "Rate the risk" } }) as const };
  const text = `journey J {
  start -> S

  node S: ScriptedDecision {
    script: Rate
    outcomes: ["true"]

    true -> success
  }

  script Rate "Rate the risk" {
    file: "rate.js"
  }
}

scenario "s" of J {
  expect success
}
`;
  const [result] = await runScenarios(text, { scripts });
  expect(result?.diagnostics.map((each) => each.message).join()).toContain(`${message} (Rate the risk)`);
});
