import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runCommand } from "../../support/fake-host.js";
import { projectRoot } from "../../support/read-project.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

const example = readFileSync(join(projectRoot, "examples/reset-password/ResetPassword.journey"), "utf8");
const approve = `journey Approve {
  start -> Ask

  node Ask: UsernameCollector {
    -> Push
  }

  node Push: PushAuthenticationSender {
    SENT -> success
    NOT_REGISTERED, SKIPPED -> failure
  }
}
`;

test("mail, state and path are shown on demand; a weak password is asked for again", async () => {
  const folder = temporaryFolder({ "A.journey": example });
  const input = ":p\n:s\ndemo@example.com\nx\np\ns\nr\nweak\nNew-passw0rd\n";
  const { code, output } = await runCommand(folder, ["simulate", "A.journey", "--user", "demo"], { input });
  expect(code).toBe(0);
  expect(output).toContain("Enter your email address or Sign in (#/service/Login)\n");
  expect(output).toContain('realm: "/alpha"');
  expect(output).toContain("E-mail to demo@example.com (template resetPassword)\n  link: https://");
  expect(output).toContain("  At least 8 characters\n");
  expect(output).toContain("✓ Success: demo is signed on");
  expect(output).not.toContain("New-passw0rd");
});

test("the outcome of a node that cannot run is chosen", async () => {
  const folder = temporaryFolder({ "A.journey": approve });
  const sent = await runCommand(folder, ["simulate", "A.journey"], { input: 'demo\n0\n1 {"colour": "red"}\n' });
  expect([sent.code, sent.output.includes("✓ Success")]).toEqual([0, true]);
  expect(sent.output).toContain("Push cannot run: PushAuthenticationSenderNode is not simulated");
  const skipped = await runCommand(folder, ["simulate", "A.journey"], { input: "demo\nSKIPPED\n" });
  expect([skipped.code, skipped.output.includes("✗ Failure: Login failure")]).toEqual([1, true]);
});

test("a state that is no JSON object is told, and the outcome is asked for again", async () => {
  const folder = temporaryFolder({ "A.journey": approve });
  const { code, output } = await runCommand(folder, ["simulate", "A.journey"], {
    input: 'demo\nSENT {bad\nSENT [1]\nSENT {"colour": "red"}\n',
  });
  expect(output).toContain("The state must be a JSON object, not {bad\n");
  expect([code, output.includes("✓ Success")]).toEqual([0, true]);
});

test("warnings of scripts are shown, as those about values of Java", async () => {
  const journey = `journey A {
  start -> Check

  script S {
    file: "s.js"
  }

  node Check: ScriptedDecision {
    script: S
    outcomes: ["true", "false"]

    true -> success
    false -> failure
  }
}
`;
  const script = 'sharedState.put("name", "demo");\noutcome = sharedState.get("name") === "demo" ? "true" : "false";';
  const folder = temporaryFolder({ "A.journey": journey, "s.js": script });
  const told = 'Line 2: "demo" of Java and "demo" are not strictly equal (`===`), as in Rhino.';
  expect((await runCommand(folder, ["simulate", "A.journey"])).output).toContain(`Script "S" warns: ${told}`);
  const { output } = await runCommand(folder, ["simulate", "A.journey", "--json"]);
  expect(JSON.parse(output)).toMatchObject({ warnings: [{ script: "S", text: expect.stringContaining(told) }] });
});

test("a journey without nodes has no path", async () => {
  const folder = temporaryFolder({ "A.journey": "journey A {\n  start -> success\n}\n" });
  const { output } = await runCommand(folder, ["simulate", "A.journey"]);
  expect(output).toMatch(/✓|✗/);
  expect(output).not.toContain("path:");
});

test("quitting and the end of input leave", async () => {
  const folder = temporaryFolder({ "A.journey": approve });
  for (const input of ["", ":q\n", "demo\nq\n"]) {
    expect((await runCommand(folder, ["simulate", "A.journey"], { input })).code).toBe(1);
  }
});

test("--json tells each stop on a line of its own", async () => {
  const folder = temporaryFolder({ "A.journey": approve });
  const answers = [
    { callbacks: [] },
    { nonsense: 1 },
    { submit: { Ask: "demo" } },
    { state: true },
    { wait: 1000 },
    { stub: "SENT", state: { colour: "red" } },
  ];
  const input = `no JSON\n${answers.map((answer) => JSON.stringify(answer)).join("\n")}\n`;
  const { code, output } = await runCommand(folder, ["simulate", "A.journey", "--json"], { input });
  const lines = output
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(code).toBe(0);
  expect(lines.map(({ status, error, state }) => status ?? (error ? "told" : Object.keys(state)))).toEqual([
    "waiting",
    "told",
    "told",
    "told",
    "stub",
    ["shared", "transient", "secure"],
    "success",
  ]);
  expect(lines[4].stub.outcomes).toEqual(["SENT", "NOT_REGISTERED", "SKIPPED"]);
  expect(lines.at(-1)).toMatchObject({
    session: { username: "demo" },
    path: [{ node: "Ask" }, { node: "Push", outcome: "SENT", stub: true }],
  });
});

test("an export is simulated as well", async () => {
  const folder = temporaryFolder({ "A.journey": approve });
  await runCommand(folder, ["build", "A.journey", "--out", "built"]);
  const { code } = await runCommand(folder, ["simulate", "built/Approve.journey.json"], { input: "demo\n1\n" });
  expect(code).toBe(0);
});

test("wrong use is told", async () => {
  const folder = temporaryFolder({ "A.journey": approve, "B.journey": approve.replace("Approve", "Other") });
  const two = await runCommand(folder, ["simulate", "."]);
  expect([two.code, two.talk.includes("Approve, Other")]).toEqual([2, true]);
  expect((await runCommand(folder, ["simulate", "-"])).code).toBe(2);
  expect((await runCommand(folder, ["simulate", "A.journey", "--user", "{"])).code).toBe(2);
});
