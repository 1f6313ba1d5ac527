import { expect, test } from "vitest";
import { checkTexts } from "../../support/check-text.js";

test("a type is reported once a journey, with its successor", () => {
  const text = `journey Login {
    start -> First
    node First: SocialProviderHandler { ACCOUNT_EXISTS, NO_ACCOUNT -> Second }
    node Second: SocialProviderHandler { ACCOUNT_EXISTS, NO_ACCOUNT -> success }
  }`;
  const found = checkTexts(text).filter(({ code }) => code === "deprecated-node-type");
  expect(found.map(({ message, help, related }) => [message, help, related.length])).toEqual([
    [
      'Node type "SocialProviderHandlerNode" is deprecated (2 nodes)',
      'Its successor is "SocialProviderHandlerNodeV2".',
      1,
    ],
  ]);
});

test("the successor itself is fine", () => {
  const text = "journey Login { start -> Ask node Ask: UsernameCollector { -> success } }";
  expect(checkTexts(text).filter(({ code }) => code === "deprecated-node-type")).toEqual([]);
});
