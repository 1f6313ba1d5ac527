import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { configFolderFixture } from "../support/config-folder-fixture.js";
import { exportFixture, fixtureScript } from "../support/export-fixture.js";
import { type FakeRun, runCommand } from "../support/fake-host.js";
import { gitFolder } from "../support/git-folder.js";
import { canonicalJourney } from "../support/same-journey.js";
import { temporaryFolder } from "../support/temporary-folder.js";

/** The journey of `exportFixture` as text. */
const text = `journey SignIn "Sign In" {
  description: "A fixture"
  categories: ["Authentication"]

  start -> SignInPage

  page SignInPage {
    pageHeader: "Sign In"
    pageDescription: {}

    node Name: UsernameCollector {
      autocompleteValues: absent
    }

    node Password: PasswordCollector

    -> Check
  }

  node Check: DataStoreDecision {
    true -> Risk
    false -> failure
  }

  node Risk: ScriptedDecision {
    script: RateTheRisk
    outcomes: ["low", "high"]

    low -> success
    high -> failure
  }

  script RateTheRisk "Rate the risk" {
    id: "22222222-0000-4000-8000-000000000001"
    file: "scripts/rate-the-risk.js"
    default: absent
    evaluatorVersion: absent
  }

  layout {
    start 50, 250
    SignInPage 100, 200 "11111111-0000-4000-8000-000000000001"
    SignInPage.Name "11111111-0000-4000-8000-000000000002"
    SignInPage.Password "11111111-0000-4000-8000-000000000003"
    Check 300, 200.5 "11111111-0000-4000-8000-000000000004"
    Risk 500, 200 "11111111-0000-4000-8000-000000000005"
    success 700, 80
    failure 700, 300
  }
}
`;

const exported = `${JSON.stringify({ trees: { "Sign In": exportFixture() } }, null, 2)}\n`;

const scenario = `scenario "a known user signs in" of SignIn {
  given user { userName: "demo", password: "Passw0rd-1" }

  submit SignInPage { Name: "demo", Password: "Passw0rd-1" }
  expect success
}
`;

interface Form {
  readonly name: string;
  readonly holds: "text" | "export";
  readonly path: string;
  readonly isFolder?: true;
  readonly input?: string;
}

/** Everything that a command may be given: the same journey each time. */
const forms: readonly Form[] = [
  { name: "a text", holds: "text", path: "texts/SignIn.journey" },
  { name: "a text whose name does not say so", holds: "text", path: "named/a-text" },
  { name: "an export", holds: "export", path: "exports/SignIn.json" },
  { name: "an export whose name does not say so", holds: "export", path: "named/an-export" },
  { name: "a folder of texts", holds: "text", path: "texts", isFolder: true },
  { name: "a folder of texts and of their builds", holds: "text", path: "project", isFolder: true },
  { name: "a folder of exports", holds: "export", path: "exports", isFolder: true },
  { name: "a folder of fr-config-manager", holds: "export", path: "config", isFolder: true },
  { name: "standard input with a text", holds: "text", path: "-", input: text },
  { name: "standard input with an export", holds: "export", path: "-", input: exported },
];

const folderOfForms = () => temporaryFolder(filesOfForms());

function filesOfForms(): Readonly<Record<string, string>> {
  const script = { "scripts/rate-the-risk.js": fixtureScript };
  const config = [...configFolderFixture()].map(([path, content]) => [`config/${path}`, content] as const);
  return {
    "texts/SignIn.journey": text,
    "named/a-text": text,
    "named/an-export": exported,
    "exports/SignIn.json": exported,
    "project/journeys/SignIn.journey": text,
    "project/dist/Sign In.journey.json": exported,
    "scenarios.journey": scenario,
    ...Object.fromEntries(config),
    ...Object.fromEntries(
      ["", "texts/", "named/", "project/journeys/"].flatMap((folder) =>
        Object.entries(script).map(([path, content]) => [folder + path, content]),
      ),
    ),
  };
}

