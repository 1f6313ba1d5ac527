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

  it("takes a script at the top of the file that no journey has used so far", () => {
    const login = (node: string) => `script Rate "Rate" {
  file: "scripts/rate.js"
}

journey Login {
  start -> Ask

  node Ask: UsernameCollector {
    -> ${node}
  }
${node === "success" ? "" : '\n  node Decide: ScriptedDecision {\n    script: Rate\n    outcomes: ["next"]\n\n    next -> success\n  }\n'}}
`;
    const files = new Map([["scripts/rate.js", 'outcome = "next";\n']]);
    const value = buildText(login("Decide"), files);
    const result = into(login("success"), value, files);
    expect(result.lost).toBeUndefined();
    expect(result.text.match(/^ *script Rate/gm)).toEqual(["script Rate"]);
    expect(result.text).toContain("script: Rate\n");
    expect([...result.files]).toEqual([]);
    expect(buildText(result.text, files)).toEqual(value);
  });

  it("ends new lines as the others end", () => {
    const text = unplaced.replaceAll("\n", "\r\n");
    const value = buildText(unplaced.replace('description: "Signs in"', 'description: "Signs in"\n  mustRun: true'));
    const result = into(text, value);
    expect(result.text).toContain("mustRun: true\r\n");
    expect(result.text.replaceAll("\r\n", "")).not.toContain("\n");
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

/** A journey that leaves positions to the compiler, with these members below its node. */
const small = (more = "", node = "DataStoreDecision {\n    true -> success\n    false -> failure\n  }\n") =>
  `journey J {\n  start -> N\n\n  node N: ${node}${more}}\n`;

describe("`raw`", () => {
  const raw = (members: string) => `\n  raw { ${members} }\n`;
  const extra = (value: LooseExport) => {
    const built = buildText(small());
    built.trees.J.extra = value;
    return built;
  };

  it("says what the language has no word for", () => {
    const result = into(small(), extra({ a: 1 }));
    expect(result).toMatchObject({ text: small(raw("extra: { a: 1 }")), raw: { extra: { a: 1 } }, lost: undefined });
  });

  it.each<[string, string, LooseExport, string]>([
    ["stays as it is written while it says all of it", "extra:  { a:1 }", { a: 1 }, "extra:  { a:1 }"],
    ["changes with the export", "extra:  { a:1 }", { a: 2 }, "extra: { a: 2 }"],
  ])("%s", (_what, before, value, after) => {
    const result = into(small(raw(before)), extra(value));
    expect(result).toMatchObject({ text: small(raw(after)), raw: { extra: value }, lost: undefined });
  });

  it("goes when nothing needs it any more", () => {
    const result = into(small(raw("extra: 1")), buildText(small()));
    expect(result).toMatchObject({ text: small(), raw: undefined, lost: undefined });
  });
});

describe("the options of the export", () => {
  const options = (name: string) => `  export {\n    ${name}\n  }\n\n`;
  const withOptions = (name: string) => small().replace("  start", `${options(name)}  start`);
  const withoutOutcomes = () => {
    const built = buildText(small());
    for (const body of Object.values<LooseExport>(built.trees.J.nodes)) delete body._outcomes;
    return built;
  };

  it("are taken over where `raw` would have to say it otherwise", () => {
    const result = into(small(), withoutOutcomes());
    expect(result).toMatchObject({ text: withOptions("outcomes: false"), raw: undefined, lost: undefined });
  });

  it("are taken over as far as they help; `raw` says the rest", () => {
    const built = withoutOutcomes();
    built.trees.J.extra = 1;
    expect(into(small(), built).text).toBe(
      withOptions("outcomes: false").replace(/\}\n$/, "\n  raw { extra: 1 }\n}\n"),
    );
  });

  it("stay those of the text where others would not help", () => {
    const built = buildText(small());
    built.trees.J.extra = 1;
    const text = withOptions('scriptEncoding: "base64"');
    expect(into(text, built).text).toBe(text.replace(/\}\n$/, "\n  raw { extra: 1 }\n}\n"));
  });

  it("do not change whether the text leaves defaults out", () => {
    const text = withOptions("defaults: false").replace("  export", "  mustRun: false\n\n  export");
    const built = buildText(text);
    for (const body of Object.values<LooseExport>(built.trees.J.nodes)) delete body._outcomes;
    expect(into(text, built).text).toBe(text.replace("defaults: false", "outcomes: false\n    defaults: false"));
  });
});

