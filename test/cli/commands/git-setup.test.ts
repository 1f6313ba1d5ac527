import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { builtPackage } from "../../support/built-package.js";
import { exportFixture, fixtureIds as ids } from "../../support/export-fixture.js";
import { once } from "../../support/once.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

const built = builtPackage();

/** Git and journeyc in a folder, deaf to the machine's configuration. */
function programsIn(folder: string, locale: string) {
  const environment = {
    PATH: process.env.PATH ?? "",
    LC_ALL: locale,
    HOME: folder,
    XDG_CACHE_HOME: join(built.folder, "cache"),
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_CONFIG_GLOBAL: join(folder, ".no-config"),
    GIT_AUTHOR_NAME: "A",
    GIT_AUTHOR_EMAIL: "a@example.com",
    GIT_COMMITTER_NAME: "A",
    GIT_COMMITTER_EMAIL: "a@example.com",
  };
  const options = { cwd: folder, env: environment, encoding: "utf8" } as const;
  return {
    git: (...args: readonly string[]) =>
      execFileSync("git", [...args], { ...options, stdio: ["ignore", "pipe", "pipe"] }),
    tryGit: (...args: readonly string[]) => spawnSync("git", [...args], options),
    journeyc: (...args: readonly string[]) => built.run(args, { folder, environment }),
  };
}

const command = `'${process.execPath}' '${built.launcher}'`;
const prepared: string[] = [];
afterAll(() => {
  for (const folder of prepared) rmSync(folder, { recursive: true });
});

/** An empty repository that knows journeys, to be copied. */
const preparedRepository = once((locale: string) => {
  const folder = mkdtempSync(join(tmpdir(), "journeyc-"));
  prepared.push(folder);
  const { git, journeyc } = programsIn(folder, locale);
  git("init", "-q", "-b", "main");
  // Each commit would start programs of its own.
  git("config", "maintenance.auto", "false");
  expect(journeyc("git-setup", "--command", command).status).toBe(0);
  return folder;
});

/** A repository with these files in its one commit. */
function repository(files: Readonly<Record<string, string>>, setUp = true, locale = "C.UTF-8") {
  const folder = temporaryFolder(files);
  const programs = programsIn(folder, locale);
  const { git } = programs;
  if (setUp) cpSync(preparedRepository(locale), folder, { recursive: true });
  else git("init", "-q", "-b", "main");
  git("add", "-A");
  git("commit", "-qm", "base");
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  const read = (name: string) => readFileSync(join(folder, name), "utf8");
  const commit = (name: string, text: string, message = "change") => {
    write(name, text);
    git("commit", "-qam", message);
  };
  return { folder, ...programs, write, read, commit };
}

const journey = `journey SignIn {
  start -> Ask

  page Ask {
    node Name: UsernameCollector

    node Secret: PasswordCollector

    -> Check
  }

  node Check: DataStoreDecision {
    true -> success
    false -> failure
  }
}
`;

const exportText = (change: (fixture: ReturnType<typeof exportFixture>) => void = () => undefined) => {
  const fixture = exportFixture();
  change(fixture);
  return `${JSON.stringify({ trees: { "Sign In": fixture } }, null, 2)}\n`;
};

type Loose = Record<string, Record<string, Record<string, string>>>;

describe("git-setup", () => {
  test("may be called again, and takes itself out", () => {
    const { journeyc, read, git, write, folder } = repository({ ".gitattributes": "*.png binary\n" }, false);
    journeyc("git-setup", "--exports", "exports/*.json");
    const once = [read(".gitattributes"), git("config", "--local", "--list")];
    journeyc("git-setup", "--exports", "exports/*.json");
    expect([read(".gitattributes"), git("config", "--local", "--list")]).toEqual(once);
    expect(once[0]).toContain("*.png binary\n");
    expect(once[0]).toContain("exports/*.json diff=journey-export merge=journey\n");
    expect(once[1]).toContain("merge.journey.driver=journeyc merge --no-config-code %O %A %B %P");
    journeyc("git-setup", "--exports", "exports/*.json", "--config-code");
    expect(git("config", "--local", "--list")).toContain("merge.journey.driver=journeyc merge %O %A %B %P");
    expect(journeyc("git-setup", "--remove").status).toBe(0);
    expect(read(".gitattributes")).toBe("*.png binary\n");
    expect(git("config", "--local", "--list")).not.toContain("journey");
    expect(journeyc("git-setup", "--remove").status).toBe(0);
    write(".gitattributes", "");
    journeyc("git-setup");
    journeyc("git-setup", "--remove");
    expect(existsSync(join(folder, ".gitattributes"))).toBe(false);
  });

  test("outside of a repository it says so", () => {
    const folder = temporaryFolder();
    expect(built.run(["git-setup"], { folder, environment: { GIT_CEILING_DIRECTORIES: folder } }).status).toBe(2);
  });
});

