import "../../src/vitest/index.js";
import { expect, test } from "vitest";
import { ResetPassword } from "../../examples/reset-password/ResetPassword.machine.js";
import { simulate } from "../../src/runtime/index.js";
import { describeScenarios } from "../../src/vitest/index.js";

const users = [{ userName: "demo", mail: "demo@example.com" }];
const message = (judge: () => void) => {
  try {
    judge();
  } catch (error) {
    return (error as Error).message;
  }
  return "passed";
};

test("matchers tell what was expected, what was found, and the path", async () => {
  const run = await simulate(ResetPassword, { users });
  expect(run).toBeAt("AskEmail");
  expect(run).not.toBeSuspended();
  expect(message(() => expect(run).toHaveSucceeded())).toBe(
    "expected success, found waiting at AskEmail\npath: AskEmail",
  );
  expect(message(() => expect(run).not.toBeAt("AskEmail"))).toContain("expected something else than this at");
  await run.submit("AskEmail", { mail: "demo@example.com" });
  expect(run).toHaveMailed({ template: "resetPassword" });
  expect(run).not.toHaveTexted();
  expect(message(() => expect(run).toHaveMailed({ to: "x" }))).toContain(
    'expected an e-mail with to "x", found "demo@example.com"',
  );
  expect(run).toHaveTaken(["AskEmail", "FindUser.true", "SendLink"]);
  expect(run).not.toHaveTaken(["AskEmail", "FindUser.false", "SendLink"]);
  expect(run).toHaveState({ username: "demo" });
  run.wait(25 * 60 * 60_000);
  await run.resume();
  expect(run).toHaveFailed();
  expect(run).not.toHaveFailed("Login failure");
  expect(run).not.toHaveSession();
});

test("misspelt nodes, inputs and outcomes do not compile", async () => {
  const run = await simulate(ResetPassword, { users });
  // @ts-expect-error: there is no such node.
  expect(() => expect(run).toBeAt("AskMail")).toThrow();
  // @ts-expect-error: it asks for no such input.
  await expect(run.submit("AskEmail", { male: "x" })).rejects.toThrow('no input "male"');
});

describeScenarios({
  "Login.journey": `journey Login {
  start -> Ask

  node Ask: UsernameCollector {
    -> success
  }
}

scenario "becomes a test" of Login {
  submit Ask { Ask: "demo" }
  expect success
}
`,
});

describeScenarios(
  {
    "Rate.journey": `script Rate { file: "rate.js" evaluatorVersion: "2.0" }

scenario "of a script becomes a test too" of script Rate {
  given state { score: 7 }
  expect outcome low
}
`,
  },
  { readText: () => ({ text: 'outcome = nodeState.get("score") > 50 ? "high" : "low";' }) },
);
