import { expect, test } from "vitest";
import { checkTexts, messagesIn } from "../../support/check-text.js";

const found = (stage: string) =>
  messagesIn(
    "broken-stage",
    checkTexts(`journey Login {
  start -> Ask

  page Ask {
    stage: ${JSON.stringify(stage)}

    node Name: UsernameCollector

    -> failure
  }
}
`),
  );

test.each([
  ["a brace is missing", '{"themeId":"a","submitButtonText":{"en":"Go on"}'],
  ["a brace is too much", '{"themeId":"a"}}'],
  ["a comma is missing", '{"themeId":"a" "pageFooter":{"en":"b"}}'],
  ["single quotes", "{'themeId':'a'}"],
])("%s", (_what, stage) => {
  expect(found(stage)).toEqual([expect.stringMatching(/^The JSON in `stage` of "Ask" cannot be read: /) as string]);
});

test.each([
  ["JSON", ' {"themeId": "a", "pageFooter": {"en": "b"}}'],
  ["an empty object", "{}"],
  ["a plain name", "OTP_Decision"],
  ["a theme", "themeId=a-b"],
  ["a name in braces", "{login}"],
  ["JSON that is complete only on the tenant", '{"themeId":"a", &{esv.stage.rest}'],
])("%s is not told", (_what, stage) => {
  expect(found(stage)).toEqual([]);
});
