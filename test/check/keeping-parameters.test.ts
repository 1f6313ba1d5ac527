// biome-ignore-all lint/suspicious/noTemplateCurlyInString: texts of journeys
import { describe, expect, test } from "vitest";
import { lookUpType, typeIds, versionOf } from "../../src/catalogue/catalogue.js";
import { checkFiles } from "../../src/compile/compile.js";
import { applyFixes } from "../../src/diagnostics/apply-fixes.js";
import { SourceFile } from "../../src/text/source-file.js";

const findings = (text: string) => checkFiles([new SourceFile("a.journey", text)], {}).diagnostics;

function mended(text: string): string {
  let now = text;
  for (let pass = 0; pass < 3; pass++) now = applyFixes(findings(now))[0]?.text ?? now;
  return now;
}

const journey = (param: string, setting: string, type = "OneTimePasswordSmsSender") => `${param}

journey Recovery {
  start -> Send
  node Send: ${type} {
    ${setting}
  }
}
`;

describe("what is wrong around a parameter", () => {
  test.each([
    ["host", 'host = "mail.lindner.example"', 'hostName: "smtp://${host}"', 'hostName: "${host}"'],
    ["host", 'host = "mail.lindner.example"', 'hostName: "${host}:587"', 'hostName: "${host}"'],
    ["domain", 'domain = "lindner.example"', 'hostName: "smtp://mail.${domain}/"', 'hostName: "mail.${domain}"'],
  ])("is mended where the parameter stands: %s in %s, %s", (_name, param, wrong, right) => {
    expect(mended(journey(`param ${param}`, wrong))).toContain(`    ${right}\n`);
  });

  test("keeps the parameter in each of several texts", () => {
    const wrong = 'primaryServers: ["ldaps://${first}, ldaps://${second}"]';
    const params = 'param first = "one.example:636"\nparam second = "two.example:636"';
    expect(mended(journey(params, wrong, "LdapDecision"))).toContain('primaryServers: ["${first}", "${second}"]');
  });

  test("is told with the parameter in the help", () => {
    const text = journey('param host = "mail.lindner.example"', 'hostName: "smtp://${host}"');
    expect(findings(text).find(({ code }) => code === "wrong-value-type")?.help).toBe('Write `"${host}"`.');
  });

  test("is not mended where the value is not seen in what is meant", () => {
    const text = journey('param start = "smtp://mail"', 'hostName: "${start}.lindner.example"');
    expect(mended(text)).toBe(text);
    expect(findings(text).find(({ code }) => code === "wrong-value-type")?.help).toBe(
      'Correct what stands around `${start}` (now "smtp://mail"), or the parameter itself.',
    );
  });

  test("keeps the realm of an identity resource", () => {
    const text = 'journey Login {\n  identityResource: "managed/${realm}_usr"\n  start -> failure\n}\n';
    expect(mended(text)).toContain('identityResource: "managed/${realm}_user"');
  });
});

describe("in each setting of each node type", () => {
  const nodes = typeIds().flatMap((id, index) => {
    const type = lookUpType(id);
    const properties = (type && versionOf(type, type.defaultVersion)?.properties) ?? [];
    return properties.length === 0 ? [] : [{ id, name: `N${index}`, properties: properties.map(({ name }) => name) }];
  });
  const texts = [
    ["host.example.com", "https://${part}/a"],
    ["host.example.com", " ${part} "],
    ["host.example.com", "${part}"],
    ["5", "${part} minutes"],
    ["5", "${part}"],
    ["true", "${part}"],
    ["username", "managed/${part}"],
    ["username", "${part}, other"],
    ["username", "{{${part}}}"],
    ["#ff", "${part}0000 "],
    ["esv-mail-host", "&{${part}}"],
  ] as const;

  test.each(texts)("%s in %s stays a parameter", (value, written) => {
    const bodies = nodes.map(({ id, name, properties }) => {
      const lines = properties.map((property) => `    ${property}: ${JSON.stringify(written)}\n`);
      return `  node ${name}: ${id} {\n${lines.join("")}  }\n`;
    });
    const text = `param part = ${JSON.stringify(value)}\n\njourney Login {\n  start -> ${nodes[0]!.name}\n${bodies.join("")}}\n`;
    const uses = (of: string) => of.split("${part}").length;
    expect(uses(mended(text))).toBe(uses(text));
  });
});
