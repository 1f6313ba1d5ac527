import { expect, test } from "vitest";
import { checkFiles } from "../../src/compile/compile.js";
import { SourceFile } from "../../src/text/source-file.js";

const journey = `journey Reset {
  start -> Ask

  page Ask {
    node Mail: AttributeCollector {
      attributesToCollect: ["mail"]
      identityAttribute: "mail"
    }

    -> Send
  }

  node Send: EmailSuspend {
    emailTemplateName: "reset"

    -> Word
  }

  page Word {
    node Password: ValidatedPassword

    -> Save
  }

  node Save: PatchObject {
    identityAttribute: "mail"

    PATCHED -> success
    FAILURE -> failure
  }
}
`;

function found(...steps: readonly string[]): readonly string[] {
  const text = `${journey}\nscenario "s" of Reset {\n${steps.map((step) => `  ${step}\n`).join("")}}\n`;
  const { diagnostics } = checkFiles([new SourceFile("a.journey", text)], {});
  const steppings = diagnostics.filter(({ code }) => code === "impossible-step" || code === "invalid-step");
  return steppings.map(({ message, help }) => `${message} | ${help}`);
}

const mail = 'submit Ask { mail: "a@example.com" }';
const word = 'submit Word { Password: "New-passw0rd" }';

test("a right order has no finding, nor has a page that asks again", () => {
  expect(found(mail, "expect suspended", "wait 5m", "resume", word, "expect success")).toEqual([]);
  expect(found(mail, "resume", word, word, "expect success")).toEqual([]);
  expect(found("stub Send -> outcome", mail, word, "expect success")).toEqual([]);
});

test("a suspended journey takes no answers, whether or not the scenario says that it is suspended", () => {
  expect(found(mail, "expect suspended", word)).toEqual([
    "Cannot submit Word: the journey is suspended | Write `resume` before it.",
  ]);
  expect(found(mail, word)).toEqual([
    "Cannot submit Word: the journey is suspended before it | Write `resume` before it.",
  ]);
});

test("nothing is answered or resumed behind the end, nor resumed where a node waits", () => {
  expect(found(mail, "resume", word, "expect success", word)).toEqual([
    "Cannot submit Word: the journey has ended | Write the steps before its end.",
  ]);
  expect(found(mail, "resume", word, "expect failure", "resume")).toEqual([
    "Cannot resume: the journey has ended | Only a suspended journey is resumed.",
  ]);
  expect(found("expect at Ask", "resume")).toEqual([
    'Cannot resume: the journey waits at "Ask" | Only a suspended journey is resumed.',
  ]);
});

test("answers come in the order of the journey", () => {
  expect(found(mail, "resume", word, mail)).toEqual([
    'Cannot submit Ask: no way leads there from "Word" | Answer the nodes in the order in which the journey comes to them.',
  ]);
  expect(found("expect at Ask", word)).toEqual([
    'Cannot submit Word: the journey waits at "Ask" | Answer `Ask` first.',
  ]);
});

test("the setting that names an attribute is no input", () => {
  expect(found(mail, "resume", 'submit Word { password: "New-passw0rd" }')).toEqual([
    '"Word" does not ask for "password" | Did you mean `Password`?',
  ]);
});

test("a suspended journey comes nowhere, whatever stands between: the first step that expects it elsewhere is told", () => {
  expect(found(mail, "wait 5m", "expect at Word", word, "expect success")).toEqual([
    "Cannot expect at Word: the journey is suspended before it | Write `resume` before it.",
  ]);
  expect(found(mail, "expect suspended", "expect at Word", word)).toEqual([
    "Cannot expect at Word: the journey is suspended before it | Write `resume` before it.",
  ]);
  expect(found(mail, "expect at Send", word)).toEqual([
    "Cannot submit Word: the journey is suspended | Write `resume` before it.",
  ]);
  expect(found(mail, 'expect email { to: "a@example.com" }', "expect success")).toEqual([
    "Cannot expect success: the journey is suspended before it | Write `resume` before it.",
  ]);
  expect(found(mail, "expect failure")).toEqual([
    "Cannot expect failure: the journey is suspended before it | Write `resume` before it.",
  ]);
});

test("an expectation is right where the journey may be without its link, or may have got one before", () => {
  expect(found(mail, "expect at Send", "resume", "expect at Word", word, "expect success")).toEqual([]);
  expect(found("stub Send -> outcome", mail, "expect at Word", word, "expect success")).toEqual([]);
  expect(found(mail, "wait 2d", "resume", "expect error")).toEqual([]);
  expect(found("wait 2h", mail, "expect failure")).toEqual([]);
  expect(found("expect at Ask", mail)).toEqual([]);
});
