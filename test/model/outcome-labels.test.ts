import { describe, expect, test } from "vitest";
import { applyFixes } from "../../src/diagnostics/apply-fixes.js";
import { checkTexts } from "../support/check-text.js";

const right = `journey Ferry {
  start -> Deck

  node Deck: MessageNode {
    message.en: "Do you travel with a car?"
    messageYes: { en: "With my car", de: "Mit dem Auto" }
    messageNo.en: "On foot"

    true -> Split
    false -> Berth
  }

  node Berth: MessageNode {
    message.en: "A berth?"
    messageYes: {}
    messageNo: {}

    true -> Split
    false -> failure
  }

  node Split: FlowControl {
    percentageA: 50
    outcomeADisplayName: "Old harbour"
    outcomeBDisplayName: "New harbour"

    A -> Wait
    B -> success
  }

  node Wait: PollingWait {
    secondsToWait: 5
    exitable: true
    exitMessage.en: "Leave the queue"
    spamDetectionEnabled: false

    DONE -> Form
    EXITED -> failure
  }

  page Form {
    node Agree: MessageNode {
      message.en: "Agreed?"
      messageYes.en: "I agree"
      messageNo.en: "Not now"
    }

    true -> success
    false -> Deck
  }
}
`;

const outcomeCodes = ["unconnected-outcome", "unknown-outcome", "foreign-spelling", "unknown-property"];
const told = (text: string) =>
  checkTexts(text).filter(({ code, severity }) => severity === "error" || outcomeCodes.includes(code));

describe("an arrow that begins with the label of its outcome", () => {
  test("is not told where it begins with the outcome", () => {
    expect(told(right)).toEqual([]);
  });

  test.each([
    ["true -> Split\n    false -> Berth", '"With my car" -> Split\n    false -> Berth'],
    ["true -> Split\n    false -> Berth", "With my car -> Split\n    false -> Berth"],
    ["true -> Split\n    false -> Berth", '"mit dem auto" -> Split\n    false -> Berth'],
    ["true -> Split\n    false -> Berth", "messageYes -> Split\n    false -> Berth"],
    ["true -> Split\n    false -> Berth", '"With my car" -> Split\n    "On foot" -> Berth'],
    ["true -> Split\n    false -> failure", '"Yes" -> Split\n    false -> failure'],
    ["A -> Wait", '"Old harbour" -> Wait'],
    ["B -> success", "New harbour -> success"],
    ["A -> Wait", "OldHarbour -> Wait"],
    ["EXITED -> failure", '"Leave the queue" -> failure'],
    ["EXITED -> failure", "Leave the queue -> failure"],
    ["EXITED -> failure", "exitMessage -> failure"],
    ["true -> success\n    false -> Deck", '"I agree" -> success\n    false -> Deck'],
    ["true -> success\n    false -> Deck", "true -> success\n    Not now -> Deck"],
  ])("instead of %s is told at the arrow, and a fix writes the outcome: %s", (from, to) => {
    const found = told(right.replace(from, () => to));
    expect(found).toHaveLength(1);
    const [{ source, range }] = [found[0]!.place];
    expect(to.replace(/\s+/g, " ")).toContain(source.slice(range).split(" ->")[0]);
    expect(applyFixes(found).map(({ text }) => text)).toEqual([right]);
  });
});
