import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readExport } from "../../../src/export-json/read/read-export.js";
import type { Journey } from "../../../src/model/model.js";
import { SourceFile } from "../../../src/text/source-file.js";
import { layOutPicture } from "../../../src/write/graph/lay-out-picture.js";
import { corpusIsThere, corpusSample, readCorpus } from "../../support/corpus.js";
import { journey, journeyOfNumbers, node } from "../../support/journey-fixture.js";
import { bindFiles } from "../../support/read-project.js";
import { resetPassword } from "../../support/reset-password.js";
import { pictureProblems, sharedLines } from "./picture-problems.js";

const anyJourney = fc
  .integer({ min: 0, max: 25 })
  .chain((size) => fc.array(fc.array(fc.nat(size + 1), { maxLength: 5 }), { minLength: size, maxLength: size }))
  .map((targets) => journeyOfNumbers(targets));

describe("layOutPicture", () => {
  it("draws the example from left to right, the ends behind all else", () => {
    const { boxes, arrows } = layOutPicture(resetPassword());
    const left = boxes.map(({ x, vertex }) => [x, vertex.kind === "node" ? vertex.node.name : vertex.kind] as const);
    expect(left.sort(([a], [b]) => a - b).map(([, name]) => name)).toEqual([
      "start",
      "AskEmail",
      "FindUser",
      "SendLink",
      "NewPassword",
      "SavePassword",
      "success",
      "failure",
    ]);
    expect(arrows).toHaveLength(8);
    expect(pictureProblems(layOutPicture(resetPassword()))).toEqual([]);
  });

  it("keeps outcomes in their order at the right side, and starts each arrow at its own", () => {
    const subject = journey("A", [node("A", { yes: "success", maybe: "A", no: "failure" })]);
    const { boxes, arrows } = layOutPicture(subject);
    const box = boxes.find(({ vertex }) => vertex.kind === "node")!;
    expect(box.ports.map(({ label }) => label)).toEqual(["yes", "maybe", "no"]);
    for (const { outcomeId, y } of box.ports) {
      const arrow = arrows.find(({ edge }) => edge.from === box.index && edge.connection.outcomeId === outcomeId);
      expect(arrow?.points[0]).toEqual({ x: box.x + box.width, y: box.y + y });
    }
  });

  it("leads loops around: out to the right, back, and in from the left", () => {
    const subject = journey("A", [
      node("A", { next: "B", again: "A" }),
      node("B", { next: "C" }),
      node("C", { retry: "A", done: "success" }),
    ]);
    const picture = layOutPicture(subject);
    expect(pictureProblems(picture)).toEqual([]);
    const loops = picture.arrows.filter(({ back }) => back);
    expect(loops.map(({ edge }) => [edge.from, edge.to])).toEqual([
      [1, 1],
      [3, 1],
    ]);
    const a = picture.boxes.find(({ index }) => index === 1)!;
    // Both share the line that enters A from the left; the column right of A is where the second joins.
    const trunks = picture.trunks.filter(({ back }) => back);
    expect(trunks.at(-1)?.points.at(-1)).toEqual({ x: a.x, y: a.y + a.entry });
  });

  it("says by name where a connection to no node leads, and what is not connected", () => {
    const subject = journey("A", [
      node("A", { out: "#gone" }),
      node("B", { x: "success" }, { outcomes: [outcomeOf("x"), outcomeOf("y")] }),
    ]);
    const ports = layOutPicture(subject).boxes.flatMap((box) => box.ports.map(({ label, kind }) => `${label} ${kind}`));
    expect(ports).toEqual([" line", "out → ? gone foreign", "x line", "y open"]);
  });

  it("leaves out an end that nothing leads to", () => {
    const { boxes } = layOutPicture(journey("A", [node("A", { outcome: "success" })]));
    expect(boxes.map(({ vertex }) => vertex.kind)).toEqual(["start", "node", "success"]);
  });

  it("puts nothing on top of anything, whatever the journey", () => {
    fc.assert(
      fc.property(anyJourney, (subject) => {
        expect(pictureProblems(layOutPicture(subject))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it("is the same every time", () => {
    fc.assert(
      fc.property(anyJourney, (subject) => {
        expect(layOutPicture(subject)).toEqual(layOutPicture(structuredCloneOf(subject)));
      }),
      { numRuns: 20 },
    );
  });

  it("draws a thousand nodes, in a chain with ways out, and as a thicket", () => {
    const size = 1000;
    const chain = journeyOfNumbers(
      Array.from({ length: size }, (_, index) => [index + 1, size + 1, Math.max(0, index - 3)]),
    );
    const thicket = journeyOfNumbers(
      Array.from({ length: size }, (_, index) => [
        (index * 7 + 1) % size,
        (index * 13 + 5) % size,
        (index * 31) % size,
      ]),
    );
    expect(layOutPicture(chain).boxes).toHaveLength(size + 3);
    expect(layOutPicture(thicket).boxes).toHaveLength(size + 1);
  });
});

describe("pictures of the examples", () => {
  it.each(["login/Login", "login/SecondFactor", "registration/Registration", "reset-password/ResetPassword"])(
    "%s",
    (name) => {
      const { model } = bindFiles([`examples/${name}.journey`]);
      const picture = layOutPicture(model.journeys[0]!);
      expect(pictureProblems(picture)).toEqual([]);
      expect(sharedLines(picture)).toEqual([]);
    },
  );
});

describe.skipIf(!corpusIsThere)("pictures of the corpus (skipped where ../shared/corpus is absent)", () => {
  it("have nothing on top of anything", () => {
    let journeys = 0;
    let shared = 0;
    for (const { file: path } of corpusSample()) {
      const source = new SourceFile(path, readCorpus(path));
      for (const subject of readExport(source, {}).model.journeys) {
        const picture = layOutPicture(subject);
        expect({ path, problems: pictureProblems(picture) }).toEqual({ path, problems: [] });
        shared += sharedLines(picture).length;
        journeys++;
      }
    }
    expect(journeys).toBeGreaterThan(100);
    expect(shared).toBe(0);
  });
});

function outcomeOf(id: string) {
  return { id, displayName: id, outcome: id, child: undefined };
}

/** The same journey made of other objects. */
function structuredCloneOf(subject: Journey): Journey {
  return { ...subject, nodes: subject.nodes.map((one) => ({ ...one, connections: [...one.connections] })) };
}
