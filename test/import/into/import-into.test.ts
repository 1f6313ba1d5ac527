import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { buildText, into, type LooseExport, readRepositoryFile } from "../../support/import-support.js";
import { once } from "../../support/once.js";
import { projectRoot } from "../../support/read-project.js";

const unplaced = `// Who may come in.
param attempts = 3

journey Login "Sign In" {
  description: "Signs in" // shown in the console
  identityResource: "managed/\${realm}_user"

  start -> AskPassword

  // One screen for both.
  page AskPassword {
    pageHeader: "Welcome"
    pageHeader.de: "Willkommen"

    node User: UsernameCollector

    // Kept short on purpose.
    node Secret: PasswordCollector

    -> CheckPassword
  }

  // Against the directory.
  node CheckPassword: DataStoreDecision {
    true -> success
    false -> Retry
  }

  node Retry: RetryLimitDecision {
    retryLimit: 3
    incrementUserAttributeOnFailure: false // no lock

    // Both again, or out.
    Retry -> AskPassword
    Reject -> Locked
  }

  node Locked: Message {
    message: "Locked"

    true, false -> failure
  }

  require CheckPassword.true before success
}
`;

/** The source with a position for everything, as one has after an import. */
const placed = once((text: string) => into(text, moved(buildText(text))).text);

function moved(value: LooseExport): LooseExport {
  const { nodes, staticNodes } = value.trees["Sign In"].tree;
  for (const place of Object.values<LooseExport>({ ...nodes, ...staticNodes })) place.x += 1;
  return value;
}

function built(change: (journey: LooseExport, ids: Record<string, string>) => void): LooseExport {
  const value = buildText(placed(unplaced));
  const journey = value.trees["Sign In"];
  const ids: Record<string, string> = {};
  for (const [id, reference] of Object.entries<LooseExport>(journey.tree.nodes)) ids[reference.displayName] = id;
  for (const [id, body] of Object.entries<LooseExport>(journey.innerNodes)) ids[body._type._id] = id;
  change(journey, ids);
  return value;
}

/** The lines that are gone, and the new ones. */
function changedLines(before: string, after: string): { gone: string[]; added: string[] } {
  const [left, right] = [before.split("\n"), after.split("\n")];
  const count = (lines: string[], line: string) => lines.filter((other) => other === line).length;
  return {
    gone: [...new Set(left)].filter((line) => count(left, line) > count(right, line)).map((line) => line.trim()),
    added: [...new Set(right)].filter((line) => count(right, line) > count(left, line)).map((line) => line.trim()),
  };
}

function bring(change: (journey: LooseExport, ids: Record<string, string>) => void) {
  const value = built(change);
  const result = into(placed(unplaced), value);
  expect(result.lost).toBeUndefined();
  const rebuilt = buildText(result.text).trees["Sign In"];
  expect(rebuilt).toEqual(value.trees["Sign In"]);
  return { ...result, ...changedLines(placed(unplaced), result.text) };
}

