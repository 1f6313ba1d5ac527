import fc from "fast-check";
import type * as ast from "../../src/syntax/ast.js";
import { emptyRange as range } from "../../src/text/range.js";
import { hostileText } from "../support/hostile-text.js";

const plainNames = ["A", "FindUser", "größe", "名前", "x-1", "a_b", "_", "start", "after", "true"];

/** A NAME of the grammar: most keywords are names too. */
const bareName: fc.Arbitrary<ast.Name> = fc.constantFrom(...plainNames).map((text) => ({ text, quoted: false, range }));

const declaredName = bareName.filter(({ text }) => text !== "true");

/** A NAME, or any text in the place of one; whether it was written in quotes does not matter. */
const word: fc.Arbitrary<ast.Name> = fc.oneof(
  bareName,
  fc.record({ text: hostileText, quoted: fc.constant(true), range: fc.constant(range) }),
);

const textPart = fc.oneof(
  hostileText,
  fc.constantFrom(
    "<p>Hello</p>\n\n  <b>\n",
    "a\\",
    "$",
    "{x}",
    '"""',
    '\\"""',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a parameter, or not one.
    "\\${x}",
    "\ta\n\tb",
    " a \n b ",
    "x".repeat(120),
  ),
  fc.constant(`<p class="x">${"long ".repeat(20)}</p>`),
);
const stringPart: fc.Arbitrary<ast.StringPart> = fc.oneof(
  { weight: 3, arbitrary: textPart },
  { weight: 1, arbitrary: fc.constantFrom("realm", "größe").map((param) => ({ param, range })) },
);

/** As the contract has it: no two texts stand side by side. */
function joined(parts: readonly ast.StringPart[]): readonly ast.StringPart[] {
  const result: ast.StringPart[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (typeof part === "string" && typeof last === "string") result[result.length - 1] = last + part;
    else result.push(part);
  }
  return result;
}

const string: fc.Arbitrary<ast.StringValue> = fc
  .array(stringPart, { minLength: 1, maxLength: 3 })
  .map((parts) => ({ kind: "string", block: false, parts: joined(parts), range }));
const number: fc.Arbitrary<ast.NumberValue> = fc
  .constantFrom("0", "-1", "1.50", "1e3", "-0.25E-2", "1234567890123456")
  .map((text) => ({ kind: "number", text, value: Number(text), range }));

type Values = {
  readonly value: ast.Value;
  readonly list: ast.ListValue;
  readonly object: ast.ObjectValue;
};

const values = fc.letrec<Values>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    string,
    number,
    fc.boolean().map((value): ast.Value => ({ kind: "boolean", value, range })),
    fc.constant<ast.Value>({ kind: "null", range }),
    declaredName.map(({ text }): ast.Value => ({ kind: "name", text, range })),
    tie("list"),
    tie("object"),
  ),
  list: fc.array(tie("value"), { maxLength: 4 }).map((items) => ({ kind: "list", items, range })),
  object: fc
    .array(fc.record({ key: word, value: tie("value"), range: fc.constant(range) }), { maxLength: 4 })
    .map((entries) => ({ kind: "object", entries, range })),
}));

const at = { range: fc.constant(range) };
const optional = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined });
const kind = <K extends string>(text: K): fc.Arbitrary<K> => fc.constant(text);
const few = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(arbitrary, { maxLength: 3 });

const property: fc.Arbitrary<ast.Property> = fc.record({
  kind: kind("property"),
  key: word,
  locale: optional(word),
  value: values.value,
  ...at,
});
const outcome: fc.Arbitrary<ast.OutcomeReference> = fc.record({ child: optional(word), outcome: word, ...at });
const edge: fc.Arbitrary<ast.Edge> = fc.record({ kind: kind("edge"), outcomes: few(outcome), target: word, ...at });
const reference: fc.Arbitrary<ast.Reference> = fc
  .tuple(bareName, few(word))
  .map(([first, rest]) => ({ parts: [first, ...rest], range }));
const version = optional(fc.constantFrom("2.0", "1", "10.25").map((text): ast.Version => ({ text, range })));

const node: fc.Arbitrary<ast.NodeDeclaration> = fc
  .record({
    kind: kind("node"),
    name: declaredName,
    type: fc.record({ name: word, version, ...at }),
    title: optional(string),
    members: few(fc.oneof(property, edge)),
    hasBody: fc.boolean(),
    ...at,
  })
  .map((made) => (made.hasBody ? made : { ...made, members: [] }));
