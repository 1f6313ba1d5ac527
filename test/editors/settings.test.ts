import { spawnSync } from "node:child_process";
import { parse as parseToml } from "smol-toml";
import { describe, expect, it } from "vitest";
import { LanguageClient } from "../support/language-client.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { withJourneyc } from "./journeyc-on-path.js";
import { settingsOf } from "./settings-of-editors.js";

// Neovim and Emacs are started with their settings in tests of their own. Of the others, the settings are read as the editors
// read them, and what they start is started.

const text = `journey Login {
  start -> Decide

  node Decide: DataStoreDecision {
    true -> succes
    false -> failure
  }
}
`;

/** Starts a server by its command, as a user's shell finds it, and expects a finding. */
async function expectServer(command: readonly string[]): Promise<void> {
  const folder = temporaryFolder({ "login.journey": text });
  const client = await LanguageClient.start({ folder, command, environment: withJourneyc(folder) });
  client.open("login.journey", text);
  expect((await client.diagnostics("login.journey")).map(({ code }) => code)).toEqual(["unresolved-target"]);
  expect(await client.stop()).toBe(0);
}

describe("Helix", () => {
  interface Settings {
    readonly "language-server": Readonly<
      Record<string, { readonly command: string; readonly args: readonly string[] }>
    >;
    readonly language: readonly (Readonly<Record<string, unknown>> & {
      readonly "language-servers": readonly string[];
    })[];
  }
  const settings = parseToml(settingsOf("Helix", "toml")[0]?.text ?? "") as unknown as Settings;
  /** The keys of a language in Helix's book, chapter "Languages"; Helix refuses others. */
  const documented = new Set([
    ...["name", "language-id", "scope", "injection-regex", "file-types", "shebangs", "roots", "auto-format"],
    ...["diagnostic-severity", "comment-tokens", "block-comment-tokens", "indent", "language-servers", "grammar"],
    ...["formatter", "soft-wrap", "text-width", "rulers", "path-completion", "word-completion"],
    ...["workspace-lsp-roots", "persistent-diagnostic-sources"],
  ]);

  it("knows all keys of the settings", () => {
    expect(Object.keys(settings).sort()).toEqual(["language", "language-server"]);
    const keys = settings.language.flatMap((language) => Object.keys(language));
    expect(keys.filter((key) => !documented.has(key))).toEqual([]);
    expect(settings.language.map((language) => language["file-types"])).toEqual([["journey"]]);
  });

  it("starts the server of the language", async () => {
    const [name = ""] = settings.language[0]?.["language-servers"] ?? [];
    const { command, args, ...others } = settings["language-server"][name]!;
    expect(others).toEqual({});
    await expectServer([command, ...args]);
  });
});

describe("JetBrains", () => {
  interface Template {
    readonly id: string;
    readonly name: string;
    readonly programArgs: { readonly default: string; readonly windows: string };
    readonly fileTypeMappings: readonly object[];
  }
  const template = JSON.parse(settingsOf("JetBrains", "json")[0]?.text ?? "") as Template;

  it("is given a template of LSP4IJ", () => {
    expect(Object.keys(template).sort()).toEqual(["fileTypeMappings", "id", "name", "programArgs"]);
    const fileType = { name: "Journey", patterns: ["*.journey"] };
    expect(template.fileTypeMappings).toEqual([{ fileType, languageId: "journey" }]);
  });

  it("starts the server", async () => {
    const { default: line, windows } = template.programArgs;
    const [, command = ""] = /^sh -c "([^"]*)"$/.exec(line) ?? [];
    await expectServer(["sh", "-c", command]);
    expect(windows).toBe(command.replace("journeyc", "journeyc.cmd"));
  });
});

it("Zed's tasks run", () => {
  const tasks = JSON.parse(settingsOf("Zed", "json")[0]?.text ?? "") as readonly {
    readonly label: string;
    readonly command: string;
    readonly args: readonly string[];
  }[];
  const folder = temporaryFolder({ "login.journey": text.replace("succes", "success") });
  const env = withJourneyc(folder);
  const runs = tasks.map(({ label, command, args, ...others }) => {
    const { status } = spawnSync(command, args, { cwd: folder, env });
    return [label, status, others];
  });
  expect(runs).toEqual([
    ["Check journeys", 0, {}],
    ["Format journeys", 0, {}],
  ]);
});
