import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { soundnessOf } from "../../src/check/soundness.js";
import { readConfigurationText } from "../../src/configuration/read-configuration.js";
import { configurationCodes } from "../../src/diagnostics/codes/configuration.js";
import { type Code, codes } from "../../src/diagnostics/codes.js";
import { readRulePage } from "../../src/project/rule-page.js";
import { SourceFile } from "../../src/text/source-file.js";

const page = (code: string) => join(import.meta.dirname, "..", "..", "docs", "rules", `${code}.md`);

describe("docs/rules", () => {
  it.each(Object.keys(codes))("%s has a page that explain can use", (code) => {
    expect(existsSync(page(code))).toBe(true);
    const markdown = readFileSync(page(code), "utf8");
    expect(markdown.startsWith(`# ${code}\n`)).toBe(true);
    const { what, soundness, wrong, right } = readRulePage(markdown);
    expect(what).toMatch(/[.!?]$/);
    const first = { proves: /^Proves/, "may-miss": /^May miss/, "may-overreport": /^May overreport/ };
    const kind = soundnessOf(code as Code);
    if (kind !== undefined) expect(soundness).toMatch(first[kind]);
    expect([what, wrong?.text, right?.text].every((part) => part !== undefined && part !== "")).toBe(true);
  });

  /** These do not come from reading a configuration; `commands.test.ts` has them. */
  const others = [
    "unreadable-file",
    "unused-rule-setting",
    "unused-param-setting",
    "unread-configuration",
    "stale-baseline",
  ];
  it.each(Object.keys(configurationCodes).filter((code) => !others.includes(code)))(
    "the examples of %s are true",
    (code) => {
      const { wrong, right } = readRulePage(readFileSync(page(code), "utf8"));
      const found = (text = "") =>
        readConfigurationText(new SourceFile("journey.config.json", text)).diagnostics.map(
          (diagnostic) => diagnostic.code,
        );
      expect(found(wrong?.text)).toEqual([code]);
      expect(found(right?.text)).toEqual([]);
    },
  );
});