describe("a node type that the text does not know", () => {
  const extern = `extern node AcmeCheck "AcmeCheckNode" {
  displayName: "Acme check"
  outcomes: ["yes", "no"]
}

`;
  const acme = (name: string) => small("", `${name} {\n    yes -> success\n    no -> failure\n  }\n`);

  it("is declared above the journey and its comment", () => {
    const text = (journey: string, above: string) => `param a = 1\n\n${above}// In.\n${journey}`;
    const { text: result, lost } = into(text(small(), ""), buildText(text(acme("AcmeCheck"), extern)));
    expect(lost).toBeUndefined();
    expect(result).toBe(text(acme("AcmeCheck"), extern));
  });

  it("is not declared twice, and keeps the name that the text has for it", () => {
    const own = extern.replace("AcmeCheck ", "Mine ");
    expect(into(own + small(), buildText(own + acme("Mine"))).text).toBe(own + acme("Mine"));
  });
});

describe("files", () => {
  const text = small(
    '\n  script Rate {\n    file: "rate.js"\n  }\n\n  resource theme "Blue" from "blue.json"\n',
    'ScriptedDecision {\n    script: Rate\n    outcomes: ["a"]\n    inputs: ["*"]\n    outputs: ["*"]\n\n    -> success\n  }\n',
  );
  const files = new Map([
    ["rate.js", "1;\n"],
    ["blue.json", '{ "_id":   "Blue", "color": 1 }'],
    ["scripts/more.js", "3;\n"],
    ["scripts/More.js", "3;\n"],
  ]);
  const bring = (after: string, changes: Readonly<Record<string, string>>) => {
    const result = into(text, buildText(after, new Map([...files, ...Object.entries(changes)])), files);
    expect(result.lost).toBeUndefined();
    return { text: result.text, files: Object.fromEntries(result.files) };
  };

  it("whose contents have changed are written, and no others", () => {
    expect(bring(text, {})).toEqual({ text, files: {} });
    expect(bring(text, { "rate.js": "2;\n" })).toEqual({ text, files: { "rate.js": "2;\n" } });
    expect(bring(text, { "blue.json": '{ "color": 1, "_id": "Blue" }' })).toEqual({ text, files: {} });
    expect(bring(text, { "blue.json": '{ "_id": "Blue", "color": 2 }' })).toEqual({
      text,
      files: { "blue.json": '{\n  "_id": "Blue",\n  "color": 2\n}\n' },
    });
  });

  it("of new scripts do not take the place of another file, unless it says the same", () => {
    const more = (path: string) =>
      text.replace("  resource", `  script More {\n    file: "${path}"\n  }\n\n  resource`);
    const brought = (body: string) => bring(more("new.js"), { "new.js": body });
    const placed = (path: string) => `${text.slice(0, -2)}\n  script More {\n    file: "${path}"\n  }\n}\n`;
    expect(brought("3;\n")).toEqual({ text: placed("scripts/more.js"), files: {} });
    expect(brought("4;\n")).toEqual({ text: placed("scripts/more-2.js"), files: { "scripts/more-2.js": "4;\n" } });
  });
});

describe("a text with two journeys", () => {
  const second = small().replace("journey J", 'journey K "The other"');
  const changed = (text: string) => text.replace("false -> failure", "false -> success");

  it("changes in the one that the export is of", () => {
    const value = buildText(changed(second));
    expect(into(`${small()}\n${second}`, value).text).toBe(
      `${small()}\n${second.replace("true -> success\n    false -> failure", "true -> success\n    false -> success")}`,
    );
  });

  it("does not change, and says so, for an export of a third one", () => {
    const value = buildText(small().replace("journey J", "journey L"));
    expect(into(`${small()}\n${second}`, value)).toBeUndefined();
  });
});

it("a rule about a node that is gone stays, and is reported", () => {
  const text = small("\n  require N before success\n");
  const other = small().replaceAll("node N", "node M").replace("start -> N", "start -> M");
  const { text: result, diagnostics } = into(text, buildText(other));
  expect(result).toContain("  require N before success\n");
  expect(diagnostics.map(({ code }) => code)).toContain("unknown-node");
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
