import { expect, test } from "vitest";
import { messagesOf } from "../../support/check-text.js";
import { asksForCredentials } from "../../support/login-texts.js";

test("the path from the node to what is forbidden is shown", () => {
  const text = (rule: string) => `${asksForCredentials}
  node Check: DataStoreDecision {
    true -> success
    false -> Count
  }
  
  node Count: RetryLimitDecision {
    Retry -> Ask
    Reject -> failure
  }
  
  ${rule}
  forbid Ask after Check.true
}`;
  const [first, second] = [
    '"success" can be reached after "Count": Count (Retry) -> Ask -> Check (true) -> success',
    '"Check" can be reached after "Check": Check (false) -> Count (Retry) -> Ask -> Check',
  ];
  expect(messagesOf("refuted-forbid", text("forbid success after Count"))).toEqual([first]);
  expect(messagesOf("refuted-forbid", text("forbid Check after Check"))).toEqual([second]);
  // One arrow refutes both.
  expect(messagesOf("refuted-forbid", text("forbid success after Count\n  forbid Check after Check"))).toEqual([first]);
});

test("what comes before is not after", () => {
  const text = `${asksForCredentials}
  node Check: DataStoreDecision {
    true -> success
    false -> failure
  }
  
  forbid Ask after Check
  forbid failure after Check.true
}`;
  expect(messagesOf("refuted-forbid", text)).toEqual([]);
});
