import { expect, test } from "vitest";
import { messagesOf } from "../../support/check-text.js";

test("metadata as the last node never has an outcome", () => {
  expect(
    messagesOf(
      "metadata-decides-page",
      `journey Login {
  start -> Ask

  page Ask {
    node Name: UsernameCollector
    node Stage: Metadata {
      attributes: ["stage"]
    }

    -> success
  }
}`,
    ),
  ).toEqual(['Page "Ask" ends with "Ask.Stage", which never has an outcome']);
});

test("before a question it does no harm; alone it is another rule's", () => {
  expect(
    messagesOf(
      "metadata-decides-page",
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
      "metadata-decides-page",
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
  ).toEqual([]);
});
