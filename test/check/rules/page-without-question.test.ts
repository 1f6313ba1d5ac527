import { expect, test } from "vitest";
import { messagesOf } from "../../support/check-text.js";

test("metadata alone shows nothing", () => {
  expect(
    messagesOf(
      "page-without-question",
      `journey Login {
  start -> Ask

  page Ask {
    node Stage: Metadata {
      attributes: ["stage"]
    }

    -> success
  }
}`,
    ),
  ).toEqual(['Page "Ask" shows nothing to the user']);
});

test("one node that asks is enough, and an unknown one may ask", () => {
  expect(
    messagesOf(
      "page-without-question",
      `journey Login {
  start -> Ask

  page Ask {
    node Stage: Metadata {
      attributes: ["stage"]
    }
    node Name: UsernameCollector

    -> success
  }
}`,
    ),
  ).toEqual([]);
  expect(
    messagesOf(
      "page-without-question",
      `journey Login {
  start -> Ask

  page Ask {
    node Stage: Metadata {
      attributes: ["stage"]
    }
    node Other: NobodyKnows

    -> success
  }
}`,
    ),
  ).toEqual([]);
});
