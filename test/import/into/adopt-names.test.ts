import { expect, test } from "vitest";
import { adoptNames } from "../../../src/import/into/adopt-names.js";
import type { Journey } from "../../../src/model/model.js";
import { bindText } from "../../support/read-project.js";

const journeyOf = (text: string): Journey => bindText(text, { readText: () => ({ text: "" }) }).model.journeys[0]!;

/** A page, a node and a script, under the names given; ids are those of the layout. */
function text(page: string, user: string, secret: string, check: string, script = "Rate", file = "rate.js"): string {
  const id = (digit: number) => `"11111111-2222-4333-8444-55555555555${digit}"`;
  return `journey J {
  start -> ${page}

  page ${page} {
    node ${user}: UsernameCollector

    node ${secret}: DataStoreDecision

    ${secret}.true, ${secret}.false -> ${check}
  }

  node ${check}: ScriptedDecision {
    script: ${script}
    outcomes: ["a"]

    a -> ${page}
  }

  script ${script} "Rate" {
    id: ${id(5)}
    file: "${file}"
  }

  resource theme "Blue" from "${file}on"

  layout {
    ${page} 1, 1 ${id(1)}
    ${page}.${user} ${id(2)}
    ${page}.${secret} ${id(3)}
    ${check} 2, 2 ${id(4)}
  }
}
`;
}

/** All that has a name, as it is called now. */
function namesOf({ entry, nodes, scripts, resources }: Journey) {
  const targetOf = (target: NonNullable<typeof entry>["target"]) =>
    target.kind === "node" ? target.name : target.kind;
  return {
    start: entry && targetOf(entry.target),
    nodes: nodes.map(({ name, children }) => [name, ...children.map((child) => `${child.page}.${child.name}`)]),
    targets: nodes.map(({ connections }) => connections.map(({ target }) => targetOf(target))),
    outcomes: nodes.map(({ outcomes }) => outcomes.map(({ child }) => child)),
    scripts: scripts.map(({ name, file }) => [name, file]),
    resources: resources.map(({ file }) => file),
  };
}

test("whatever the export calls them, nodes, inner nodes, scripts and files have the names of the source", () => {
  const read = journeyOf(text("Page", "Name", "Password", "Rated", "Script", "other.js"));
  const existing = journeyOf(text("Ask", "User", "Secret", "Risk"));
  const adopted = adoptNames(read, existing);
  expect(namesOf(adopted)).toEqual(namesOf(existing));
  expect(namesOf(adopted)).toEqual({
    start: "Ask",
    nodes: [["Ask", "Ask.User", "Ask.Secret"], ["Risk"]],
    targets: [["Risk", "Risk"], ["Ask"]],
    outcomes: [["Secret", "Secret"], [undefined]],
    scripts: [["Rate", "rate.js"]],
    resources: ["rate.json"],
  });
});

test("names may be swapped", () => {
  const read = journeyOf(text("Risk", "Secret", "User", "Ask"));
  const existing = journeyOf(text("Ask", "User", "Secret", "Risk"));
  expect(namesOf(adoptNames(read, existing)).nodes).toEqual([["Ask", "Ask.User", "Ask.Secret"], ["Risk"]]);
});

const one = (name: string, id: number, more = "") =>
  `journey J {\n  start -> ${name}\n\n  node ${name}: UsernameCollector {\n    -> success\n  }\n\n  layout {\n    ${name} 1, 1 "11111111-2222-4333-8444-55555555555${id}"\n${more}  }\n}\n`;

test.each<[string, string, string]>([
  ["Ask", "Other", "Ask"],
  ["Ask", "Ask", "Ask2"],
  ["Ask2", "Ask2", "Ask2_2"],
])("a new node that is called %s, where the source has %s, is called %s", (name, taken, expected) => {
  const adopted = adoptNames(journeyOf(one(name, 1)), journeyOf(one(taken, 2)));
  expect(namesOf(adopted)).toMatchObject({ start: expected, nodes: [[expected]] });
});