/** What a command is called with besides the form, and what must come of it. */
interface Expectation {
  readonly code: number;
  readonly output?: string | RegExp;
  readonly talk?: string | RegExp;
  readonly files?: (folder: string) => void;
}

interface CommandCase {
  readonly command: string;
  readonly args: (path: string) => readonly string[];
  /** Lines that come after a form's own on standard input. */
  readonly input?: string;
  readonly expected: (form: Form) => Expectation;
}

const sameExport = (folder: string) => {
  const built = JSON.parse(readFileSync(join(folder, "out/Sign In.journey.json"), "utf8"));
  expect(canonicalJourney(built.trees["Sign In"])).toBe(canonicalJourney(exportFixture()));
};

const isStandardInput = ({ path }: Form) => path === "-";

const commands: readonly CommandCase[] = [
  {
    command: "check",
    args: (path) => ["check", path],
    expected: () => ({ code: 0, output: "", talk: "No findings in 1 file\n" }),
  },
  {
    command: "build",
    args: (path) => ["build", path, "--out", "out"],
    expected: () => ({ code: 0, output: "written    out/Sign In.journey.json\n", talk: "", files: sameExport }),
  },
  {
    command: "build of another target",
    args: (path) => ["build", path, "--out", "out", "--target", "mermaid"],
    expected: () => ({ code: 0, output: "written    out/Sign In.mmd\n", talk: "" }),
  },
  {
    command: "import",
    args: (path) => ["import", path, "--out", "new"],
    expected: ({ holds, path }) => {
      if (path === "project") {
        // Whoever imports a folder means its exports, whatever lies beside them.
        return { code: 0, output: /written {4}new\/Sign In\.journey/ };
      }
      if (holds === "text") return { code: 2, output: "", talk: /^error (?:invalid-json|no-journey)/ };
      return {
        code: 0,
        output: "written    new/Sign In.journey\nwritten    new/scripts/rate-the-risk.js\n",
        talk: "",
        files: (folder) => {
          expect(readFileSync(join(folder, "new/Sign In.journey"), "utf8")).toBe(text);
          expect(readFileSync(join(folder, "new/scripts/rate-the-risk.js"), "utf8")).toBe(fixtureScript);
        },
      };
    },
  },
  {
    command: "fmt",
    args: (path) => ["fmt", "--check", path],
    expected: ({ holds, isFolder }) => {
      if (holds === "text") return { code: 0, output: "", talk: "1 file in canonical form\n" };
      if (isFolder) return { code: 2, output: "", talk: /^error: There are no \.journey files here/ };
      return { code: 1, output: "", talk: /^error / };
    },
  },
  {
    command: "graph",
    args: (path) => ["graph", path],
    expected: () => ({ code: 0, output: /accTitle: Sign In\n.*"Risk<br\/>ScriptedDecision"/s, talk: "" }),
  },
  {
    command: "requires",
    args: (path) => ["requires", path],
    expected: () => ({
      code: 0,
      output: "Scripts\n  + Rate the risk (22222222-0000-4000-8000-000000000001)  Sign In\n",
      talk: "",
    }),
  },
  {
    command: "simulate",
    args: (path) => ["simulate", path, "--user", "demo"],
    input: "demo\nPassw0rd-1\n",
    expected: (form) =>
      isStandardInput(form)
        ? { code: 2, output: "", talk: /^error: Standard input holds the answers/ }
        : { code: 0, output: /path: SignInPage → Check\.true → Risk\.low\n$/, talk: "" },
  },
  {
    command: "test",
    args: (path) => ["test", path, "scenarios.journey"],
    expected: () => ({ code: 0, output: /✓ a known user signs in.*1 passed\n$/s, talk: "" }),
  },
  {
    command: "diff, from the text",
    args: (path) => ["diff", "--layout", "texts/SignIn.journey", path],
    expected: () => ({ code: 0, output: "", talk: "" }),
  },
  {
    command: "diff, to another journey",
    args: (path) => ["diff", path, "scenarios.journey"],
    expected: () => ({ code: 1, output: /- journey Sign In removed, 3 nodes/, talk: "" }),
  },
  {
    command: "textconv",
    args: (path) => ["textconv", path],
    expected: ({ holds, isFolder }) => {
      if (isFolder) return { code: 2, output: "", talk: /^error: Cannot read/ };
      return {
        code: 0,
        output: holds === "text" ? text : `${text}\n// scripts/rate-the-risk.js\n${fixtureScript}`,
        talk: "",
      };
    },
  },
  {
    command: "merge",
    args: (path) => ["merge", path, path, path, "--stdout"],
    expected: ({ holds, path, isFolder }) => {
      if (path === "-") return { code: 2, output: "", talk: /^error: merge reads files, not standard input/ };
      if (isFolder) return { code: 2, output: "", talk: /^error: Cannot read/ };
      return { code: 0, output: holds === "text" ? text : exported, talk: "" };
    },
  },
];

