// biome-ignore-all lint/suspicious/noTemplateCurlyInString: texts of journeys
import { describe, expect, test } from "vitest";
import { checkFiles } from "../../src/compile/compile.js";
import { SourceFile } from "../../src/text/source-file.js";

const text = `param wait = "6s"
param pause = "\${wait}"

journey Waiting {
  start -> Ask

  page Ask {
    node Name: UsernameCollector

    -> First
  }

  node First: PollingWait {
    secondsToWait: "\${pause}"

    DONE -> Second
    EXITED, SPAM -> failure
  }

  node Second: PollingWait {
    secondsToWait: "\${wait}"

    DONE -> failure
    EXITED, SPAM -> failure
  }
}
`;

const told = (params = new Map<string, string>()) =>
  checkFiles([new SourceFile("a.journey", text)], { params })
    .diagnostics.filter(({ code }) => code === "wrong-value-type")
    .map(({ place, related }) => [place, ...related.map((each) => each.place)].map(shown));
const shown = ({ source, range }: { source: SourceFile; range: { start: number; end: number } }) =>
  `${source.positionAt(range.start).line}: ${source.slice(range)}`;

describe("what is wrong with the default of a parameter", () => {
  test("is told once, where the default stands, with the uses", () => {
    expect(told()).toEqual([['1: "6s"', '14: "${pause}"', '21: "${wait}"']]);
  });

  test("is told at the uses where the value comes from elsewhere", () => {
    expect(told(new Map([["wait", "7s"]]))).toEqual([['2: "${wait}"', '14: "${pause}"'], ['21: "${wait}"']]);
  });
});
