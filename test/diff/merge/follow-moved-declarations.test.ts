import { describe, expect, test } from "vitest";
import { mergeJourneys } from "../../../src/diff/merge/merge-journeys.js";
import { importOptions } from "../../support/import-support.js";

function merge(base: string, ours: string, theirs: string) {
  const result = mergeJourneys(
    "a.journey",
    { base, ours, theirs },
    { ...importOptions, readText: () => ({ problem: "none" }) },
  );
  if ("problem" in result) throw new Error(result.problem);
  return result;
}

/** Merges both ways; the result must be the same. */
function mergeBothWays(base: string, mover: string, other: string): string {
  const [one, two] = [merge(base, mover, other), merge(base, other, mover)];
  expect([one.conflicts, two.conflicts]).toEqual([[], []]);
  const lines = (text: string) =>
    text
      .split("\n")
      .filter((line) => line !== "")
      .sort();
  expect(lines(two.text)).toEqual(lines(one.text));
  return one.text;
}

const alone = `journey J {
  start -> Name

  node Name: UsernameCollector {
    -> Code
  }

  node Code: OneTimePasswordCollectorDecision {
    passwordExpiryTime: 9

    true -> success
    false -> failure
  }

  layout {
    Code 10, 20
  }
}
`;

const onPage = `journey J {
  start -> Name

  node Name: UsernameCollector {
    -> Enter
  }

  page Enter {
    pageHeader: "Code"

    node Code: OneTimePasswordCollectorDecision {
      passwordExpiryTime: 9
    }

    true -> success
    false -> failure
  }
}
`;

describe("a node that one side moves is one node, and what the other side changes of it is merged", () => {
  test("onto a new page: settings, arrows from it and to it; a place on the canvas is worth no conflict", () => {
    const changed = alone
      .replace("Time: 9", "Time: 3")
      .replace("false -> failure", "false -> Name")
      .replace("-> Code", "-> Code // asks")
      .replace("10, 20", "30, 40");
    const expected = onPage
      .replace("Time: 9", "Time: 3")
      .replace("false -> failure", "false -> Name")
      .replace("-> Enter", "-> Enter // asks");
    expect(mergeBothWays(alone, onPage, changed)).toBe(expected);
  });

  test("out of a page, which goes", () => {
    const changed = onPage.replace("Time: 9", "Time: 3").replace("false -> failure", "false -> Name");
    const expected = alone.replace("Time: 9", "Time: 3").replace("false -> failure", "false -> Name");
    expect(mergeBothWays(onPage, alone, changed)).toBe(expected);
  });

  test("one out of a page, another one onto it", () => {
    const base = `journey J {
  start -> Ask

  page Ask {
    node Name: UsernameCollector
    node Word: PasswordCollector

    -> Check
  }

  node Check: DataStoreDecision {
    true -> success
    false -> failure
  }
}
`;
    const mover = `journey J {
  start -> Name

  node Name: UsernameCollector {
    -> Ask
  }

  page Ask {
    node Word: PasswordCollector
    node Check: DataStoreDecision

    true -> success
    false -> failure
  }
}
`;
    const other = base
      .replace("UsernameCollector", 'UsernameCollector "Who"')
      .replace("false -> failure", "false -> Ask");
    const expected = mover
      .replace("UsernameCollector", 'UsernameCollector "Who"')
      .replace("false -> failure", "false -> Ask");
    expect(mergeBothWays(base, mover, other)).toBe(expected);
  });

  test("all out of a page, one behind the other: the last one has the page's arrows", () => {
    const base = `journey J {
  start -> Ask

  page Ask {
    node Name: UsernameCollector

    node Word: PasswordCollector

    -> success
  }

  node Count: IncrementLoginCount {
    -> success
  }
}
`;
    const mover = `journey J {
  start -> Name

  node Name: UsernameCollector {
    -> Word
  }

  node Word: PasswordCollector {
    -> success
  }

  node Count: IncrementLoginCount {
    -> success
  }
}
`;
    const other = base.replace("-> success", "-> Count");
    const expected = mover.replace("-> success", "-> Count");
    expect(mergeBothWays(base, mover, other)).toBe(expected);
  });

  test("a setting that both changed is one conflict, and the node is there once", () => {
    const { text, conflicts } = merge(alone, onPage.replace("Time: 9", "Time: 5"), alone.replace("Time: 9", "Time: 3"));
    expect(conflicts).toHaveLength(1);
    expect(text.match(/node Code/g)).toHaveLength(1);
  });
});
