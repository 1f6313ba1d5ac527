import { describe, expect, it } from "vitest";
import { writeDot } from "../../../src/write/graph/dot.js";
import { resetPassword } from "../../support/reset-password.js";
import { controlCharacters } from "./control-characters.js";
import { hostileJourney } from "./hostile-journey.js";

describe("writeDot", () => {
  it("writes pages as clusters, and arrows that end at their frames", () => {
    const text = writeDot(resetPassword());
    expect(text).toContain('subgraph cluster_n1 {\n    label="Ask Email";');
    expect(text).toContain('n1c0 [label="Email\\nAttributeCollector"];');
    expect(text).toContain("start -> n1c0 [lhead=cluster_n1];");
    expect(text).toContain("n1c0 -> n2 [ltail=cluster_n1];");
    expect(text).toContain('n2 -> n3 [label="true, false"];');
    expect(text).toContain('n5 -> success [label="PATCHED"];');
  });

  it("marks nodes", () => {
    const text = writeDot(resetPassword(), { marks: new Map([["FindUser", "added"]]) });
    expect(text).toContain('n2 [label="+ Find User\\nIdentifyExistingUser", color="#1a7f37", penwidth=2.5];');
  });

  it("lets no text of a journey out of its quotes", () => {
    const text = writeDot(hostileJourney());
    const bare = text.replace(/"(?:[^"\\]|\\.)*"/g, "_");
    expect(bare).not.toMatch(/["\\<&]|evil|script/);
    expect(text).not.toMatch(controlCharacters);
  });
});
