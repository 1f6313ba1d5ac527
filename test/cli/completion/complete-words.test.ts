import { describe, expect, it } from "vitest";
import { typeIds } from "../../../src/catalogue/catalogue.js";
import { commands } from "../../../src/cli/commands/index.js";
import { codes } from "../../../src/diagnostics/codes.js";
import { runCommand } from "../../support/fake-host.js";
import { gitFolder } from "../../support/git-folder.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

const project = {
  "journeys/a.journey": 'journey "My Login" {\n}\n\njourney Reset {\n}\n',
  "journey.config.json": JSON.stringify({ environments: { staging: {}, prod: {} } }),
};

/** What is offered for the last word: values without descriptions, and what the shell adds. */
async function offered(words: readonly string[], folder = temporaryFolder(project)) {
  const { code, output, talk } = await runCommand(folder, ["complete", "--", ...words]);
  const lines = output.trimEnd().split("\n");
  return { code, talk, values: lines.slice(0, -1).map((line) => line.split("\t")[0]), paths: lines[lines.length - 1] };
}

describe("journeyc complete", () => {
  it.each<[readonly string[], readonly string[], string]>([
    [["che"], ["check"], ":none"],
    [["help", "merg"], ["merge"], ":none"],
    [["help", "exi"], ["exit-status"], ":none"],
    [["exi"], [], ":none"],
    [["check", "--for"], ["--format"], ":none"],
    [["check", "--he"], ["--help"], ":none"],
    [["check", "--format", ""], ["pretty", "json", "sarif", "github", "gitlab"], ":none"],
    [["check", "--format=s"], ["sarif"], ":none"],
    [["check", "--fix", ""], [], ":files"],
    [["check", "--", "--for"], [], ":files"],
    [["check", "--config", ""], [], ":files"],
    [["check", "--max-warnings", ""], [], ":none"],
    [["check", "--env", "st"], ["staging"], ":none"],
    [["check", "--__proto__=", ""], [], ":files"],
    [["build", "-o", ""], [], ":folders"],
    [["explain", "unreach"], ["unreachable-node"], ":none"],
    [["nodes", "PageN"], [], ":none"],
    [["nodes", "UsernameColl"], ["UsernameCollector"], ":none"],
    [["graph", "journeys", "--journey", "M"], ["My Login"], ":none"],
    [["simulate", "-j", ""], ["My Login", "Reset"], ":none"],
    [["uses", "Res"], ["Reset"], ":none"],
    [["completion", "z"], ["zsh"], ":none"],
    [["git-setup", ""], [], ":none"],
    [["chekc", ""], [], ":none"],
    [["__proto__", ""], [], ":none"],
  ])("%j", async (words, values, paths) => {
    expect(await offered(words)).toEqual({ code: 0, talk: "", values, paths });
  });

  it("offers every command, code and node type", async () => {
    expect((await offered([""])).values).toEqual([...Object.keys(commands), "help"]);
    expect((await offered(["explain", ""])).values).toEqual(Object.keys(codes));
    expect((await offered(["nodes", ""])).values).toHaveLength(typeIds().length);
  });

  it("offers the revisions of the repository", async () => {
    const { folder, git } = gitFolder({ "a.txt": "" });
    git("branch", "feature");
    expect((await offered(["diff", "--git", "f"], folder)).values).toEqual(["feature"]);
    expect((await offered(["check", "--since", ""], folder)).values).toEqual(["feature", "main"]);
  });

  it("runs no configuration that is code, and shows no control characters", async () => {
    const folder = temporaryFolder({
      "journey.config.mjs": "throw new Error('was run');",
      "a.journey": "journey A\u001b[2J {}\n",
    });
    expect(await offered(["check", "--env", ""], folder)).toEqual({ code: 0, talk: "", values: [], paths: ":none" });
    expect((await offered(["graph", "--journey", ""], folder)).values.join()).not.toContain("\u001b");
  });

  it("says nothing that a shell could take for candidates where something is wrong", async () => {
    const { code, values, talk } = await offered(["diff", "--git", ""], temporaryFolder());
    expect([code, values]).toEqual([2, []]);
    expect(talk).toContain("not a git repository");
  });
});
