import { expect, test } from "vitest";
import { findRenames } from "../../../src/diff/merge/find-renames.js";
import { compileText } from "../../../src/import/compile-text.js";
import { importOptions } from "../../support/import-support.js";

const base = `journey J {
  start -> Ask

  node Ask: UsernameCollector {
    -> Check
  }

  node Check: DataStoreDecision {
    true -> success
    false -> failure
  }
}

journey K {
  start -> Ask

  node Ask: PasswordCollector {
    -> success
  }
}
`;

const inJ = (edit: (text: string) => string) => {
  const end = base.indexOf("journey K");
  return edit(base.slice(0, end)) + base.slice(end);
};

function renames(changed: string, other: string) {
  const [before, after, theirs] = [base, changed, other].map((text) =>
    compileText("a.journey", text, () => ({ problem: "none" }), importOptions),
  );
  const found = findRenames(before!, after!, theirs!);
  return Object.fromEntries([...found.nodes].map(([journey, names]) => [journey, Object.fromEntries(names)]));
}

const asked = inJ((text) => text.replaceAll("Ask", "Enter"));

test("a node of one side has a new name that is free on the other", () => {
  expect(renames(asked, base)).toEqual({ J: { Ask: "Enter" } });
  expect(renames(base, asked)).toEqual({});
  expect(renames(base, base)).toEqual({});
});

test("each journey has its own names", () => {
  expect(renames(base.replaceAll("Ask", "Enter"), base)).toEqual({ J: { Ask: "Enter" }, K: { Ask: "Enter" } });
});

test("two nodes of one journey", () => {
  expect(renames(asked.replaceAll("Check", "Known"), base)).toEqual({ J: { Ask: "Enter", Check: "Known" } });
});

test("a name that the other side has given to a new node is not free", () => {
  const taken = inJ(
    (text) =>
      `${text.slice(0, text.lastIndexOf("}"))}\n  node Enter: Message {\n    true -> success\n    false -> failure\n  }\n}\n\n`,
  );
  expect(renames(asked, taken)).toEqual({});
});

test("a name that the base has is not free", () => {
  const swapped = inJ((text) => text.replaceAll("Ask", "?").replaceAll("Check", "Ask").replaceAll("?", "Check"));
  expect(renames(swapped, base)).toEqual({});
});

test("an old name that is in use again is no old name", () => {
  const reused = inJ(
    (text) =>
      `${text.replaceAll("Ask", "Enter").slice(0, text.replaceAll("Ask", "Enter").lastIndexOf("}"))}\n  node Ask: Message {\n    true -> success\n    false -> failure\n  }\n}\n\n`,
  );
  expect(renames(reused, base)).toEqual({});
});

test("a journey that one side does not have gives no names", () => {
  const withoutJ = base.slice(base.indexOf("journey K"));
  expect(renames(withoutJ, base)).toEqual({});
  expect(renames(asked, withoutJ)).toEqual({});
});

test("a node that went into a page has no name of its own any more", () => {
  const paged = inJ((text) =>
    text.replace(
      /node Ask: UsernameCollector {[^}]*}/,
      "page Ask {\n    node Enter: UsernameCollector\n\n    -> Check\n  }",
    ),
  );
  expect(renames(paged, base)).toEqual({});
});
