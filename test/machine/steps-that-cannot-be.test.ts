import { expect, test } from "vitest";
import { checkFiles } from "../../src/compile/compile.js";
import { SourceFile } from "../../src/text/source-file.js";

const checkText = (text: string) => checkFiles([new SourceFile("a.journey", text)], {}).diagnostics;

const journey = `journey Reset {
  start -> Form
  page Form { node Mail: AttributeCollector { attributesToCollect: ["mail"] required: true identityAttribute: "mail" } -> Find }
  node Find: IdentifyExistingUser { identifier: "userName" identityAttribute: "mail" true -> Send false -> Send }
  node Send: EmailSuspend { emailTemplateName: "reset" emailAttribute: "mail" objectLookup: true -> success }
}
`;
const told = (steps: string) =>
  checkText(
    `${journey}scenario "resets" of Reset {\n  given user { userName: "ada", mail: "ada@example.com" }\n  ${steps}\n}\n`,
  )
    .filter(({ code }) => /step|expectation|attribute$|unknown-node/.test(code))
    .map(({ code, help }) => [code, help]);

test("a suspended journey ends only when its link has been followed", () => {
  expect(told('submit Form { mail: "ada@example.com" }\n  expect suspended\n  resume\n  expect success')).toEqual([]);
  expect(told('submit Form { mail: "ada@example.com" }\n  expect suspended\n  expect success')).toEqual([
    ["impossible-step", "Write `resume` before it."],
  ]);
});

test.each([
  ["failure", "Write `expect failure` as a step of its own."],
  ["success", "Write `expect success` as a step of its own."],
  ["start", "Begin with the first node."],
])("a path has no %s", (end, help) => {
  expect(told(`submit Form { mail: "ada@example.com" }\n  expect path [Form, Find.true, Send, ${end}]`)).toEqual([
    ["invalid-step", help],
  ]);
});

test("a node that the journey has not is told with those at which it asks", () => {
  expect(told('submit Sign { mail: "ada@example.com" }')).toEqual([
    ["unknown-node", "Users are asked at `Form`, `Send`."],
  ]);
});

test("a user of a scenario has attributes, and `username` is none, whatever scripts call so", () => {
  const steps = `${journey}scenario "resets" of Reset {\n  given user { username: "ada", mail: "ada@example.com" }\n}\n`;
  expect(checkText(steps).map(({ code, help }) => [code, help])).toContainEqual([
    "misspelt-attribute",
    'Did you mean "userName"?',
  ]);
});
