import { expect, test } from "vitest";
import { bindReports } from "../support/bind-reports.js";
import { bindText } from "../support/read-project.js";

const placed = (...lines: readonly string[]) => `journey J {
  start -> P

  page P {
    node A: UsernameCollector

    -> N
  }

  node N: MessageNode {
    true, false -> success
  }

  layout {
${lines.map((line) => `    ${line}\n`).join("")}  }
}
`;

test("gives nodes a position, an id, or both", () => {
  const [journey] = bindText(placed('P 10, -20.5 "p"', 'P.A "a"', "N 0, 0")).model.journeys;
  const [page, node] = journey?.nodes ?? [];
  expect(page).toMatchObject({ id: "p", coordinates: { x: 10, y: -20.5 } });
  expect(page?.children[0]).toMatchObject({ id: "a", coordinates: undefined });
  expect(node).toMatchObject({ coordinates: { x: 0, y: 0 } });
  expect(node?.connections.map(({ outcomeId }) => outcomeId)).toEqual(["true", "false"]);
});

test("gives the start and the ends their positions", () => {
  const [journey] = bindText(placed("start 1, 2", "failure 3, 4")).model.journeys;
  expect([...(journey?.terminalCoordinates ?? [])]).toEqual([
    ["start", { x: 1, y: 2 }],
    ["failure", { x: 3, y: 4 }],
  ]);
  expect(bindReports(placed("start 1, 2", "success 5, 6", "failure 3, 4"))).toEqual([]);
});

test("an end without a position has none", () => {
  const { model, diagnostics } = bindText(placed('start "x"'));
  expect([...(model.journeys[0]?.terminalCoordinates ?? [])]).toEqual([]);
  expect(diagnostics).toEqual([]);
});

test("a second line for a node is reported, and ignored", () => {
  const text = placed("N 1, 2", 'P.A "a"', "N 3, 4", 'P.A "b"');
  expect(bindReports(text)).toMatchObject([
    { code: "duplicate-name", at: "N", message: 'Layout line "N" is declared twice' },
    { code: "duplicate-name", at: "P.A", message: 'Layout line "P.A" is declared twice' },
  ]);
  expect(bindText(text).model.journeys[0]?.nodes[1]?.coordinates).toEqual({ x: 1, y: 2 });
});

test("a line for a node that does not exist is reported, with the nearest name", () => {
  expect(bindReports(placed("Nn 1, 2", "P.B 1, 2", "N.A 1, 2", "A 1, 2"))).toMatchObject([
    { code: "unknown-node", at: "N.A", message: 'Journey "J" has no node "N.A"', fixes: ["P.A"] },
    { code: "unknown-node", at: "A", message: 'Journey "J" has no node "A"', fixes: ["P.A"] },
    { code: "unknown-node", at: "Nn", message: 'Journey "J" has no node "Nn"', fixes: ["N"] },
    { code: "unknown-node", at: "P.B", message: 'Journey "J" has no node "P.B"', fixes: [] },
  ]);
});

test("an inner node that has its line already is not written for a line without its page", () => {
  expect(bindReports(placed('P.A "x"', 'A "y"'))).toMatchObject([{ code: "unknown-node", at: "A", fixes: [] }]);
});

test("an id that two nodes have is reported at the second one's line", () => {
  expect(bindReports(placed('N "x"', 'P.A "x"'))).toMatchObject([
    {
      code: "duplicate-id",
      message: 'Nodes "P/A" and "N" have the same id "x"',
      at: '"x"',
    },
  ]);
});
