import { expect, test } from "vitest";
import { messagesOf } from "../../support/check-text.js";

const text = (outcomes: string) => `journey Login {
  start -> Ask

  page Ask {
    node Decide: ScriptedDecision {
      script: "01e1a3c0-038b-4c16-956a-6c9d89328cff"
      outcomes: ${outcomes}
    }
    node Name: UsernameCollector

    -> success
  }
}`;

test("a node without outcomes is reported", () => {
  expect(messagesOf("child-without-outcome", text("[]"))).toEqual(['Node "Ask.Decide" on page "Ask" has no outcome']);
});

test("one with an outcome, or with outcomes that only the tenant knows, is not", () => {
  expect(messagesOf("child-without-outcome", text('["next"]'))).toEqual([]);
  expect(messagesOf("child-without-outcome", text('["&{esv.outcome}"]'))).toEqual([]);
});
