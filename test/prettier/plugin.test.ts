import { check, format, getSupportInfo } from "prettier";
import { describe, expect, it } from "vitest";
import * as plugin from "../../src/prettier/index.js";
import { formatText } from "../format/format-text.js";
import { readRepositoryFile } from "../support/import-support.js";

const untidy = `/* Who may come in. */
journey Guard { // reviewed in May
  node Check: DataStoreDecision {
    // Both ways: never reveal whether the account exists.
    true, /* unknown user */ false -> success // no failure page

    // TODO: count attempts
  }
  start -> Check // the only node
}
`;

const options = { parser: "journey", plugins: [plugin] };

describe("the Prettier plugin", () => {
  it("formats as journeyc fmt does, with all comments", async () => {
    const text = await format(untidy, options);
    expect(text).toBe(formatText(untidy));
    for (const comment of [
      "Who may come in.",
      "reviewed in May",
      "unknown user",
      "no failure page",
      "TODO",
      "only node",
    ]) {
      expect(text).toContain(comment);
    }
    expect(await format(text, options)).toBe(text);
    expect(await check(text, options)).toBe(true);
    expect(await check(untidy, options)).toBe(false);
  });

  it.each(["login/Login", "registration/Registration", "reset-password/ResetPassword"])(
    "formats the example %s",
    async (name) => {
      const text = readRepositoryFile(`examples/${name}.journey`);
      expect(await format(text, { ...options, filepath: "a.journey" })).toBe(formatText(text));
    },
  );

  it("is found by the ending of a file, and by the name of a block in Markdown", async () => {
    const { languages } = await getSupportInfo({ plugins: [plugin] });
    expect(languages.find(({ name }) => name === "Journey")?.extensions).toEqual([".journey"]);
    const byFile = await format("journey A { start->success }", { filepath: "a.journey", plugins: [plugin] });
    expect(byFile).toBe("journey A {\n  start -> success\n}\n");
    const markdown = await format("```journey\njourney A { start->success }\n```\n", {
      parser: "markdown",
      plugins: [plugin],
    });
    expect(markdown).toBe("```journey\njourney A {\n  start -> success\n}\n```\n");
  });

  it("ends lines as Prettier is told to, and keeps what texts hold", async () => {
    const text =
      'journey A {\r\n  description: """\r\n    one\r\n    two\r\n    """\r\n\r\n  start -> success\r\n}\r\n';
    const lf = text.replaceAll("\r\n", "\n");
    expect(await format(text, options)).toBe(lf);
    expect(await format(lf, { ...options, endOfLine: "crlf" })).toBe(text);
    expect(await format(text, { ...options, endOfLine: "auto" })).toBe(text);
    // A byte order mark is Prettier's own affair: it keeps one for every language.
    expect(await format(`\uFEFF${lf}`, options)).toBe(`\uFEFF${lf}`);
  });

  it("leaves what stands below prettier-ignore as it is, as journeyc fmt does", async () => {
    const node = "node  Check : T {\n   x: 1;\n\n\n true->success }".replace(";", "");
    const text = `journey A {\n  // prettier-ignore\n  ${node}\n  start->Check\n}\n`;
    const kept = `journey A {\n  start -> Check\n\n  // prettier-ignore\n  ${node}\n}\n`;
    expect(await format(text, options)).toBe(kept);
    expect(formatText(text)).toBe(kept);
    expect(await format(kept, options)).toBe(kept);
    const windows = kept.replaceAll("\n", "\r\n");
    expect(await format(windows, { ...options, endOfLine: "crlf" })).toBe(windows);
  });

  it("leaves broken text alone and says where it is broken", async () => {
    const broken = "journey A {\n  start -> success\n  foo: \n";
    const error = await format(broken, options).then(
      () => undefined,
      (reason: unknown) => reason as SyntaxError & { loc: unknown; codeFrame: string },
    );
    expect(error).toBeInstanceOf(SyntaxError);
    expect(error?.message).toMatch(/\(\d+:\d+\)/);
    expect(error?.loc).toMatchObject({ start: { line: expect.any(Number), column: expect.any(Number) } });
  });

  it("draws the place where the text holds what only Prettier takes for an end of line", async () => {
    const broken =
      'journey R{r:""e:[""]start->A page l{n:""node E:o{d\u2028:s}node r:e{r:""->n\n}node k:E{\nme: "reord"\ne:d{';
    const error = await format(broken, options).then(
      () => undefined,
      (reason: unknown) => reason as SyntaxError & { codeFrame: string },
    );
    expect(error).toBeInstanceOf(SyntaxError);
    expect(error?.codeFrame).toContain("^");
  });

  it("knows no option of its own, and none of Prettier's changes the form", async () => {
    const wild = { ...options, tabWidth: 8, useTabs: true, printWidth: 20, semi: false };
    expect(await format(untidy, wild)).toBe(formatText(untidy));
  });
});
