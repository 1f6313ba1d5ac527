import { expect, test } from "vitest";
import { printItem, printJourneyMember, printLayoutEntry, printMember } from "../../../src/import/into/print-parts.js";
import { parse } from "../../../src/syntax/parse.js";
import { SourceFile } from "../../../src/text/source-file.js";

const text = `param attempts = 3

journey J {
  enabled: true

  start -> P

  page P {
    pageHeader: "Hi"

    node A: UsernameCollector {
      extra: 1
    }

    outcome -> success
  }

  layout {
    P 1, 2 "x"
  }
}
`;

const { file } = parse(new SourceFile("x.journey", text));
const [param, journey] = file.items;
const members = journey?.kind === "journey" ? journey.members : [];
const [enabled, start, page, layout] = members;
const [header, inner, edge] = page?.kind === "page" ? page.members : [];
const [extra] = inner?.kind === "node" ? inner.members : [];

test("each part is printed with the indentation of its place", () => {
  expect(param && printItem(param)).toBe("param attempts = 3");
  expect(start && printJourneyMember(start)).toBe("  start -> P");
  expect(enabled?.kind === "property" && printMember(enabled, 1)).toBe("  enabled: true");
  expect(header?.kind === "property" && printMember(header, 2)).toBe('    pageHeader: "Hi"');
  expect(inner?.kind === "node" && printMember(inner, 2)).toBe(
    "    node A: UsernameCollector {\n      extra: 1\n    }",
  );
  expect(edge?.kind === "edge" && printMember(edge, 2)).toBe("    outcome -> success");
  expect(extra?.kind === "property" && printMember(extra, 3)).toBe("      extra: 1");
  expect(layout?.kind === "layout" && layout.entries.map(printLayoutEntry)).toEqual(['    P 1, 2 "x"']);
  expect(page && printJourneyMember(page)).toBe(text.slice(text.indexOf("  page"), text.indexOf("\n\n  layout")));
});
