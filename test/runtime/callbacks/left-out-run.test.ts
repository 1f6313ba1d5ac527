import { expect, test } from "vitest";
import { analyse } from "../../../src/compile/compile.js";
import { createScriptHost } from "../../../src/simulate/scripts/create-script-host.js";
import { startRun } from "../../../src/simulate/start-run.js";
import { SourceFile } from "../../../src/text/source-file.js";

const script = `
if (callbacks.isEmpty()) {
  callbacksBuilder.textOutputCallback(0, "Read this");
  callbacksBuilder.scriptTextOutputCallback("document.title = 'x';");
  callbacksBuilder.textInputCallback("Nickname");
} else {
  nodeState.putShared("nickname", callbacks.getTextInputCallbacks().get(0));
  action.goTo("true");
}
`;

const decide = `node Ask: ScriptedDecision {
    script: Ask
    outcomes: ["true", "false"]`;
const text = (body: string) => `journey J {
  ${body}

  script Ask {
    file: "ask.js"
    context: "AUTHENTICATION_TREE_DECISION_NODE"
    evaluatorVersion: "2.0"
  }
}
`;

test.each([
  ["node", text(`start -> Ask\n\n  ${decide}\n\n    true -> success\n    false -> failure\n  }`)],
  [
    "page",
    text(
      `start -> P\n\n  page P {\n    node U: UsernameCollector\n\n    ${decide}\n    }\n\n    true -> success\n    false -> failure\n  }`,
    ),
  ],
])("the script of a %s gets the answers without the text that it sent for the browser", async (kind, source) => {
  const { model, diagnostics } = analyse([new SourceFile("a.journey", source)], { readText: () => ({ text: script }) });
  expect(diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => message)).toEqual([]);
  const run = await startRun(model.journeys[0]!, {
    model,
    scripts: createScriptHost(),
    world: { users: [{ userName: "Kim" }] },
    state: { username: "Kim" },
  });
  const asked = run.step?.callbacks ?? [];
  expect(asked).toHaveLength(kind === "page" ? 4 : 3);
  const answers = asked
    .filter(({ output }) => !output.some(({ name, value }) => name === "messageType" && value === "4"))
    .map(({ input, ...each }) => ({
      ...each,
      ...(input && { input: input.map((member) => ({ ...member, value: "Kim" })) }),
    }));
  expect(answers).toHaveLength(asked.length - 1);
  await expect(run.submitCallbacks(answers.slice(1))).rejects.toThrow("Incorrect number of callbacks");
  await run.submitCallbacks(answers);
  expect([run.status, run.problem]).toEqual(["success", undefined]);
  expect(run.state.shared.nickname).toBe("Kim");
});
