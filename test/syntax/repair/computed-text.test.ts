import { describe, expect, test } from "vitest";
import { applyFixes } from "../../../src/diagnostics/apply-fixes.js";
import { parse } from "../../../src/syntax/parse.js";
import { computedText } from "../../../src/syntax/repair/computed-text.js";
import { SourceFile } from "../../../src/text/source-file.js";

test.each([
  ['home.concat("/start")', `\${home}/start`],
  ['"https://".concat(host, "/", path)', `https://\${host}/\${path}`],
  ['concat(home, "/start")', `\${home}/start`],
  ['"%s/start" % home', `\${home}/start`],
  ['"%s/%s" % (home, page)', `\${home}/\${page}`],
  ['format("%s/start", home)', `\${home}/start`],
  ['String.format("%s/%s", home, page)', `\${home}/\${page}`],
  ['fmt.Sprintf("%v/start", home)', `\${home}/start`],
  ['"{}/start".format(home)', `\${home}/start`],
  ['"{1}/{0}".format(page, home)', `\${home}/\${page}`],
  ['join("/", home, "start")', `\${home}/start`],
  ['param.home + "/start"', `\${home}/start`],
  ['var.home + "/" + page', `\${home}/\${page}`],
  ['f"{home}/start"', `\${home}/start`],
  ['$"{home}/start"', `\${home}/start`],
  [`\${home}/start`, `\${home}/start`],
  [`\${ param.home }/start`, `\${home}/start`],
  [`"https://x.example.com/" \${home}`, `https://x.example.com/\${home}`],
  [`\`\${home}\` + "/start"`, `\${home}/start`],
  [`\${home} + '/it\\'s'`, `\${home}/it's`],
  [`\${home} + '/"a"'`, `\${home}/\\"a\\"`],
])("a text that is computed elsewhere: %s", (value, text) => {
  expect(computedText(value)?.text).toBe(text);
});

test.each([
  '"a" + "b"',
  "home",
  '"plain"',
  "'plain'",
  "`plain`",
  `\${home}`,
  "b'plain'",
  '$"plain"',
  "env(NAME)",
  "format()",
  'concat("a"',
  '"%s" %',
  "home.length",
  '["a", home].join("/")',
  `\${home} ? 1 : 2`,
])("what is none, or is told otherwise: %s", (value) => {
  expect(computedText(value)).toBeUndefined();
});

describe("in a journey", () => {
  const right = `param home = "https://www.example.com"

journey Login {
  start -> Home

  node Home: SetSuccessUrl {
    successUrl: "\${home}/start"

    -> success
  }
}
`;
  const written = (value: string) =>
    parse(
      new SourceFile(
        "login.journey",
        right.replace(/"\$.*"/, () => value),
      ),
    ).diagnostics;

  test.each([
    'home.concat("/start")',
    '"%s/start" % home',
    'format("%s/start", home)',
    `\${home}/start`,
    'param.home + "/start"',
  ])("%s is one finding, and its fix writes the text", (value) => {
    const diagnostics = written(value);
    expect(diagnostics.map(({ code, help }) => [code, help])).toEqual([
      ["foreign-spelling", `Write \`"\${home}/start"\`.`],
    ]);
    expect(applyFixes(diagnostics)[0]?.text).toBe(right);
  });

  test("a parameter that nothing declares has no fix", () => {
    const [found] = written('host.concat("/start")');
    expect([found?.help, found?.fixes]).toEqual([
      `Nothing is computed here: write \`"\${host}/start"\`, and \`param host = "…"\` at the top of the file.`,
      [],
    ]);
  });
});
