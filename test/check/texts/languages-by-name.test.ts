import { expect, test } from "vitest";
import { languageByName } from "../../../src/check/texts/languages-by-name.js";

test("languages that are called by a name, or by a code of three letters", () => {
  const meant = ["english", "English", "German", "deutsch", "français", "eng", "deu"].map(languageByName);
  expect(meant).toEqual(["en", "en", "de", "de", "fr", "en", "de"]);
});

test("codes, and words that are no language, are left alone", () => {
  for (const right of ["en", "en-US", "en_US", "de-CH", "gsw", "fil", "default", "x"])
    expect(languageByName(right)).toBeUndefined();
});
