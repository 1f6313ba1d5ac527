// biome-ignore-all lint/suspicious/noTemplateCurlyInString: journey texts hold parameters.
import { describe, expect, it } from "vitest";
import { printFile } from "../../../src/format/format.js";
import { importJourney } from "../../../src/import/import-journey.js";
import type { JourneySyntaxOptions } from "../../../src/write/journey/syntax-context.js";
import { journeyToSyntax } from "../../../src/write/journey/write-journey.js";
import { buildText, importOptions, type LooseExport, readValue } from "../../support/import-support.js";

/** Builds a text, changes the export, and writes what is read back. */
function rewritten(
  text: string,
  change: (journey: LooseExport) => void = () => {},
  options: Partial<JourneySyntaxOptions> = {},
) {
  const value = buildText(text);
  change(Object.values<LooseExport>(value.trees)[0]);
  return printFile(journeyToSyntax(readValue(value), options).file);
}

const simple = `journey A {
  start -> Check

  node Check: DataStoreDecision {
    true -> success
    false -> failure
  }
}
`;
const node = (journey: LooseExport): LooseExport => Object.values(journey.nodes)[0];
const reference = (journey: LooseExport): LooseExport => Object.values(journey.tree.nodes)[0];

describe("journeyToSyntax", () => {
  it("writes ${realm} for managed objects of the realm, and for no other text", () => {
    const change = (journey: LooseExport) => {
      journey.tree.identityResource = "managed/alpha_group";
      journey.tree.description = "in managed/alpha_user, ${realm}";
    };
    expect(rewritten(simple, change)).toContain('identityResource: "managed/${realm}_group"');
    expect(rewritten(simple, change)).toContain('description: "in managed/alpha_user, \\${realm}"');
    expect(rewritten(simple, change, { realm: "bravo" })).toContain('identityResource: "managed/alpha_group"');
  });

  it("leaves out what holds for every journey, and says what is lacking", () => {
    expect(rewritten(simple)).not.toMatch(/enabled|mustRun|categories|export/);
    expect(rewritten(simple, (journey) => delete journey.tree.mustRun)).toContain("mustRun: absent");
  });

  it("says with one word that an export lacks many defaults", () => {
    const text = rewritten(simple, (journey) => {
      for (const key of ["mustRun", "enabled", "innerTreeOnly"]) delete journey.tree[key];
    });
    expect(text).toContain("defaults: false");
    expect(text).not.toContain("absent");
  });

  it("groups outcomes only when all of them lead to one place", () => {
    const one = rewritten(simple, (journey) => {
      reference(journey).connections.true = reference(journey).connections.false;
    });
    expect(one).toContain("    true, false -> failure\n");
    expect(rewritten(simple)).toContain("    true -> success\n    false -> failure\n");
    const half = rewritten(simple, (journey) => {
      delete reference(journey).connections.true;
    });
    expect(half).toContain("    false -> failure\n");
  });

  it("quotes a target that is not in the journey", () => {
    const text = rewritten(simple, (journey) => {
      reference(journey).connections.true = "gone";
    });
    expect(text).toContain('true -> "gone"');
  });

  it("writes a line for each locale", () => {
    const page = "journey A {\n  start -> P\n\n  page P {\n    node N: UsernameCollector\n\n    -> success\n  }\n}\n";
    const header = (value: unknown) =>
      rewritten(page, (journey) => {
        node(journey).pageHeader = value;
      });
    expect(header({ de: "Hallo", en: "Hello" })).toContain('    pageHeader: "Hello"\n    pageHeader.de: "Hallo"\n');
    expect(header({ de: "Hallo" })).toContain('    pageHeader.de: "Hallo"\n');
    expect(header({})).toContain("    pageHeader: {}\n");
    expect(header({ en: "&{esv.hello}" })).toContain('    pageHeader: { en: "&{esv.hello}" }\n');
    expect(header({ en: 1 })).toContain("    pageHeader: { en: 1 }\n");
  });

  it("declares a type that the catalogue lacks, with the outcomes seen", () => {
    const text = rewritten(simple, (journey) => {
      reference(journey).nodeType = "FraudNode";
      const body = node(journey);
      body._type = { _id: "FraudNode", collection: true, name: "Fraud Check", version: "1.0" };
      body._outcomes = [
        { id: "true", displayName: "true" },
        { id: "false", displayName: "false" },
      ];
    });
    expect(text).toMatch(
      /^extern node Fraud "FraudNode" \{\n {2}displayName: "Fraud Check"\n {2}outcomes: \["true", "false"\]\n\}\n/,
    );
    expect(text).toContain("node Check: Fraud {");
    expect(text).not.toMatch(/_type|_outcomes/);
  });

  it("orders nodes as one reads them", () => {
    const text = rewritten(`journey A {
  start -> Zulu

  node Alpha: DataStoreDecision {
    true -> success
    false -> failure
  }

  node Mike: DataStoreDecision {
    true -> Alpha
    false -> failure
  }

  node Orphan: DataStoreDecision {
    true -> Alpha
  }

  node Zulu: DataStoreDecision {
    true -> Mike
    false -> Alpha
  }
}
`);
    const order = [...text.matchAll(/^ {2}node (\w+)/gm)].map(([, name]) => name);
    expect(order).toEqual(["Zulu", "Mike", "Alpha", "Orphan"]);
  });

  it("ends on values of any depth and on hostile keys", () => {
    let deep: unknown = 1;
    for (let level = 0; level < 150; level++) deep = [deep];
    const text = rewritten(simple, (journey) => {
      node(journey).extra = JSON.parse(`{"__proto__": {"constructor": ${JSON.stringify(deep)}}}`);
    });
    expect(text).toContain("__proto__");
  });

  /** The export after a change, and what the text imported from it builds. */
  function rebuilt(change: (journey: LooseExport) => void) {
    const wanted = buildText(simple);
    change(Object.values<LooseExport>(wanted.trees)[0]);
    const { text, lost } = importJourney(readValue(wanted), "a.journey", importOptions);
    expect(lost).toBeUndefined();
    return { text, wanted: Object.values(wanted.trees)[0], built: Object.values(buildText(text).trees)[0] };
  }

  it("quotes the ids of raw that look like names", () => {
    const id = "c1111111-1111-4111-8111-111111111111";
    const { text, wanted, built } = rebuilt((journey) => {
      journey.nodes[id] = { _id: id, _type: { _id: "MessageNode" }, message: { en: "keep me" } };
    });
    expect(text).toContain(`"${id}": {`);
    expect(built).toEqual(wanted);
  });

  it.each<[string, (journey: LooseExport) => void]>([
    ["a static node called success", (journey) => Object.assign(journey.tree.staticNodes, { success: { x: 1, y: 2 } })],
    ["a static node called start", (journey) => Object.assign(journey.tree.staticNodes, { start: {} })],
    [
      "a body under the name of a node",
      (journey) => Object.assign(journey.nodes, { Check: { _id: "Check", a: { b: null } } }),
    ],
    [
      "a reference under the name of a node",
      (journey) => Object.assign(journey.tree.nodes, { Check: { nodeType: "" } }),
    ],
    [
      "a connection to the text failure",
      (journey) => Object.assign(reference(journey).connections, { true: "failure" }),
    ],
    [
      "a connection to the name of a node",
      (journey) => Object.assign(reference(journey).connections, { true: "Check" }),
    ],
    ["an entry at the text success", (journey) => Object.assign(journey.tree, { entryNodeId: "success" })],
    ["an entry at startNode", (journey) => Object.assign(journey.tree, { entryNodeId: "startNode" })],
  ])("keeps %s apart from what has that name", (_what, change) => {
    const { wanted, built } = rebuilt(change);
    expect(built).toEqual(wanted);
  });
});
