import { describe, expect, test } from "vitest";
import { formatText } from "../format-text.js";

/** One of each kind of member, in canonical order; those on their own are apart from their neighbours. */
const members: readonly string[] = [
  '  description: "d"\n  enabled: true\n',
  "  export {\n    treeId: false\n    uiConfig: true\n  }\n",
  "  start -> N\n",
  '  node N: "a type"@2.0 "Title" {\n    a.de: 1\n    "b c": 2\n\n    x, "y z" -> success\n    -> "gone"\n  }\n',
  "  page P@2.0 {\n    a: 1\n\n    node A: T\n\n    node B: T {}\n\n    A.true -> failure\n  }\n",
  "  node M: T\n",
  '  script S "Script" {\n    file: "s.js"\n    id: "s"\n  }\n',
  '  resource theme "a" from "a.json"\n  resource theme "b" from "b.json"\n',
  "  require P.A.true before success\n  forbid failure after N\n",
  '  layout {\n    N 1, -2.5 "n"\n    P.A "a"\n    start 0, 0\n  }\n',
  '  raw { "N": 1, M: { "M": 2 } }\n',
];
const journey = (parts: readonly string[]) => `journey J "Id" {\n${parts.join("\n")}}\n`;
const canonical = journey(members);

describe("a journey", () => {
  test("in canonical order stays", () => expect(formatText(canonical)).toBe(canonical));

  test("gets that order from any other, without a blank line or with several", () => {
    // Nodes and pages are one kind, whose order is the author's.
    const [description, options, start, n, p, m, script, resource, rule, layout, raw] = members;
    const others = [raw, layout, rule, resource, script, n, start, p, options, m, description] as readonly string[];
    const expected = journey([description, options, start, n, p, m, resource, script, rule, layout, raw] as string[]);
    expect(formatText(`journey J "Id" {\n${others.join("")}}`)).toBe(expected);
    expect(formatText(`journey J "Id" {\n\n\n${others.join("\n\n\n")}\n\n}`)).toBe(expected);
  });

  test("keeps blank lines between its settings, one at a time, and none at the braces", () => {
    expect(formatText("journey J {\n\n  a: 1\n\n\n\n  b: 2\n  c: 3\n\n}")).toBe(
      "journey J {\n  a: 1\n\n  b: 2\n  c: 3\n}\n",
    );
  });

  test("is one line where it is empty", () => expect(formatText("journey   J  {\n\n}")).toBe("journey J {}\n"));
});

test("the members of nodes and pages get their order too", () => {
  expect(formatText("journey J { node N: T { x -> success a: 1 -> failure b: 2 } }")).toBe(
    "journey J {\n  node N: T {\n    a: 1\n    b: 2\n\n    x -> success\n    -> failure\n  }\n}\n",
  );
  expect(formatText("journey J { page P { x -> success\n node A: T\n a: 1\n node B: T } }")).toBe(
    "journey J {\n  page P {\n    a: 1\n\n    node A: T\n\n    node B: T\n\n    x -> success\n  }\n}\n",
  );
});

test("declarations keep their order; parameters and resources may follow one another directly", () => {
  const text = `param a
param b = 2

param c

resource theme "a" from "a.json"
resource theme "b" from "b.json"

script S {
  file: "s.js"
}

script T {
  file: "t.js"
}

extern node E "e" {
  outcomes: ["x"]
}

journey J {}

journey K {}

param d

scenario "s" of J {
  given user { userName: "a" }
  given header X-Y "z"
  given cookie c "1"
  stub N -> true
  stub P.A -> A.true { a: 1 }
  submit N

  resume
  wait 5m
  expect success
  expect at N
  expect path [N.true, M]
  expect message "no"
  expect user "a" { b: 1 }
}
`;
  expect(formatText(text)).toBe(text);
  expect(formatText(text.replaceAll(/\n\n+/g, "\n"))).toBe(
    text.replace("param b = 2\n\n", "param b = 2\n").replace("submit N\n\n", "submit N\n"),
  );
});

test("quotes stay where they mean an id, and go where a name needs none", () => {
  expect(formatText('journey J { "a": 1 "b c": 2 node N: "T" { "x" -> "success" y -> success } }')).toBe(
    'journey J {\n  a: 1\n  "b c": 2\n\n  node N: T {\n    "x" -> "success"\n    y -> success\n  }\n}\n',
  );
});
