import { expect, test } from "vitest";
import { checkTexts, messagesOf } from "../../support/check-text.js";
import { asksForCredentials } from "../../support/login-texts.js";

test("a loop of questions without an end is reported where it begins", () => {
  const text = `${asksForCredentials}
  node Check: DataStoreDecision {
    true -> success
    false -> Help
  }
  
  node Help: UsernameCollector {
    -> More
  }
  
  node More: PasswordCollector {
    -> Help
  }
}`;
  expect(messagesOf("no-way-out", text)).toEqual([
    'No path from node "Help" and 1 more behind it leads to an end of the journey',
  ]);
});

test("a way that goes on at an open outcome or an unknown node is not closed", () => {
  const open = `${asksForCredentials}
  node Check: DataStoreDecision {
    true -> success
    false -> Help
  }
  
  node Help: RetryLimitDecision {
    Retry -> Help
  }
}`;
  const unknown = `${asksForCredentials}
  node Check: DataStoreDecision {
    true -> success
    false -> Help
  }
  
  node Help: NobodyKnows {
    again -> Help
  }
}`;
  expect([messagesOf("no-way-out", open), messagesOf("no-way-out", unknown)]).toEqual([[], []]);
});

test.each([
  ["its own node", "node Help: Message { true, false -> Help }", "Help", "its own node"],
  [
    "the first of several",
    "node Help: UsernameCollector { -> More }\n  node More: PasswordCollector { -> Help }",
    "Help",
    "`Help`",
  ],
])("the only arrow that leads back to %s is shown", (_, nodes, target, words) => {
  const text = `${asksForCredentials}
  node Check: DataStoreDecision {
    true -> success
    false -> Help
  }

  ${nodes}
}`;
  const [found, ...others] = checkTexts(text).filter(({ code }) => code === "no-way-out");
  expect(others).toEqual([]);
  expect(text.slice(found?.place.range.start, found?.place.range.end)).toBe(target);
  expect(found?.place.range.start).toBe(text.lastIndexOf("-> Help") + 3);
  expect(found?.help).toContain(`This arrow leads back to ${words}`);
});
