import { expect, test } from "vitest";
import { checkFiles } from "../../src/compile/compile.js";
import { SourceFile } from "../../src/text/source-file.js";

const journey = `journey Login {
  start -> Ask

  page Ask {
    node Name: UsernameCollector
    node Word: PasswordCollector

    -> Which
  }

  node Which: ChoiceCollector {
    choices: ["a", "b"]
    defaultChoice: "a"
    prompt: "Which one?"

    a, b -> success
  }
}
`;

function found(...steps: readonly string[]): readonly string[] {
  const text = `${journey}\nscenario "s" of Login {\n${steps.map((step) => `  ${step}\n`).join("")}}\n`;
  const { diagnostics } = checkFiles([new SourceFile("a.journey", text)], {});
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  return errors.map(({ code, message, help, place }) => {
    const line = place.source.positionAt(place.range.start).line;
    return `${line} ${code}: ${message}${help === undefined ? "" : ` | ${help}`}`;
  });
}

test("a right scenario has none; an answer may go by the input, the node or the prompt", () => {
  expect(found('submit Ask { Name: "x", Word: "y" }', 'submit Which { Which: "a" }', "expect success")).toEqual([]);
  expect(found('submit Ask { Ask: "x" }', 'submit Which { "Which one?": "a" }', "expect success")).toEqual([]);
});

test("steps without a meaning are told by check, at their place", () => {
  expect(found("given usr { }", "expect sucess")).toEqual([
    "21 invalid-step: There is no `given usr` | Did you mean `user`?",
    "22 invalid-step: There is no `expect sucess` | Did you mean `success`?",
  ]);
});

test("unknown nodes, inputs and outcomes are told", () => {
  expect(
    found('submit Aks { Name: "x" }', 'submit Ask { Nmae: "x", Age: 3 }', "stub Which -> c", "expect at Which"),
  ).toEqual([
    '21 unknown-node: Journey "Login" has no node "Aks" | Did you mean `Ask`?',
    '22 invalid-step: "Ask" does not ask for "Nmae" | Did you mean `Name`?',
    '22 invalid-step: "Ask" does not ask for "Age" | It asks for `Name`, `Word`.',
    '23 unknown-outcome: Node "Which" has no outcome "c" | Its outcomes are `a`, `b`.',
  ]);
});

test("names that are nearly right are told together", () => {
  expect(found('submit Ask { name: "x", word: "y" }')).toEqual([
    '21 invalid-step: "Ask" does not ask for "name" | Did you mean `Name` and `Word`?',
  ]);
});

test("a choice by its number is one of those that are offered, from 0", () => {
  const which = (answer: string) => found('submit Ask { Name: "x", Word: "y" }', `submit Which { Which: ${answer} }`);
  for (const answer of ["0", "1", '"1"', '"b"']) expect(which(answer)).toEqual([]);
  for (const answer of ["2", '"2"']) {
    expect(which(answer)).toEqual([
      `22 invalid-step: "Which" of "Which" has no choice ${answer} | It offers "a", "b": numbers begin at 0.`,
    ]);
  }
});

test("inner nodes of one page are not answered one after the other", () => {
  expect(found('submit Ask.Name { Name: "x" }', 'submit Ask.Word { Word: "y" }')).toEqual([
    "21 invalid-step: A page is answered as a whole: all its nodes get their answers at once | Write one step: `submit Ask { Name: …, Word: … }`.",
  ]);
  expect(found('submit Ask.Name { Name: "x", Word: "y" }', 'submit Which { Which: "a" }')).toEqual([]);
  expect(found('submit Ask.Name { Name: "x" }', 'submit Ask.Name { Name: "y" }')).toEqual([]);
});

test("a node that runs another journey asks for nothing itself", () => {
  const outer = `journey Outer {
  start -> Inner

  node Inner: InnerTreeEvaluator {
    tree: "Login"

    true -> success
    false -> failure
  }
}
`;
  const told = (step: string) => {
    const text = `${journey}\n${outer}\nscenario "s" of Outer {\n  ${step}\n}\n`;
    const { diagnostics } = checkFiles([new SourceFile("a.journey", text)], {});
    return diagnostics
      .filter(({ severity }) => severity === "error")
      .map(({ message, help }) => `${message} | ${help}`);
  };
  const problem = '"Inner" runs another journey, and asks for nothing itself';
  expect(told('submit Inner { Name: "x" }')).toEqual([
    `${problem} | Write \`submit Ask { … }\`: that node of the journey asks.`,
  ]);
  expect(told('submit Inner { Nobody: "x" }')).toEqual([`${problem} | Name the node of that journey which asks.`]);
  expect(told('submit Ask { Name: "x" }')).toEqual([]);
});

test("a scenario of an unknown journey is told once", () => {
  const text = `${journey}\nscenario "s" of Logn {\n  submit Aks { x: "y" }\n}\n`;
  const { diagnostics } = checkFiles([new SourceFile("a.journey", text)], {});
  expect(diagnostics.filter(({ severity }) => severity === "error").map(({ code }) => code)).toEqual([
    "unknown-journey",
  ]);
});

test("callbacks that the platform does not have are told, and what a script that runs alone cannot do", () => {
  expect(found('expect callbacks [{ type: "NameCalback" }, { type: "NameCallback" }]')).toEqual([
    '21 invalid-step: There is no callback "NameCalback" | Did you mean `NameCallback`?',
  ]);
  const text = `${journey}\nscenario "s" of script Chek {\n  expect success\n}\n`;
  const { diagnostics } = checkFiles([new SourceFile("a.journey", text)], {});
  expect(diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => message)).toEqual([
    'Script "Chek" is not at hand',
  ]);
});
