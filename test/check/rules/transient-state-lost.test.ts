import { expect, test } from "vitest";
import { messagesWithScripts } from "../../support/check-scripts.js";

const journey = (asks: string) => `journey A {
  start -> Ask

  page Ask {
    node U: UsernameCollector
    node P: PasswordCollector

    -> More
  }

  node More: ${asks}

  script Use {
    file: "use.js"
  }

  node Use: ScriptedDecision {
    script: Use
    outcomes: ["next"]

    next -> failure
  }
}
`;

test.each([
  ["AttributeCollector", 'AttributeCollector { attributesToCollect: ["mail"]\n -> Use }', true],
  ["ChoiceCollector", 'ChoiceCollector { choices: ["a", "b"]\n defaultChoice: "a"\n prompt: "?"\n a, b -> Use }', true],
  ["a single choice", 'ChoiceCollector { choices: ["a"]\n defaultChoice: "a"\n prompt: "?"\n a -> Use }', false],
  ["GetAuthenticatorApp", "GetAuthenticatorApp { -> Use }", true],
  ["PushWait", "PushWait { secondsToWait: 5\n DONE, EXITED -> Use }", true],
  ["a node that asks nothing", 'SetState { attributes: { a: "b" }\n -> Use }', false],
  ["Consent, which may have nothing to ask", "Consent { -> Use }", false],
])("the password does not outlast %s: %#", (_, asks, isLost) => {
  const found = messagesWithScripts("transient-state-lost", [journey(asks)], {
    "use.js": 'nodeState.get("password");',
  });
  expect(found).toHaveLength(isLost ? 1 : 0);
});
