import { expect, test } from "vitest";
import { messagesWithScripts } from "../../support/check-scripts.js";

const journey = (context: string) => `journey J {
  start -> Check

  script S {
    file: "s.js"
    ${context}
  }

  node Check: ScriptedDecision {
    script: S
    outcomes: ["next"]

    next -> failure
  }
}
`;
const found = (context: string) =>
  messagesWithScripts("wrong-script-context", [journey(context)], { "s.js": 'outcome = "next";' });

test.each(["LIBRARY", "OIDC_CLAIMS", "CONFIG_PROVIDER_NODE", "SOCIAL_IDP_PROFILE_TRANSFORMATION"])(
  "a decision node does not take a script of context %s",
  (context) => {
    expect(found(`context: "${context}"`)).toEqual([`Node "Check" runs script "S" of context "${context}"`]);
  },
);

test("a context that nobody knows, and that is like the one that the node takes", () => {
  expect(found('context: "SCRIPTED_STEP"')).toEqual(['Node "Check" runs script "S" of context "SCRIPTED_STEP"']);
});

test.each(["AUTHENTICATION_TREE_DECISION_NODE", "SCRIPTED_DECISION_NODE", "SOMETHING_NEW"])(
  "context %s is right, or not known",
  (context) => {
    expect(found(`context: "${context}"`)).toEqual([]);
  },
);

test("without a context the script has that of the node", () => {
  expect(found("")).toEqual([]);
});
