import { expect, test } from "vitest";
import { isVersion, versionText } from "../../src/model/version-text.js";

test.each([
  [1, "1.0"],
  [2, "2.0"],
  [1.5, "1.5"],
  ["1.0", "1.0"],
  ["2", "2"],
  ["", undefined],
  [null, undefined],
  [true, undefined],
  [{}, undefined],
  [undefined, undefined],
])("the version %j of an export is %j", (version, text) => expect(versionText(version)).toBe(text));

test.each(["0", "0.1", "1", "1.0", "2.0", "10.12"])("%s can stand after @", (version) => {
  expect(isVersion(version)).toBe(true);
});

test.each(["", "01", "1.", ".5", "1.0.0", "v1", "1 ", "1.x", "-1"])("%j cannot", (version) => {
  expect(isVersion(version)).toBe(false);
});
