import { describe, expect, it } from "vitest";
import { emptyConfiguration, valuesIn } from "../../src/configuration/configuration.js";
import { readConfigurationText } from "../../src/configuration/read-configuration.js";
import { SourceFile } from "../../src/text/source-file.js";

function read(text: string) {
  const source = new SourceFile("journey.config.json", text);
  const { configuration, diagnostics } = readConfigurationText(source);
  return {
    configuration,
    found: diagnostics.map(({ code, message, help, place }) => ({
      code,
      message,
      help,
      at: source.slice(place.range),
    })),
  };
}

describe("readConfigurationText", () => {
  it("reads every setting", () => {
    const { configuration, found } = read(`{
      "include": ["journeys"], "outDir": "out", "targets": ["machine"], "realm": "bravo", "params": { "host": "a" },
      "environments": { "prod": { "realm": "alpha", "params": { "host": "b", "more": 1 } } },
      "defaultLocale": "de", "nodeTypes": ["types.json"], "journeys": { "external": ["Other"] }, "simulate": { "users": [] },
      "rules": { "unknown-node-type": { "severity": "off", "reason": "ours" } }, "export": { "nodeVersions": false }
    }`);
    expect(found).toEqual([]);
    const { silenced, paramPlaces, ...settings } = configuration;
    expect(paramPlaces.map(({ name, place }) => [name, place.source.positionAt(place.range.start).line])).toEqual([
      ["host", 2],
      ["host", 3],
      ["more", 3],
    ]);
    expect([...silenced].map(([code, { source, range }]) => [code, source.slice(range)])).toEqual([
      ["unknown-node-type", '"unknown-node-type"'],
    ]);
    expect(settings).toEqual({
      include: ["journeys"],
      outDir: "out",
      targets: ["machine"],
      values: { realm: "bravo", params: new Map([["host", "a"]]) },
      environments: new Map([
        [
          "prod",
          {
            realm: "alpha",
            params: new Map<string, unknown>([
              ["host", "b"],
              ["more", 1],
            ]),
          },
        ],
      ]),
      defaultLocale: "de",
      severities: new Map([["unknown-node-type", "off"]]),
      setAside: [],
      nodeTypes: ["types.json"],
      externalJourneys: new Set(["Other"]),
      simulate: { users: [] },
      exportOptions: { nodeVersions: false },
    });
    expect(valuesIn(configuration, configuration.environments.get("prod"))).toEqual({
      realm: "alpha",
      params: new Map<string, unknown>([
        ["host", "b"],
        ["more", 1],
      ]),
    });
  });

  it("reports an unknown setting at its name, with the nearest one", () => {
    expect(read('{ "inclde": [], "export": { "nodeVersion": true }, "zzz": 1 }').found).toEqual([
      {
        code: "unknown-setting",
        message: 'There is no setting "inclde"',
        help: 'Did you mean "include"?',
        at: '"inclde"',
      },
      {
        code: "unknown-setting",
        message: 'There is no setting "export.nodeVersion"',
        help: 'Did you mean "nodeVersions"?',
        at: '"nodeVersion"',
      },
      {
        code: "unknown-setting",
        message: 'There is no setting "zzz"',
        help: "docs/configuration.md lists all settings.",
        at: '"zzz"',
      },
    ]);
  });

  it("silences nothing without a reason, and no error at all", () => {
    const messages = (rules: string) => read(`{ "rules": ${rules} }`).found.map(({ message }) => message);
    expect(messages('{ "unreachable-node": { "severity": "off", "reason": "kept for later" } }')).toEqual([]);
    expect(messages('{ "unreachable-node": "info" }')).toEqual([]);
    for (const rule of ['"off"', '{ "severity": "off" }', '{ "severity": "off", "reason": " " }']) {
      expect(messages(`{ "unreachable-node": ${rule} }`)).toEqual([
        'Setting "rules.unreachable-node" must be { "severity": "off", "reason": "…" }: silence needs a reason',
      ]);
    }
    expect(messages('{ "unresolved-target": { "severity": "off", "reason": "later" } }')).toEqual([
      'Setting "rules.unresolved-target" must be left alone: what an error reports does not work on the platform',
    ]);
  });

  it.each([
    ["/alpha", "alpha"],
    ["alpha/", "alpha"],
    ["realms/root/realms/bravo", "bravo"],
    ["Alpha", "alpha"],
    ["alpha_user", "alpha"],
    ["managed/alpha_user", "alpha"],
    ["/staff", "staff"],
  ])("wants the name of a realm alone: %s", (written, right) => {
    const told = { code: "invalid-setting", at: JSON.stringify(written), help: `Write "${right}".` };
    expect(read(JSON.stringify({ realm: written })).found).toMatchObject([told]);
    expect(read(JSON.stringify({ environments: { prod: { realm: written } } })).found).toMatchObject([told]);
  });

  it.each(["alpha", "bravo", "staff", "/", "staff/north"])("takes a realm %s", (realm) => {
    expect(read(JSON.stringify({ realm })).found).toEqual([]);
  });

  it("reports wrong values where they stand", () => {
    expect(read('{ "targets": ["export", "machin"], "outDir": 1, "include": "a" }').found).toMatchObject([
      {
        code: "invalid-setting",
        message: 'Setting "targets[1]" must be "export", "machine", "types", "frconfig", "folder" or "mermaid"',
        help: 'Did you mean "machine"?',
        at: '"machin"',
      },
      { code: "invalid-setting", message: 'Setting "outDir" must be a string', at: "1" },
      { code: "invalid-setting", message: 'Setting "include" must be a list of strings', at: '"a"' },
    ]);
  });

  it("reports codes of rules that do not exist, keys given twice, and text that is not JSON", () => {
    expect(read('{ "rules": { "unknown-node-typ": "off" } }').found).toMatchObject([
      { code: "unknown-setting", help: 'Did you mean "unknown-node-type"?', at: '"unknown-node-typ"' },
    ]);
    expect(read('{ "realm": "a", "realm": "b" }').found).toMatchObject([{ code: "duplicate-setting", at: '"realm"' }]);
    expect(read('{ "realm": "a", }').found).toMatchObject([{ code: "invalid-configuration", at: "," }]);
    expect(read("[]").found).toMatchObject([{ code: "invalid-configuration" }]);
  });

  it("takes hostile keys for unknown settings", () => {
    const { configuration, found } = read(
      '{ "__proto__": { "realm": "x" }, "constructor": 1, "params": { "__proto__": "p" } }',
    );
    expect(found.map(({ at }) => at)).toEqual(['"__proto__"', '"constructor"']);
    expect(configuration).toBe(emptyConfiguration);
    expect(read('{ "params": { "__proto__": "p" } }').configuration.values.params.get("__proto__")).toBe("p");
  });
});
