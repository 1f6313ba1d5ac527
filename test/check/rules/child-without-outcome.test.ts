import { expect, test } from "vitest";
import { checkExport, messagesIn, messagesOf } from "../../support/check-text.js";
import { buildText } from "../../support/import-support.js";

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

test("one whose settings are missing is reported as that alone", () => {
  const whole = buildText(text('["next"]'));
  whole.trees.Login.innerNodes = Object.fromEntries(
    Object.entries<{ _type: { _id: string } }>(whole.trees.Login.innerNodes).filter(
      ([, body]) => body._type._id !== "ScriptedDecisionNode",
    ),
  );
  const found = checkExport(whole);
  expect(messagesIn("child-without-outcome", found)).toEqual([]);
  expect(messagesIn("missing-body", found)).toHaveLength(1);
});
