import { expect, test } from "vitest";
import { checkTexts, messagesOf } from "../../support/check-text.js";

test("a node that asks nothing is reported at its type", () => {
  const text = `journey Login {
  start -> Ask

  page Ask {
    node Name: UsernameCollector
    node Check: DataStoreDecision

    true, false -> success
  }
}`;
  expect(messagesOf("silent-page-child", text)).toEqual([
    'Node "Ask.Check" shows nothing on its page: DataStoreDecisionNode does not ask the user anything',
  ]);
});

test("nodes that ask, and scripts, which may, belong on pages", () => {
  const text = `journey Login {
  start -> Ask

  page Ask {
    node Name: UsernameCollector
    node Decide: ScriptedDecision {
      script: "01e1a3c0-038b-4c16-956a-6c9d89328cff"
      outcomes: ["next"]
    }

    -> success
  }
}`;
  expect(messagesOf("silent-page-child", text)).toEqual([]);
});

test.each([
  ["KbaDecision", 'kbaInfoAttribute: "kbaInfo"', "true -> success\n    false -> failure", "KbaVerify"],
  ["IncrementLoginCount", 'passwordAttribute: "password"', "-> failure", "ValidatedPassword"],
])(
  "a %s with the settings of another type is that type on a page, and is told once",
  (type, setting, arrows, meant) => {
    const text = `journey Login {
  start -> Ask

  page Ask {
    node Name: UsernameCollector
    node Other: ${type} {
      ${setting}
    }

    ${arrows}
  }
}`;
    const found = checkTexts(text).filter(({ code }) => ["silent-page-child", "unknown-property"].includes(code));
    expect(found.map(({ help }) => help)).toEqual([expect.stringContaining(`Did you mean the type \`${meant}\``)]);
  },
);
