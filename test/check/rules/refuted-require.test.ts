import { expect, test } from "vitest";
import { messagesOf } from "../../support/check-text.js";
import { asksForCredentials } from "../../support/login-texts.js";

test("the counter-path is the shortest", () => {
  const text = `${asksForCredentials}
  node Check: DataStoreDecision {
    true -> success
    false -> Count
  }
  
  node Count: RetryLimitDecision {
    Retry -> Ask
    Reject -> failure
  }
  
  require Check before success
  require Check.true before success
  require Count before failure
  require Count before success
}`;
  expect(messagesOf("refuted-require", text)).toEqual([
    '"success" can be reached without "Count": start -> Ask -> Check (true) -> success',
  ]);
});

test("a rule about an outcome is broken by the others of its node", () => {
  const text = `${asksForCredentials}
  node Check: DataStoreDecision {
    true -> success
    false -> Count
  }
  node Count: Meter { metricKey: "m" -> success }
  require Check.true before success
}`;
  expect(messagesOf("refuted-require", text)).toEqual([
    '"success" can be reached without "Check.true": start -> Ask -> Check (false) -> Count -> success',
  ]);
});

test("whoever reaches a node has come through it, and nothing is required before what is never reached", () => {
  const text = `${asksForCredentials}
  node Check: DataStoreDecision {
    true -> success
    false -> success
  }
  
  require Check before Check
  require Check before failure
}`;
  expect(messagesOf("refuted-require", text)).toEqual([]);
});

test("in broken text nothing is refuted that the missing part may prove", () => {
  const text = `${asksForCredentials}
  node Check: DataStoreDecision {
    true -> success
    false -> Cuont
  }
  
  node Count: RetryLimitDecision {
    Retry -> Ask
    Reject -> failure
  }
  
  require Count before success
}`;
  expect(messagesOf("refuted-require", text)).toEqual([]);
});
