import { expect, test } from "vitest";
import { checkFiles } from "../../src/compile/compile.js";
import { SourceFile } from "../../src/text/source-file.js";

function findings(text: string) {
  return checkFiles([new SourceFile("a.journey", text)]).diagnostics.map(({ code, fixes }) => [code, fixes.length]);
}

const journey = (first: string, second: string) => `journey J {
  start -> Check

  node Check: RetryLimitDecision {
    ${first}

    Retry -> Wait
    Reject -> failure
  }

  node Wait: PollingWait {
    ${second}

    DONE -> Check
  }
}
`;

test("a misspelt property has its fix", () => {
  expect(findings(journey("retryLimt: 3", "secondsToWait: 5"))).toEqual([["unknown-property", 1]]);
});

test("it has none in a node with a syntax error, of which nobody knows what it means", () => {
  expect(findings(journey("retryLimt: 3\n    ) (", "secondsToWait: 5"))).toEqual([
    ["unknown-property", 0],
    ["unexpected-character", 0],
  ]);
});

test("an error in another node takes no fix away", () => {
  expect(findings(journey("retryLimt: 3", "secondsToWait: 5\n    ) ("))).toEqual([
    ["unknown-property", 1],
    ["unexpected-character", 0],
  ]);
});

test("a node type with a syntax error is no measure for its nodes", () => {
  const text = `extern node Ask "ask" {
  outcomes: ["next"]
  properties: {
    names: string | list,
  }
}

journey J {
  start -> Ask

  node Ask: Ask {
    names: ["a", "b"]

    -> success
  }
}
`;
  expect(findings(text).map(([code]) => code)).toEqual(["unexpected-character"]);
});