describe("git", () => {
  test("shows an export as a journey, in diff and log", () => {
    const { git, write } = repository({ "SignIn.journey.json": exportText() });
    write(
      "SignIn.journey.json",
      exportText((fixture) => {
        (fixture.tree as unknown as Loose).nodes![ids.store]!.displayName = "Password right?";
      }),
    );
    const shown = git("diff");
    expect(shown).toMatch(/^\+ {2}node \S+: DataStoreDecision "Password right\?"/m);
    expect(shown).not.toContain('"nodeType"');
    git("commit", "-qam", "asked");
    expect(git("log", "-p", "-1")).toContain('"Password right?"');
  });

  test("shows an export that it has shown before without journeyc, until the version changes", () => {
    const { git, journeyc, read } = repository({ "SignIn.journey.json": exportText() });
    journeyc("git-setup", "--command", `echo called >>.git/calls; ${command}`);
    const calls = () => read(".git/calls").split("\n").length - 1;
    const first = git("log", "-p");
    expect(first).toContain("+journey");
    expect(git("log", "-p")).toBe(first);
    expect(calls()).toBe(1);
    const converter = git("config", "diff.journey-export.textconv").trim();
    expect(converter).toMatch(/ textconv --version-set-up \d+\.\d+\.\d+\S*$/);
    git("config", "diff.journey-export.textconv", converter.replace(/\S+$/, "0.0.0"));
    expect(git("log", "-p")).toBe(first);
    expect(calls()).toBe(2);
    expect(git("for-each-ref", "refs/notes")).toContain("refs/notes/textconv/journey-export");
    expect(journeyc("git-setup", "--remove").status).toBe(0);
    expect(git("for-each-ref", "refs/notes")).toBe("");
  });

  test("blames the lines of the journey on those who changed them", () => {
    const { git, commit } = repository({ "SignIn.journey.json": exportText() });
    commit(
      "SignIn.journey.json",
      exportText((fixture) => {
        (fixture.tree as unknown as Loose).nodes![ids.store]!.displayName = "Password right?";
      }),
    );
    const [base, change] = git("log", "--reverse", "--format=%h").trim().split("\n");
    const lines = git("blame", "SignIn.journey.json").split("\n");
    const of = (text: string) =>
      lines.filter((line) => line.includes(text)).map((line) => line.replace(/^\^/, "").slice(0, 6));
    expect(of('"Password right?"')).toEqual([change?.slice(0, 6)]);
    expect(of("UsernameCollector")).toEqual([base?.slice(0, 6)]);
  });

  test.each(["C", "C.UTF-8"])("compares words of texts and exports (%s)", (locale) => {
    const before = journey.replace("page Ask {", 'page Ask {\n    pageHeader: "Grüß Gott, lieber Gast"');
    const { write, git } = repository({ "SignIn.journey": before, "SignIn.journey.json": exportText() }, true, locale);
    write(
      "SignIn.journey",
      before.replace("Gott, lieber", "Gott, werter").replace("Grüß", "Grüße").replace("true -> success", "true -> Ask"),
    );
    const shown = git("diff", "--word-diff", "SignIn.journey");
    expect(shown).toContain('pageHeader: "[-Grüß-]{+Grüße+} Gott, [-lieber-]{+werter+} Gast"');
    expect(shown).toContain("true -> [-success-]{+Ask+}");
    write(
      "SignIn.journey.json",
      exportText((fixture) => {
        (fixture.tree as unknown as Loose).nodes![ids.store]!.displayName = "Password right?";
      }),
    );
    expect(git("diff", "--word-diff", "SignIn.journey.json")).toContain('{+"Password right?"+}');
  });

  test("names the node in hunk headers", () => {
    const many = Array.from({ length: 12 }, (_, index) => `    p${index}: ${index}`).join("\n");
    const long = `journey A {\n  start -> B\n\n  node B: Message {\n${many}\n\n    true, false -> success\n  }\n}\n`;
    const { git, write } = repository({ "A.journey": long });
    write("A.journey", long.replace("p11: 11", "p11: 12"));
    expect(git("diff")).toMatch(/^@@ .* @@ node B: Message \{$/m);
  });

  test("merges what collides by lines and not by meaning", () => {
    const { git, commit, read, journeyc } = repository({ "SignIn.journey": journey });
    git("checkout", "-qb", "side");
    commit("SignIn.journey", journey.replace("false -> failure", "false -> Ask"));
    git("checkout", "-q", "main");
    commit("SignIn.journey", journey.replace("true -> success", "true -> failure"));
    git("merge", "-q", "side", "-m", "both");
    expect(read("SignIn.journey")).toBe(
      journey.replace("false -> failure", "false -> Ask").replace("true -> success", "true -> failure"),
    );
    expect(journeyc("check", "SignIn.journey").stderr).not.toContain("error");
  });

  test("stops at a conflict, with a file that can be read", () => {
    const { git, tryGit, commit, read } = repository({ "SignIn.journey": journey });
    git("checkout", "-qb", "side");
    commit("SignIn.journey", journey.replace("true -> success", "true -> Ask"));
    git("checkout", "-q", "main");
    commit("SignIn.journey", journey.replace("true -> success", "true -> failure"));
    const merged = tryGit("merge", "side", "-m", "both");
    expect(merged.status).toBe(1);
    expect(merged.stdout + merged.stderr).toContain("CONFLICT");
    expect(git("status", "--porcelain")).toContain("UU SignIn.journey");
    expect(read("SignIn.journey")).toContain(
      "// conflict: true leads to Ask in theirs, to failure in ours (base: success)",
    );
    expect(read("SignIn.journey")).not.toContain("<<<<<<<");
  });

  test("merges exports node by node", () => {
    const nodes = (fixture: ReturnType<typeof exportFixture>) => (fixture.tree as unknown as Loose).nodes!;
    const { git, commit, read } = repository({ "SignIn.journey.json": exportText() });
    git("checkout", "-qb", "side");
    commit(
      "SignIn.journey.json",
      exportText((fixture) => {
        nodes(fixture)[ids.store]!.displayName = "Theirs";
      }),
    );
    git("checkout", "-q", "main");
    commit(
      "SignIn.journey.json",
      exportText((fixture) => {
        nodes(fixture)[ids.store] = { ...nodes(fixture)[ids.store]!, nodeType: "LdapDecisionNode" };
      }),
    );
    git("merge", "-q", "side", "-m", "both");
    const store = JSON.parse(read("SignIn.journey.json")).trees["Sign In"].tree.nodes[ids.store];
    expect(store).toMatchObject({ displayName: "Theirs", nodeType: "LdapDecisionNode" });
  });
});

describe("diff --git", () => {
  test("compares a revision with the files as they are, and two revisions", () => {
    const { commit, write, journeyc, git } = repository({ "journeys/SignIn.journey": journey }, false);
    commit("journeys/SignIn.journey", journey.replace("false -> failure", "false -> Ask"));
    const between = journeyc("diff", "--git", "HEAD~1..HEAD", "journeys");
    expect(between.stdout).toContain("~ Check false → Ask, was failure");
    expect(between.status).toBe(1);
    write("journeys/SignIn.journey", journey);
    expect(journeyc("diff", "--git", "HEAD").stdout).toContain("~ Check false → failure, was Ask");
    expect(journeyc("diff", "--git", "HEAD~1", "journeys/SignIn.journey").status).toBe(0);
    write("journeys/New.journey", journey.replace("SignIn", "New"));
    git("add", "-A");
    expect(journeyc("diff", "--git", "HEAD~1", "journeys/New.journey").stdout).toContain(
      "+ journey New added, 2 nodes",
    );
    expect(journeyc("diff", "--git", "nowhere").status).toBe(2);
    expect(journeyc("diff", "--git", "--output=x..HEAD").status).toBe(2);
  });
});
