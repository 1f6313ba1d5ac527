import { expect } from "vitest";
import type { IntoResult } from "../../src/import/into/import-into.js";
import { buildText, into } from "./import-support.js";

type Files = ReadonlyMap<string, string>;

/**
 * Brings the export that one text builds into another text, as when somebody has changed the journey in the admin console. What
 * comes out must build that export again.
 */
export function bringText(
  before: string,
  after: string,
  filesBefore: Files = new Map(),
  filesAfter: Files = filesBefore,
): IntoResult {
  const value = buildText(after, filesAfter);
  const result = into(before, value, filesBefore);
  expect(result.lost).toBeUndefined();
  expect(buildText(result.text, new Map([...filesBefore, ...result.files]))).toEqual(value);
  return result;
}
