import { expect, test } from "vitest";
import { checkExport, checkTexts, messagesIn, messagesOf } from "../../support/check-text.js";
import { exportFixture, fixtureIds as ids } from "../../support/export-fixture.js";
import type { LooseExport } from "../../support/import-support.js";
import { asksForCredentials } from "../../support/login-texts.js";

test("a group is reported once, at the node from which the others are reached", () => {
  const text = `${asksForCredentials}
  node Check: DataStoreDecision {
    true -> success
    false -> failure
  }
  
  node Count: RetryLimitDecision {
    Retry -> Lost
    Reject -> failure
  }
  
  node Lost: UsernameCollector {
    -> Found
  }
  
  node Found: UsernameCollector {
    -> success
  }
}`;
  expect(messagesOf("unreachable-node", text)).toEqual([
    'Node "Count" and 2 more behind it cannot be reached from start',
  ]);
});

test("a loop that nothing leads to is one group; two separate nodes are two", () => {
  const text = `${asksForCredentials}
  node Check: DataStoreDecision {
    true -> success
    false -> failure
  }
  
  node First: UsernameCollector {
    -> Second
  }
  
  node Second: UsernameCollector {
    -> First
  }
  
  node Third: UsernameCollector {
    -> failure
  }
}`;
  expect(messagesOf("unreachable-node", text)).toEqual([
    'Node "First" and 1 more behind it cannot be reached from start',
    'Node "Third" cannot be reached from start',
  ]);
});

test("a journey whose arrow is misspelt is reported for that alone", () => {
  const text = `${asksForCredentials}
  node Check: DataStoreDecision {
    true -> success
    false -> Cuont
  }
  
  node Count: RetryLimitDecision {
    Retry -> Ask
    Reject -> failure
  }
}`;
  expect(
    checkTexts(text)
      .filter(({ id }) => /^JRN[1-4]/.test(id))
      .map(({ code }) => code),
  ).toEqual(["unresolved-target"]);
});

test("a node that a page shows as well is not lost", () => {
  const messages = (edit: (journey: LooseExport) => void) => {
    const journey: LooseExport = exportFixture();
    edit(journey);
    return messagesIn("unreachable-node", checkExport({ trees: { "Sign In": journey } }));
  };
  const besides = (id: string, name: string) => (journey: LooseExport) => {
    const nodeType = "UsernameCollectorNode";
    journey.tree.nodes[id] = { ...journey.tree.nodes[ids.store], nodeType, displayName: name, connections: {} };
    journey.nodes[id] = { ...journey.innerNodes[ids.name], _id: id };
  };
  expect(messages(besides("extra", "Extra"))).toEqual(['Node "Extra" cannot be reached from start']);
  expect(messages(besides(ids.name, "Name again"))).toEqual([]);
  expect(
    messages((journey) => {
      besides(ids.name, "Name again")(journey);
      besides("extra", "Extra")(journey);
    }),
  ).toEqual(['Node "Extra" cannot be reached from start']);
});
