import fc from "fast-check";
import { expect, test } from "vitest";
import { blocksAround } from "../../../src/language/completion/completion-place.js";
import { excerptAround } from "../../../src/language/completion/excerpt.js";
import { type ParseResult, parse } from "../../../src/syntax/parse.js";
import { SourceFile } from "../../../src/text/source-file.js";

const login = `param days = 3

journey Login "the login {" {
  timeout: 3
  start -> Name

  // where it begins
  page Name {
    pageHeader: "in \${days} days"

    node User: UsernameCollector {
      autocompleteValues: ["one", "two"]
    }

    -> Decide
  }

  node Decide: DataStoreDecision {
    true -> Save
    false -> Name
  }

  node Save: SetSessionProperties {
    properties: { level: "2", other: "3" }

    -> success
  }

  require Decide before success

  layout {
    Name 1, 2
    Decide 3, 4
  }
}

journey Other { start -> A node A: Message { message: "m" true -> success } }

scenario "it works" of Login {
  submit Name { User: "demo" }
  expect success
}
`;

/** All that completions ask of the place. */
function told(parsed: ParseResult, at: number, excerpt: ReturnType<typeof excerptAround>) {
  const { blocks, value } = blocksAround(parsed, { start: at, end: at }, excerpt);
  return {
    blocks: blocks.map((block) => ({
      kind: block.kind,
      name: "name" in block ? block.name?.text : undefined,
      members:
        "members" in block
          ? block.members.map((member) => [member.kind, member.kind === "property" ? member.key.text : ""])
          : [],
    })),
    value: value && [value.property, value.way, value.object?.entries.map(({ key }) => key.text)],
  };
}

const parsedText = (text: string) => parse(new SourceFile("login.journey", text));

test("at every place of a text, what is told by an excerpt is what the whole text tells", () => {
  const parsed = parsedText(login);
  let excerpts = 0;
  for (let at = 0; at <= login.length; at++) {
    const excerpt = excerptAround(parsed, { start: at, end: at }, 0);
    if (excerpt !== undefined) excerpts++;
    expect(told(parsed, at, excerpt), login.slice(0, at)).toEqual(told(parsed, at, undefined));
  }
  // Most of the text is in the first journey.
  expect(excerpts).toBeGreaterThan(login.length / 2);
});

const typed = ["node N", "node N: Message {", "true ->", "key:", "x", "\n    ", '"', "[", "page P {", "start ->", "}"];

test("neither is the place another one while something is being typed before it", () => {
  fc.assert(
    fc.property(fc.nat(login.length), fc.constantFrom(...typed), (at, word) => {
      const parsed = parsedText(login.slice(0, at) + word + login.slice(at));
      const cursor = at + word.length;
      const excerpt = excerptAround(parsed, { start: cursor, end: cursor }, 0);
      expect(told(parsed, cursor, excerpt)).toEqual(told(parsed, cursor, undefined));
    }),
    { seed: 16, numRuns: 500 },
  );
});

test("a short text, a place outside of journeys and a text that is broken elsewhere are parsed as a whole", () => {
  const parsed = parsedText(login);
  const inDecide = login.indexOf("true -> Save");
  const at = (offset: number) => ({ start: offset, end: offset });
  expect(excerptAround(parsed, at(inDecide))).toBeUndefined();
  expect(excerptAround(parsed, at(inDecide), 0)?.text).not.toContain("layout");
  expect(excerptAround(parsed, at(login.indexOf("expect")), 0)).toBeUndefined();
  const broken = parsedText(login.replace("Name 1, 2", "Name 1,"));
  expect(excerptAround(broken, at(inDecide), 0)).toBeUndefined();
});