for (const { command, args, input = "", expected } of commands) {
  describe(command, () => {
    test.each(forms)("takes $name", async (form) => {
      const folder = folderOfForms();
      const run = await runCommand(folder, args(form.path), { input: (form.input ?? "") + input });
      const { code, output, talk, files } = expected(form);
      expect({ code: run.code, talk: run.talk }).toEqual({ code, talk: matching(talk) });
      expect(run.output).toEqual(matching(output));
      files?.(folder);
    });
  });
}

/** A text as it is, a pattern as what matches it. */
function matching(expected: string | RegExp | undefined) {
  return typeof expected === "string" ? expected : expect.stringMatching(expected ?? "");
}

test("diff --git takes each of them that lies on disk", async () => {
  const { folder, git } = gitFolder(filesOfForms());
  const onDisk = forms.filter((form) => !isStandardInput(form));
  expect(onDisk).toHaveLength(8);
  const diff = (revisions: string, { path }: Form) => runCommand(folder, ["diff", "--git", revisions, path]);
  // What is read of a revision differs by kind, and where it lies is told apart below.
  const ofEachKind = onDisk.filter(({ path }) => ["texts/SignIn.journey", "named/an-export", "config"].includes(path));
  for (const form of ofEachKind) {
    expect([form.name, await diff("HEAD", form)]).toEqual([form.name, { code: 0, output: "", talk: "" }]);
  }
  for (const name of ["texts/SignIn.journey", "named/a-text", "project/journeys/SignIn.journey"]) {
    writeFileSync(join(folder, name), text.replace("high -> failure", "high -> Check"));
  }
  const changed = JSON.stringify({ trees: { "Sign In": exportLeadingBack() } });
  for (const name of ["exports/SignIn.json", "named/an-export"]) writeFileSync(join(folder, name), changed);
  for (const [name, content] of configFolderFixture("alpha", exportLeadingBack())) {
    writeFileSync(join(folder, "config", name), content);
  }
  const runs = new Map<Form, FakeRun>();
  for (const form of onDisk) {
    const run = await diff("HEAD", form);
    expect({ ...run, name: form.name }).toMatchObject({
      code: 1,
      talk: "",
      output: expect.stringContaining("~ Risk high → Check, was failure"),
    });
    runs.set(form, run);
  }
  git("commit", "-qam", "changed");
  for (const form of ofEachKind) {
    expect([form.name, await diff("HEAD~1..HEAD", form)]).toEqual([form.name, runs.get(form)]);
  }
  expect(existsSync(join(folder, "out"))).toBe(false);
});

/** The fixture, with an outcome that leads back. */
function exportLeadingBack(): ReturnType<typeof exportFixture> {
  const fixture = exportFixture();
  const nodes = fixture.tree.nodes as unknown as Record<
    string,
    { displayName: string; connections: Record<string, string> }
  >;
  const [check] = Object.entries(nodes).find(([, { displayName }]) => displayName === "Check")!;
  const [, risk] = Object.entries(nodes).find(([, { displayName }]) => displayName === "Risk")!;
  risk.connections.high = check;
  return fixture;
}
