import { expect, test } from "vitest";
import { checkTexts } from "../support/check-text.js";

const journey = (value: string) => `journey A {
  start -> Tries

  node Tries: RetryLimitDecision {
    retryLimit: ${value}

    Retry -> Tries
    Reject -> failure
  }
}
`;

function problemsWith(value: string) {
  const found = checkTexts(journey(value)).filter(({ code }) => code === "invalid-number");
  return found.map(({ message, place }) => [message, place.source.text.slice(place.range.start, place.range.end)]);
}

test.each(["9223372036854775807", "12345678901234567890", "1e400", "-1e400", "1e-400", "9007199254740993"])(
  "%s would become another number, and is refused",
  (value) => {
    expect(problemsWith(value)).toEqual([
      [`The number ${value} cannot be kept, it would become ${Number(value)}`, value],
    ]);
  },
);

test.each(["3", "-0", "1.0", "1e3", "9007199254740991", "0.1234567890123456", "1e308", "1e22"])(
  "%s is kept",
  (value) => {
    expect(problemsWith(value)).toEqual([]);
  },
);
