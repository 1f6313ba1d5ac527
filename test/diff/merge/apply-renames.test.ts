import { expect, test } from "vitest";
import { applyRenames } from "../../../src/diff/merge/apply-renames.js";
import type { Names, Renames } from "../../../src/diff/merge/renames.js";
import { CommentTable } from "../../../src/format/comments.js";
import { formatFile, printFile } from "../../../src/format/format.js";
import { parse } from "../../../src/syntax/parse.js";
import { SourceFile } from "../../../src/text/source-file.js";

const text = `journey J "A" {
  a: A
  title: "A"

  start -> A

  node A: T {
    p: A
    list: [A]

    A -> P
    x, y -> A
    z -> "A"
  }

  page P {
    node A: T {
      p: 1
    }

    node Q: A {
      p: 1
    }

    A.x -> A
  }

  script A {
    file: "A"
  }

  require A before P
  require A.x before success
  require P.A before success
  forbid P after A

  layout {
    A 1, 2
    P.A 3, 4
    P 5, 6
  }
}

scenario "A" of J {
  given header A "A"
  given user { A: A }
  stub A -> A { A: A }
  submit A { A: "A" }
  expect at A
  expect path [A, P.A, A.x, B]
  expect message "A"
}

journey K {
  start -> A

  node A: T
}

scenario "k" of K {
  expect at A
}
`;

const nothing: Renames = { params: new Map(), journeys: new Map(), scenarios: new Map(), nodes: new Map() };
const nodesOfJ = (names: Names): Renames => ({ ...nothing, nodes: new Map([["J", names]]) });

function rename(source: string, names: Readonly<Record<string, string>>) {
  const original = new SourceFile("rename.journey", source);
  const { file, diagnostics } = parse(original);
  expect(diagnostics).toEqual([]);
  const moved = new Map<object, object>();
  const renamed = applyRenames(file, nodesOfJ(new Map(Object.entries(names))), (from, to) => moved.set(from, to));
  return { file, renamed, moved, canonical: formatFile(file, original), text: printFile(renamed, new CommentTable()) };
}

test("a node is called otherwise wherever the text speaks of it, and nothing else is", () => {
  const renamed = rename(text, { A: "Found" });
  const expected = renamed.canonical
    .replace("  start -> A", "  start -> Found")
    .replace("  node A: T {\n    p: A", "  node Found: T {\n    p: A")
    .replace("    x, y -> A", "    x, y -> Found")
    .replace("    A.x -> A", "    A.x -> Found")
    .replace("require A before P", "require Found before P")
    .replace("require A.x", "require Found.x")
    .replace("forbid P after A", "forbid P after Found")
    .replace("    A 1, 2", "    Found 1, 2")
    .replace("stub A -> A", "stub Found -> A")
    .replace("submit A {", "submit Found {")
    .replace("expect at A", "expect at Found")
    .replace("expect path [A, P.A, A.x, B]", "expect path [Found, P.A, Found.x, B]");
  expect(renamed.text).toBe(expected);
});

test("a page is called otherwise, its nodes are not", () => {
  const { text: renamed } = rename(text, { P: "Ask" });
  expect(renamed).toContain("  page Ask {");
  expect(renamed).toContain("    A -> Ask\n");
  expect(renamed).toContain("require Ask.A before success");
  expect(renamed).toContain("require A before Ask\n");
  expect(renamed).toContain("forbid Ask after A\n");
  expect(renamed).toContain("    Ask.A 3, 4\n");
  expect(renamed).toContain("expect path [A, Ask.A, A.x, B]");
  expect(renamed).not.toMatch(/\bP\b/);
});

test("two names can be swapped", () => {
  const { text: renamed } = rename("journey J {\n  start -> A\n\n  node A: T {\n    -> B\n  }\n\n  node B: T\n}\n", {
    A: "B",
    B: "A",
  });
  expect(renamed).toBe("journey J {\n  start -> B\n\n  node B: T {\n    -> A\n  }\n\n  node A: T\n}\n");
});

test("what stays as it is is the same tree, and what is made anew is told", () => {
  const { file, renamed, moved } = rename(text, { A: "Found" });
  expect(renamed).not.toBe(file);
  expect(moved.get(file)).toBe(renamed);
  expect(renamed.items.slice(2)).toEqual(file.items.slice(2));
  for (const index of [2, 3]) expect(renamed.items[index]).toBe(file.items[index]);
  for (const index of [0, 1]) expect(moved.get(file.items[index]!)).toBe(renamed.items[index]);
  const [journey, changed] = [file, renamed].map(({ items }) => (items[0]?.kind === "journey" ? items[0].members : []));
  for (const [index, member] of journey!.entries()) {
    const isSame = member.kind === "property" || member.kind === "script";
    if (isSame) expect(changed![index]).toBe(member);
    else if (moved.has(member)) expect(changed![index]).toBe(moved.get(member));
  }
});

test("without new names the file is left alone", () => {
  const { file } = parse(new SourceFile("rename.journey", text));
  const never = () => {
    throw new Error("moved");
  };
  expect(applyRenames(file, nothing, never)).toBe(file);
});

test("items that belong to no journey are left alone", () => {
  const source = 'param A = 1\n\njourney J {\n  start -> A\n\n  node A: T\n}\n\nscript A {\n  file: "a"\n}\n';
  const { file, renamed } = rename(source, { A: "B" });
  expect(renamed.items[0]).toBe(file.items[0]);
  expect(renamed.items[2]).toBe(file.items[2]);
  expect(renamed.items[1]).not.toBe(file.items[1]);
});
