import { expect, test } from "vitest";
import { checkTexts } from "../support/check-text.js";

test.each(["{{shop}}", "{{ shop }}", "#{shop}", "%shop%", "$shop", "$(shop)"])(
  "a parameter as %s is a warning at these marks",
  (marks) => {
    const text = `param shop = "Books"\njourney J {\n  description: "Customers of ${marks}"\n  start -> failure\n}`;
    const found = checkTexts(text).filter(({ code }) => code === "unused-param");
    expect(found.map(({ severity, help, place: { source, range } }) => [severity, help, source.slice(range)])).toEqual([
      ["warning", `Write \`\${shop}\` for its value.`, marks],
    ]);
  },
);

test("a parameter that nothing names is a note where it is declared", () => {
  const found = checkTexts('param shop = "Books"\njourney J {\n  start -> failure\n}');
  expect(found.filter(({ code }) => code === "unused-param").map(({ severity }) => severity)).toEqual(["info"]);
});