const page: fc.Arbitrary<ast.PageDeclaration> = fc.record({
  kind: kind("page"),
  name: declaredName,
  version,
  title: optional(string),
  members: few(fc.oneof(property, node, edge)),
  hasBody: fc.constant(true),
  ...at,
});
const script: fc.Arbitrary<ast.ScriptDeclaration> = fc.record({
  kind: kind("script"),
  name: declaredName,
  title: optional(string),
  properties: few(property),
  ...at,
});
const resource: fc.Arbitrary<ast.ResourceDeclaration> = fc.record({
  kind: kind("resource"),
  resourceKind: declaredName,
  id: string,
  path: string,
  ...at,
});
const layoutEntry: fc.Arbitrary<ast.LayoutEntry> = fc
  .record({
    kind: kind("layout-entry"),
    reference,
    place: optional(fc.tuple(number, number)),
    id: string,
    ...at,
  })
  .map(({ place, ...entry }) => ({ ...entry, x: place?.[0], y: place?.[1] }));

const member: fc.Arbitrary<ast.JourneyMember> = fc.oneof(
  property,
  fc.record({ kind: kind("entry"), target: word, ...at }),
  node,
  page,
  script,
  resource,
  fc.record({ kind: kind("require"), reference, target: declaredName, ...at }),
  fc.record({ kind: kind("forbid"), target: declaredName, reference, ...at }),
  fc.record({ kind: kind("export"), properties: few(property), ...at }),
  fc.record({ kind: kind("layout"), entries: few(layoutEntry), ...at }),
  fc.record({ kind: kind("raw"), value: values.object, ...at }),
);

const givenNamed: fc.Arbitrary<ast.GivenStep> = fc.record({
  kind: kind("given"),
  subject: fc.constantFrom("header", "cookie", "query").map((text) => ({ text, quoted: false, range })),
  name: word,
  value: string,
  ...at,
});
const givenObject: fc.Arbitrary<ast.GivenStep> = fc.record({
  kind: kind("given"),
  subject: fc.constantFrom("user", "session", "state").map((text) => ({ text, quoted: false, range })),
  name: fc.constant(undefined),
  value: values.object,
  ...at,
});
const expected = { kind: "expect", at: undefined, path: undefined, text: undefined, value: undefined, range } as const;
const named = (text: string): ast.Name => ({ text, quoted: false, range });
const expectation: fc.Arbitrary<ast.ExpectStep> = fc.oneof(
  fc.constantFrom("success", "failure", "suspended").map((text) => ({ ...expected, subject: named(text) })),
  reference.map((place) => ({ ...expected, subject: named("at"), at: place })),
  fc.array(reference, { maxLength: 12 }).map((path) => ({ ...expected, subject: named("path"), path })),
  fc
    .tuple(optional(string), optional(values.object))
    .map(([text, value]) => ({ ...expected, subject: named("user"), text, value })),
  fc
    .tuple(fc.constantFrom("callbacks", "log"), values.list)
    .map(([subject, value]) => ({ ...expected, subject: named(subject), value })),
);
const step: fc.Arbitrary<ast.ScenarioStep> = fc.oneof(
  givenNamed,
  givenObject,
  fc.record({ kind: kind("stub"), node: reference, outcome, state: optional(values.object), ...at }),
  fc.record({
    kind: kind("answer"),
    service: fc.constantFrom("http", "openidm").map(named),
    operation: optional(fc.constantFrom("GET", "read").map(named)),
    target: string,
    word: fc.constant(undefined),
    value: fc.oneof(values.object, values.list),
    ...at,
  }),
  fc.record({ kind: kind("submit"), node: reference, inputs: optional(values.object), ...at }),
  fc.record({ kind: kind("resume"), ...at }),
  fc.record({ kind: kind("wait"), duration: fc.constant({ text: "1h30m", milliseconds: 5_400_000, range }), ...at }),
  expectation,
);
const scriptStep: fc.Arbitrary<ast.ScenarioStep> = fc.oneof(
  step,
  fc.record({
    kind: kind("submit"),
    node: fc.constant(undefined),
    inputs: optional(values.object),
    ...at,
  }),
);

const item: fc.Arbitrary<ast.FileItem> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: kind("journey"),
      name: declaredName,
      title: optional(string),
      members: fc.array(member, { maxLength: 6 }),
      ...at,
    }),
  },
  script,
  resource,
  fc.record({
    kind: kind("extern"),
    name: declaredName,
    typeId: string,
    properties: few(property),
    ...at,
  }),
  fc.record({ kind: kind("param"), name: declaredName, value: optional(values.value), ...at }),
  fc.record({
    kind: kind("scenario"),
    title: string,
    journey: declaredName,
    script: fc.constant(undefined),
    steps: few(step),
    ...at,
  }),
  fc.record({
    kind: kind("scenario"),
    title: string,
    journey: fc.constant(undefined),
    script: fc.array(word, { minLength: 1, maxLength: 2 }).map((parts): ast.Reference => ({ parts, range })),
    steps: few(scriptStep),
    ...at,
  }),
);

/** Any tree that a text without mistakes can have, with names and texts of the hostile kind. */
export const arbitraryFile: fc.Arbitrary<ast.FileNode> = fc
  .array(item, { maxLength: 3 })
  .map((items) => ({ kind: "file", items, comments: [], range }));
