import { expect, test } from "vitest";
import { checkTexts } from "../support/check-text.js";

test("an arrow and the outcomes of an extern may both be misspelt: no fix takes one for right", () => {
  const text = `extern node HrCheck "HrCheckNode" {
  outcomes: ["active", "onLaeve"]
}
journey Login {
  start -> Hr
  node Hr: HrCheck {
    active -> success
    onLeave -> failure
  }
}`;
  const found = checkTexts(text).filter(({ code }) => code === "unknown-outcome");
  expect(found.map(({ help, fixes }) => [help, fixes.length])).toEqual([[expect.stringContaining("onLaeve"), 0]]);
});
