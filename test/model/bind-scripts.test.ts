import { describe, expect, test } from "vitest";
import type { FileText } from "../../src/model/bind-options.js";
import { deriveScriptId } from "../../src/model/ids.js";
import { bindReports } from "../support/bind-reports.js";
import { bindText } from "../support/read-project.js";

const readText = (path: string): FileText => ({ text: `// ${path}` });
const withScripts = (...scripts: readonly string[]) =>
  `journey J {\n  start -> failure\n\n${scripts.map((each) => `  script ${each}\n`).join("")}}\n`;
const scriptsOf = (...scripts: readonly string[]) =>
  bindText(withScripts(...scripts), { readText }).model.journeys[0]?.scripts ?? [];
const reports = (...scripts: readonly string[]) => bindReports(withScripts(...scripts), { readText });
const values = (...scripts: readonly string[]) =>
  Object.fromEntries([...(scriptsOf(...scripts)[0]?.properties ?? [])].map(([key, { value }]) => [key, value]));

/** By docs/language.md. */
const defaults = {
  context: "AUTHENTICATION_TREE_DECISION_NODE",
  default: false,
  description: null,
  evaluatorVersion: "1.0",
  language: "JAVASCRIPT",
};

describe("a script", () => {
  test("has its body from its file, and defaults for the rest", () => {
    const [script] = scriptsOf('CheckRisk { file: "a/b.js" }');
    expect(script).toMatchObject({
      name: "CheckRisk",
      title: "Check Risk",
      id: deriveScriptId("CheckRisk"),
      body: "// a/b.js",
      file: "a/b.js",
    });
    expect(values('CheckRisk { file: "a/b.js" }')).toEqual(defaults);
    expect([...(script?.properties.values() ?? [])].map(({ explicit }) => explicit)).toEqual(Array(5).fill(false));
  });

  test("has the title, id and properties that it is given", () => {
    const text = 'A "My title" { id: "x" file: "a.js" description: "d" language: absent other: 1 }';
    expect(scriptsOf(text)).toMatchObject([{ title: "My title", id: "x" }]);
    const { language, ...rest } = defaults;
    expect(values(text)).toEqual({ ...rest, description: "d", other: 1 });
  });
});

describe("a misspelt property of a script", () => {
  test.each([
    ["evaluatorversion", "2.0", "Did you mean `evaluatorVersion`?"],
    ["version", "2.0", 'Write `evaluatorVersion: "2.0"`.'],
    ["engine", "NEXT_GEN", 'Write `evaluatorVersion: "2.0"`.'],
    ["scriptEngine", "legacy", 'Write `evaluatorVersion: "1.0"`.'],
    ["engine", "rhino", "Did you mean `evaluatorVersion`?"],
    ["contxt", "LIBRARY", "Did you mean `context`?"],
    ["lang", "JAVASCRIPT", "Did you mean `language`?"],
  ])("%s: %s is told, since it has no effect", (written, value, help) => {
    expect(reports(`A { file: "a.js" ${written}: "${value}" }`)).toMatchObject([
      { code: "unknown-property", severity: "warning", at: written, help },
    ]);
  });

  test("is not taken for one that is there, and others may come from an export", () => {
    expect(reports('A { file: "a.js" evaluatorVersion: "2.0" version: "3" }')).toEqual([]);
    expect(reports('A { file: "a.js" owner: "me" }')).toEqual([]);
  });
});

describe("the context of a script that a text gives none", () => {
  const context = (...nodes: readonly string[]) => {
    const all = nodes.map((type, index) => `  node N${index}: ${type} {\n    script: S\n  }\n`).join("\n");
    const text = `journey J {\n  start -> N0\n\n${all}\n  script S {\n    file: "s.js"\n  }\n}\n`;
    const { model } = bindText(text, { readText });
    return model.journeys[0]?.scripts[0]?.properties.get("context")?.value;
  };

  test("is that of the first node that uses it", () => {
    expect(context("ConfigProvider", "ScriptedDecision")).toBe("CONFIG_PROVIDER_NODE");
    expect(context("ScriptedDecision", "ConfigProvider")).toBe("AUTHENTICATION_TREE_DECISION_NODE");
  });

  test("is the default in a type that nobody knows", () => {
    expect(context('"unknown-type"')).toBe("AUTHENTICATION_TREE_DECISION_NODE");
  });
});

describe("what is wrong is reported", () => {
  test("a name that is taken", () => {
    expect(reports('A { file: "a.js" }', 'A { file: "b.js" }')).toMatchObject([
      {
        code: "duplicate-name",
        at: "A",
        message: 'Script "A" is declared twice',
        related: ["First declared here"],
      },
    ]);
    expect(scriptsOf('A { file: "a.js" }', 'A { file: "b.js" }')).toMatchObject([{ file: "a.js" }]);
  });

  test("a script without a file, unless the text is broken there", () => {
    expect(reports("A { }")).toMatchObject([
      { code: "missing-file", at: "A", message: 'Script "A" does not name its file' },
    ]);
    expect(scriptsOf("A { }")).toMatchObject([{ body: "", file: undefined }]);
    expect(reports("A { file }").map(({ code }) => code)).not.toContain("missing-file");
  });

  test.each(["id", "file"])("%s that is no text", (key) => {
    const other = key === "id" ? 'file: "a.js"' : "";
    expect(reports(`A { ${other} ${key}: 5 }`)).toMatchObject([
      { code: "wrong-value", at: "5", message: `"${key}" must be a text` },
    ]);
    expect(reports(`A { ${other} ${key}: word }`).map(({ code }) => code)).toEqual(["misplaced-word"]);
  });

  test("a file that cannot be read", () => {
    const found = bindReports(withScripts('A { file: "a.js" }'), { readText: () => ({ problem: "it is a folder" }) });
    expect(found).toMatchObject([{ code: "unreadable-file", at: '"a.js"' }]);
    expect(found[0]?.message).toContain("it is a folder");
    expect(found[0]?.message).toContain("a.js");
    expect(bindReports(withScripts('A { file: "a.js" }'))).toMatchObject([{ code: "unreadable-file" }]);
  });
});