test("two new nodes do not get one name", () => {
  const two = (first: string, second: string, ids: readonly number[]) => `journey J {
  start -> ${first}

  node ${first}: UsernameCollector {
    -> ${second}
  }

  node ${second}: UsernameCollector {
    -> success
  }

  layout {
    ${first} 1, 1 "11111111-2222-4333-8444-55555555555${ids[0]}"
    ${second} 1, 1 "11111111-2222-4333-8444-55555555555${ids[1]}"
  }
}
`;
  const adopted = adoptNames(journeyOf(two("A", "A2", [1, 2])), journeyOf(two("A", "B", [3, 4])));
  expect(namesOf(adopted).nodes).toEqual([["A2"], ["A2_2"]]);
  expect(namesOf(adopted).targets).toEqual([["A2_2"], ["success"]]);
});

test("an inner node that went onto the journey keeps its name if it is free there", () => {
  const paged = `journey J {
  start -> P

  page P {
    node User: UsernameCollector

    -> success
  }

  layout {
    P 1, 1 "11111111-2222-4333-8444-555555555551"
    P.User "11111111-2222-4333-8444-555555555552"
  }
}
`;
  expect(namesOf(adoptNames(journeyOf(one("Name", 2)), journeyOf(paged))).nodes).toEqual([["User"]]);
  expect(
    namesOf(adoptNames(journeyOf(one("Name", 2)), journeyOf(paged.replaceAll("User:", "P:").replace("P.User", "P.P"))))
      .nodes,
  ).toEqual([["P2"]]);
});

test("the inner nodes of two pages may have one name", () => {
  const pages = (name: string) => `journey J {
  start -> A

  page A {
    node ${name}: UsernameCollector

    -> B
  }

  page B {
    node ${name}: UsernameCollector

    -> success
  }

  layout {
    A 1, 1 "11111111-2222-4333-8444-555555555551"
    A.${name} "11111111-2222-4333-8444-555555555552"
    B 1, 1 "11111111-2222-4333-8444-555555555553"
    B.${name} "11111111-2222-4333-8444-555555555554"
  }
}
`;
  expect(namesOf(adoptNames(journeyOf(pages("X")), journeyOf(pages("User")))).nodes).toEqual([
    ["A", "A.User"],
    ["B", "B.User"],
  ]);
});

test("a new script does not get the name of another one", () => {
  const script = (name: string, digit: number) => `journey J {
  start -> N

  node N: ScriptedDecision {
    script: ${name}
    outcomes: ["a"]

    a -> success
  }

  script ${name} "Rate" {
    id: "11111111-2222-4333-8444-55555555555${digit}"
    file: "${name}.js"
  }
}
`;
  const scripts = (read: string, existing: string) => namesOf(adoptNames(journeyOf(read), journeyOf(existing))).scripts;
  expect(scripts(script("Rate", 1), script("Rate", 2))).toEqual([["Rate2", "Rate.js"]]);
  expect(scripts(script("Rating", 1), script("Rate", 2))).toEqual([["Rating", "Rating.js"]]);
  expect(scripts(script("Rating", 1), script("Rate", 1))).toEqual([["Rate", "Rate.js"]]);
});

test("the name, the rules and nothing of raw come from the source", () => {
  const read = journeyOf(
    one("Ask", 1)
      .replace("journey J", 'journey Read "J"')
      .replace("  layout", "  raw {\n    tree: { a: 1 }\n  }\n\n  layout"),
  );
  const existing = journeyOf(one("Ask", 1).replace("  layout", "  require Ask before success\n\n  layout"));
  const adopted = adoptNames(read, existing);
  expect(adopted.name).toBe("J");
  expect(adopted.rules).toBe(existing.rules);
  expect(adopted.raw).toBeUndefined();
});
