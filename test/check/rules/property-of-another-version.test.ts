import { expect, test } from "vitest";
import { checkExport, codesOf } from "../../support/check-text.js";
import { exportOf, nodeIds, successId } from "../../support/login-export.js";

const [ask] = nodeIds;
const value = (version: string, body: object) =>
  exportOf({
    [ask]: {
      type: "ValidatedUsernameNode",
      connections: { outcome: successId },
      reference: { version },
      body: { _type: { _id: "ValidatedUsernameNode", version }, ...body },
    },
  });

test("a property that only version 2.0 has is reported in version 1.0", () => {
  const found = checkExport(value("1.0", { prepopulate: true }));
  expect(codesOf(found)).toEqual(["property-of-another-version"]);
});

test("in its own version it is fine; one that no version has is unknown", () => {
  expect(codesOf(checkExport(value("2.0", { prepopulate: true })))).toEqual([]);
  expect(codesOf(checkExport(value("1.0", { prepopulated: true })))).toEqual(["unknown-property"]);
});
