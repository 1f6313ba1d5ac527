import { describe, expect, it } from "vitest";
import { writeMermaid } from "../../../src/write/graph/mermaid.js";
import { resetPassword } from "../../support/reset-password.js";
import { hostileJourney } from "./hostile-journey.js";

describe("writeMermaid", () => {
  it("writes nodes, pages with their inner nodes, and one arrow for outcomes that lead to one place", () => {
    expect(writeMermaid(resetPassword())).toBe(`flowchart LR
  accTitle: ResetPassword
  start(["Start"])
  subgraph n1["Ask Email"]
    direction TB
    n1c0["Email<br/>AttributeCollector"]
  end
  n2["Find User<br/>IdentifyExistingUser"]
  n3["SendLink<br/>EmailSuspend"]
  subgraph n4["NewPassword"]
    direction TB
    n4c0["Password<br/>ValidatedPassword"]
  end
  n5["SavePassword<br/>PatchObject"]
  success(["✓ Success"])
  failure(["✗ Failure"])
  start --> n1
  n1 --> n2
  n2 -->|"true, false"| n3
  n3 --> n4
  n4 --> n5
  n5 -->|"PATCHED"| success
  n5 -->|"FAILURE"| failure
  classDef success fill:#e3f4e8,stroke:#1a7f37,color:#0f3d1c
  class success success
  classDef failure fill:#fdeaea,stroke:#c62f2f,color:#5c1212
  class failure failure
`);
  });

  it("draws a part, with marks", () => {
    const text = writeMermaid(resetPassword(), {
      only: new Set(["FindUser", "SendLink", "SavePassword"]),
      marks: new Map([["SendLink", "changed"]]),
    });
    expect(text).toContain('n3["~ SendLink<br/>EmailSuspend"]');
    expect(text).toContain("class n3 changed");
    expect(text.match(/-->.*/g)).toEqual(['-->|"true, false"| n3', '-->|"PATCHED"| success', '-->|"FAILURE"| failure']);
    expect(text).not.toContain("start");
  });

  it("lets no text of a journey out of its label", () => {
    const lines = writeMermaid(hostileJourney()).trimEnd().split("\n");
    const label = String.raw`"(?:[^"#&<>%\`;\\]|#\d+;|<br/>)*"`;
    const shapes = [
      /^flowchart LR$/,
      /^ {2}accTitle: [^\n%;#{}]+$/,
      /^ {4}direction TB$/,
      /^ {2}end$/,
      new RegExp(`^ +(subgraph )?n\\d+(c\\d+)?\\[${label}\\]$`),
      new RegExp(`^ {2}\\w+ -->(\\|${label}\\|)? \\w+$`),
      /^ {2}(start|success|failure)\(\["[✓✗]? ?\w+"\]\)$/,
      /^ {2}class(Def)? [\w,]+ [^"]+$/,
    ];
    expect(lines.filter((line) => !shapes.some((shape) => shape.test(line)))).toEqual([]);
  });
});
