import { expect, test } from "vitest";
import { applyFixes } from "../../../src/diagnostics/apply-fixes.js";
import { checkTexts, messagesOf } from "../../support/check-text.js";

const message = (name: string, locale: string, target: string) => `node ${name}: MessageNode {
    message.${locale}: "x"
    messageYes.${locale}: "x"
    messageNo.${locale}: "x"

    true, false -> ${target}
  }`;
const found = (body: string) => messagesOf("missing-locale", `journey J {\n  start -> First\n\n  ${body}\n}\n`);
const choice = 'node First: CookiePresenceDecision { cookieName: "french"\n true -> French\n false -> English }';

test("a branch for each language lacks none", () => {
  const english = `${message("English", "en", "Again")}\n${message("Again", "en", "success")}`;
  expect(found(`${choice}\n${message("French", "fr", "success")}\n${english}`)).toEqual([]);
});

test("neither does one whose branches lead back to the choice", () => {
  const english = `${message("English", "en", "Again")}\n${message("Again", "en", "First")}`;
  expect(found(`${choice}\n${message("French", "fr", "First")}\n${english}`)).toEqual([]);
});

test("a screen in another language on the way to the others does", () => {
  const all = [message("First", "fr", "Second"), message("Second", "en", "Third"), message("Third", "en", "success")];
  expect(found(all.join("\n"))).toHaveLength(3);
});

test("so does one text of a branch", () => {
  const french = message("French", "en", "success").replace("messageNo.en", "messageNo.fr");
  expect(found(`${choice}\n${french}\n${message("English", "en", "success")}`)).toHaveLength(1);
});

test("a language that is called by its name has no text", () => {
  expect(found(message("First", "english", "success"))[0]).toBe(
    '"message" of node "First" has a text in "english", which is no code of a language',
  );
});

test.each(["default", "fallback", "other", '"*"', "_"])("the text of everybody has a language: %s", (written) => {
  const text = (locale: string) =>
    `journey J {\n  start -> First\n\n  node First: MessageNode {\n    message: { ${locale}: "Hello", es: "Hola" }\n    messageYes: { en: "Yes", es: "Sí" }\n    messageNo: { en: "No", es: "No" }\n\n    true, false -> failure\n  }\n}\n`;
  const [found, ...others] = checkTexts(text(written)).filter(({ code }) => code === "missing-locale");
  expect(others).toEqual([]);
  expect([found?.severity, found?.help]).toEqual([
    "warning",
    "Write `message.en`: the text that everybody gets stands under a language, too.",
  ]);
  const [mended] = applyFixes(found === undefined ? [] : [found]);
  expect(mended?.text.replace('"en"', "en")).toBe(text("en"));
});