describe("import --into", () => {
  it("changes nothing where nothing has changed", () => {
    const { text, raw, files } = bring(() => {});
    expect(text).toBe(placed(unplaced));
    expect(raw).toBeUndefined();
    expect(files.size).toBe(0);
  });

  it("changes nothing where positions are left to the compiler", () => {
    expect(into(unplaced, buildText(unplaced)).text).toBe(unplaced);
  });

  it.each(exampleFiles())("changes nothing in %s when what was built comes back", (path) => {
    const text = readRepositoryFile(path);
    const folder = path.slice(0, path.lastIndexOf("/"));
    const files = new Map(filesBelow(folder).map((file) => [file, readRepositoryFile(`${folder}/${file}`)]));
    const result = into(text, buildText(text, files), files);
    expect(result.text).toBe(text);
    expect(result.files.size).toBe(0);
  });

  it("takes a new label as a title, not as a new node", () => {
    const { gone, added } = bring((journey, ids) => {
      journey.tree.nodes[ids["Check Password"]!].displayName = "Verify";
    });
    expect(gone).toEqual(["node CheckPassword: DataStoreDecision {"]);
    expect(added).toEqual(['node CheckPassword: DataStoreDecision "Verify" {']);
  });

  it("changes the line of a changed setting and keeps the comment behind it", () => {
    const { gone, added } = bring((journey, ids) => {
      journey.nodes[ids.Retry!].incrementUserAttributeOnFailure = true;
    });
    expect(gone).toEqual(["incrementUserAttributeOnFailure: false // no lock"]);
    expect(added).toEqual(["incrementUserAttributeOnFailure: true // no lock"]);
  });

  it("writes a default that is no more, and removes what has gone", () => {
    const { gone, added } = bring((journey, ids) => {
      delete journey.nodes[ids["Ask Password"]!].pageHeader.de;
      journey.nodes[ids["Ask Password"]!].pageDescription = { fr: "Bonjour" };
    });
    expect(gone).toEqual(['pageHeader.de: "Willkommen"']);
    expect(added).toEqual(['pageDescription.fr: "Bonjour"']);
  });

  it("moves one outcome out of its group", () => {
    const { gone, added } = bring((journey, ids) => {
      journey.tree.nodes[ids.Locked!].connections.true = ids["Ask Password"];
    });
    expect(gone).toEqual(["true, false -> failure"]);
    expect(added).toEqual(["false -> failure", "true -> AskPassword"]);
  });

  it("changes the target of an arrow and leaves the others alone", () => {
    const { gone, added } = bring((journey, ids) => {
      journey.tree.nodes[ids.Retry!].connections.Reject = journey.tree.nodes[ids.Locked!].connections.true;
    });
    expect(gone).toEqual(["Reject -> Locked"]);
    expect(added).toEqual(["Reject -> failure"]);
  });

  it("drops an arrow that is no longer connected", () => {
    const { gone, added } = bring((journey, ids) => {
      delete journey.tree.nodes[ids["Check Password"]!].connections.false;
    });
    expect(gone).toEqual(["false -> Retry"]);
    expect(added).toEqual([]);
  });

  it("adds a node behind the one that leads to it", () => {
    const id = "0b8f3a5e-1111-4222-8333-444455556666";
    const { text, gone } = bring((journey, ids) => {
      const check = ids["Check Password"]!;
      journey.tree.nodes[id] = {
        ...journey.tree.nodes[check],
        connections: { true: journey.tree.nodes[check].connections.true },
        displayName: "Is known?",
        x: 9,
        y: 8,
      };
      journey.nodes[id] = { ...journey.nodes[check], _id: id };
      journey.tree.nodes[check].connections.true = id;
    });
    expect(gone).toEqual([]);
    expect(text).toContain('  node IsKnown: DataStoreDecision "Is known?" {\n    true -> success\n  }\n');
    expect(text.indexOf("node CheckPassword")).toBeLessThan(text.indexOf("node IsKnown"));
    expect(text).toContain(`    IsKnown 9, 8 "${id}"`);
    expect(text).toContain("// Against the directory.");
  });

  it("removes a node with the comment above it", () => {
    const { text } = bring((journey, ids) => {
      const locked = ids.Locked!;
      journey.tree.nodes[ids.Retry!].connections.Reject = journey.tree.nodes[locked].connections.true;
      delete journey.tree.nodes[locked];
      delete journey.nodes[locked];
    });
    expect(text).not.toContain("node Locked");
    expect(text).not.toMatch(/\n\n\n/);
  });

  it("moves inner nodes with their comments", () => {
    const { text } = bring((journey, ids) => {
      journey.nodes[ids["Ask Password"]!].nodes.reverse();
    });
    expect(text.indexOf("node Secret")).toBeLessThan(text.indexOf("node User"));
  });

  it("adds an inner node to a page and takes one away", () => {
    const { gone, added } = bring((journey, ids) => {
      const page = journey.nodes[ids["Ask Password"]!];
      const id = "0b8f3a5e-1111-4222-8333-444455556667";
      journey.innerNodes[id] = { ...journey.innerNodes[ids.PasswordCollectorNode!], _id: id };
      page.nodes.push({ ...page.nodes[1], _id: id, displayName: "Again" });
      delete journey.innerNodes[page.nodes[0]._id];
      page.nodes.shift();
    });
    expect(gone).toContain("node User: UsernameCollector");
    expect(added).toContain("node Again: PasswordCollector");
  });

  it("writes a position only for what was moved", () => {
    const { gone, added } = bring((journey, ids) => {
      journey.tree.nodes[ids.Locked!].x = 7;
    });
    expect(gone).toEqual([expect.stringMatching(/^Locked \d/)]);
    expect(added).toEqual([expect.stringMatching(/^Locked 7, /)]);
  });

  it("puts what the language cannot say into raw, and takes it away again", () => {
    const result = bring((journey) => {
      journey.tree.futureField = { a: null };
    });
    expect(result.raw ?? result.text).toBeDefined();
    const back = into(result.text, buildText(placed(unplaced)));
    expect(back.lost).toBeUndefined();
    expect(buildText(back.text)).toEqual(buildText(placed(unplaced)));
  });

  it("keeps scripts when the export was made without them", () => {
    const text = placed(unplaced)
      .replace("true -> success", "true -> Risk")
      .replace(
        "  require CheckPassword",
        `  node Risk: ScriptedDecision {
    script: CheckRisk
    outcomes: ["low"]
    inputs: ["*"]
    outputs: ["*"]

    low -> success
  }

  script CheckRisk {
    file: "scripts/check-risk.js"
  }

  require CheckPassword`,
      );
    const files = new Map([["scripts/check-risk.js", 'outcome = "low";\n']]);
    const value = buildText(text, files);
    value.trees["Sign In"].scripts = {};
    expect(into(text, value, files).text).toBe(text);
    const changed = buildText(text, files);
    for (const script of Object.values<LooseExport>(changed.trees["Sign In"].scripts)) {
      script.script = JSON.stringify('outcome = "high";\n');
    }
    const result = into(text, changed, files);
    expect(result.text).toBe(text);
    expect([...result.files]).toEqual([["scripts/check-risk.js", 'outcome = "high";\n']]);
  });
});

function exampleFiles(): string[] {
  return readdirSync(join(projectRoot, "examples"), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".journey") && !path.endsWith(".scenarios.journey"))
    .map((path) => `examples/${path.replaceAll("\\", "/")}`);
}

function filesBelow(folder: string): string[] {
  return readdirSync(join(projectRoot, folder), { recursive: true, encoding: "utf8", withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(join(projectRoot, folder).length + 1)
        .replaceAll("\\", "/"),
    );
}
