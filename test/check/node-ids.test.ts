import fc from "fast-check";
import { expect, test } from "vitest";
import { NodeIds } from "../../src/check/node-ids.js";
import type { Journey } from "../../src/model/model.js";
import { bindText } from "../support/read-project.js";

/** Journeys of one name after the other, so that nodes of the same name have the same id. */
function journeyWith(names: readonly string[]): Journey {
  const nodes = names.map((name) => `node ${name}: UsernameCollector { -> success }`);
  const page = "page P { node Inner: PasswordCollector\n -> success }";
  return bindText(`journey J {\n start -> P\n ${page}\n ${nodes.join("\n")}\n }`).model.journeys[0]!;
}

const pool = [journeyWith(["A", "B"]), journeyWith(["B", "C"]), journeyWith(["C"]), journeyWith([])];
const idsOf = ({ nodes }: Journey) => nodes.flatMap(({ id, children }) => [id, ...children.map((child) => child.id)]);

test("whatever came and went before, the shared ids are those that two journeys have", () => {
  fc.assert(
    fc.property(fc.array(fc.uniqueArray(fc.constantFrom(...pool)), { maxLength: 6 }), (steps) => {
      const ids = new NodeIds();
      for (const journeys of steps) {
        const all = journeys.flatMap((journey) => [...new Set(idsOf(journey))]);
        const expected = new Set(all.filter((id, index) => all.indexOf(id) !== index));
        expect(new Set(ids.sharedBy(journeys))).toEqual(expected);
      }
    }),
  );
});
