import { expect, test } from "vitest";
import { checkTexts } from "../support/check-text.js";

function codesOf(text: string): readonly string[] {
  return checkTexts(text).map(({ code }) => code);
}

const ask = "  start -> Ask\n\n";

test("a line with a syntax error gets no other finding", () => {
  const text = `journey Login {\n  start -> Ask\n  node Ask here: UsernameCollector {\n    -> success\n  }\n}\n`;
  expect(codesOf(text)).toEqual(["syntax-error"]);
});

test("a name that a broken declaration may have had is not reported as unknown", () => {
  const declaration = "  node My.Ask: UsernameCollector {\n    -> success\n  }\n";
  expect(codesOf(`journey Login {\n${ask}${declaration}}\n`)).toEqual(["syntax-error"]);
  const whole = "  node Other: UsernameCollector {\n    -> success\n  }\n";
  expect(codesOf(`journey Login {\n${ask}${whole}}\n`)).toContain("unresolved-target");
});

test("of two nodes of one name, the missing name is no second mistake", () => {
  const node = "  node Find: UsernameCollector {\n    -> success\n  }\n";
  expect(codesOf(`journey Login {\n${ask}${node}${node}}\n`)).toEqual(["duplicate-name"]);
});

test("errors on other lines stay", () => {
  const text = `journey Login {
  start -> Ask

  node Ask: MessageNode {
    message "Go on?"

    true -> sucess
    false -> nowhere
  }
}
`;
  expect(codesOf(text)).toEqual(["syntax-error", "unresolved-target", "unresolved-target"]);
});

test("a misspelt property explains the locale that seems to be missing", () => {
  const text = `journey Login {
  start -> Ask

  page Ask {
    PageHeader: "Sign in"
    pageHeader.de: "Anmelden"
    pageDescription: { en: "Who are you?", de: "Wer sind Sie?" }

    node Name: UsernameCollector

    -> Tell
  }

  node Tell: MessageNode {
    message: { en: "Welcome", de: "Willkommen" }

    true, false -> success
  }
}
`;
  expect(codesOf(text)).toContain("unknown-property");
  expect(codesOf(text)).not.toContain("missing-locale");
  expect(codesOf(text.replace("PageHeader", "whatever"))).toContain("missing-locale");
});
