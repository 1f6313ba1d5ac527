import { expect, test } from "vitest";
import { messagesWithScripts } from "../support/check-scripts.js";

const text = `script Ask "Ask" { file: "ask.js" evaluatorVersion: "2.0" }
journey J {
  start -> A
  node A: ScriptedDecision { script: Ask outcomes: ["true", "false"] true -> success false -> failure }
}
`;
const found = (use: string) =>
  messagesWithScripts("unknown-script-method", [text], {
    "ask.js": `var response = httpClient.send("https://a.example", { method: "GET" }).get();\n${use}\n`,
  });

test.each([
  ['outcome = response.statusCode === 200 ? "true" : "false";', "statusCode"],
  ['var body = response.json;\noutcome = body.known ? "true" : "false";', "json"],
  ['outcome = response.body.known ? "true" : "false";', "body"],
])("an answer is read by its own names, and its methods are called: %s", (use, name) => {
  expect(found(use)).toEqual([expect.stringContaining(`uses "${name}"`)]);
});

test.each([
  'outcome = response.status === 200 && response.ok ? "true" : "false";',
  'outcome = response.json().body.statusCode === 1 ? "true" : "false";',
  'var json = response.text && response.text();\noutcome = json ? "true" : "false";',
])("what an answer has is fine: %s", (use) => {
  expect(found(use)).toEqual([]);
});
