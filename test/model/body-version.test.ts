import { expect, test } from "vitest";
import { disagreeingBodyVersion } from "../../src/model/body-version.js";
import type { Json } from "../../src/text/json.js";
import { node, setting } from "../support/journey-fixture.js";

const versionOf = (type?: Json) =>
  disagreeingBodyVersion(
    node("N", {}, { version: "1.0", bodyOverrides: new Map(type === undefined ? [] : [["_type", setting(type)]]) }),
  )?.version;

test("a body's version is told where it is another one than the tree's", () => {
  expect(versionOf({ version: "2.0" })).toBe("2.0");
  expect(versionOf({ version: 2 })).toBe("2.0");
});

test.each([undefined, { version: "1.0" }, { version: 1 }, {}, { version: null }, "2.0"])(
  "with %j it is not",
  (type) => {
    expect(versionOf(type)).toBeUndefined();
  },
);
