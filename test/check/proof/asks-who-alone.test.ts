import { expect, test } from "vitest";
import { messagesWithScripts } from "../../support/check-scripts.js";

const journey = `journey Login {
  start -> Ask
  node Ask: UsernameCollector { -> Known }
  script Known { file: "known.js" }
  node Known: ScriptedDecision {
    script: Known
    outcomes: ["yes", "no"]
    yes -> success
    no -> failure
  }
}`;

test.each([
  ['outcome = nodeState.get("username") ? "yes" : "no";', true],
  [
    'var name = sharedState.get("username"); if (name != null) { logger.message(name); outcome = "yes"; } else outcome = "no";',
    true,
  ],
  ['function pick(a) { return a === "demo" ? "yes" : "no"; } action.goTo(pick(nodeState.get("username")));', true],
  // Another key may say that something was proved, and so may whatever else a script asks.
  ['outcome = nodeState.get("verified") ? "yes" : "no";', false],
  ['outcome = nodeState.get(String("user" + "name")) ? "yes" : "no";', false],
  ['outcome = nodeState.get("objectAttributes").get("mail") ? "yes" : "no";', false],
  ['outcome = requestHeaders.get("ssl-client") ? "yes" : "no";', false],
  ['outcome = idRepository.getAttribute(nodeState.get("username"), "mail").isEmpty() ? "no" : "yes";', false],
  ['nodeState.putShared("seen", true); outcome = nodeState.get("username") ? "yes" : "no";', false],
])("%s lets somebody in by the name alone: %s", (body, isTold) => {
  const found = messagesWithScripts("success-without-credential", [journey], { "known.js": body });
  expect(found).toHaveLength(isTold ? 1 : 0);
});
