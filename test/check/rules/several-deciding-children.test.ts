import { expect, test } from "vitest";
import { messagesOf } from "../../support/check-text.js";

test("version 1.0: only the last node may have a choice", () => {
  expect(
    messagesOf(
      "several-deciding-children",
      `journey Login {
  start -> Ask

  page Ask {
    node Who: ChoiceCollector {
      choices: ["a", "b"]
      defaultChoice: "a"
      prompt: "?"
    }
    node Name: UsernameCollector

    -> success
  }
}`,
    ),
  ).toEqual(['Node "Ask.Who" on page "Ask" has several outcomes, but another node decides where the page leads']);
  expect(
    messagesOf(
      "several-deciding-children",
      `journey Login {
  start -> Ask

  page Ask {
    node Name: UsernameCollector
    node Who: ChoiceCollector {
      choices: ["a", "b"]
      defaultChoice: "a"
      prompt: "?"
    }

    a, b -> success
  }
}`,
    ),
  ).toEqual([]);
});

test("version 2.0: nodes that act on their own may follow the one that decides", () => {
  const text = `journey Login {
  start -> Ask

  page Ask@2.0 {
    node Who: ChoiceCollector {
      choices: ["a", "b"]
      defaultChoice: "a"
      prompt: "?"
    }
    node Social: SelectIdP

    Who.a, Who.b -> success
    socialAuthentication, localAuthentication -> failure
  }
}`;
  expect(messagesOf("several-deciding-children", text)).toEqual([]);
});
