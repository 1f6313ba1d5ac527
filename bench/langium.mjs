// The yardstick of `language-server.mjs`, in a process of its own: what Langium does for a keystroke. For each message it answers the CPU time of
// one key in milliseconds, of all threads. The folder that Langium is installed in comes as an argument, since the project does not depend on it.
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const nodes = 100;
const keys = 10;
const folder = process.argv[2];
const load = (part) => import(pathToFileURL(join(folder, "node_modules", "langium", "lib", part, "index.js")).href);
const [{ createServicesForGrammar }, { URI, DocumentState }] = await Promise.all([load("grammar"), load("")]);

const grammar = `
grammar Journeys
entry File: journeys+=Journey*;
Journey: 'journey' name=ID '{' start=Start members+=Member* '}';
Start: 'start' '->' target=Target;
Member: Node | Page;
Page: 'page' name=ID title=STRING? '{' properties+=Property* children+=Inner+ edges+=Edge* '}';
Inner: 'node' name=ID ':' type=ID title=STRING? '{' properties+=Property* '}';
Node: 'node' name=ID ':' type=ID title=STRING? '{' properties+=Property* edges+=Edge* '}';
Property: name=ID ':' value=Value;
Edge: outcomes+=Outcome (',' outcomes+=Outcome)* '->' target=Target;
Outcome returns string: ID | STRING;
Target: node=[Member:ID] | end=('success' | 'failure');
Value: Text | Amount | Truth | List | Members;
Text: text=STRING;
Amount: amount=NUMBER;
Truth: truth=('yes' | 'no');
List: '[' (items+=Value (',' items+=Value)*)? ']';
Members: {infer Members} '{' (members+=Property (',' members+=Property)*)? '}';
terminal ID: /[_a-zA-Z][\\w_]*/;
terminal NUMBER returns number: /[0-9]+/;
terminal STRING: /"(\\\\.|[^"\\\\])*"/;
hidden terminal SPACE: /\\s+/;
hidden terminal COMMENT: /\\/\\/[^\\n\\r]*/;
`;

/** As many characters for a node as in the text that the known figure was taken with. */
function textOf(count) {
  const members = Array.from({ length: count }, (_, index) => {
    const next = index + 1 < count ? `Node${index + 1}` : "success";
    const settings = `    attributes: ["mail", "givenName"]\n    identityAttribute: "mail"\n    retryLimit: 3\n    saves: yes\n`;
    return index % 5 === 0
      ? `  page Node${index} "Step ${index} of the journey" {\n    header: { en: "Step ${index}", de: "Schritt" }\n    node Ask: AttributeCollector {\n${settings}    }\n    next -> ${next}\n  }\n`
      : `  node Node${index}: RetryLimitDecision "Part ${index} of the journey" {\n${settings}    again -> Node${Math.max(0, index - 2)}\n    reject -> ${next}\n  }\n`;
  });
  return `journey Big {\n  start -> Node0\n\n${members.join("\n")}}\n`;
}

const { shared, validation } = await createServicesForGrammar({ grammar });
/** A check of each thing, and one of the whole graph. */
validation.ValidationRegistry.register({
  Journey(journey, accept) {
    const reached = new Set();
    const next = [journey.start.target];
    // The list grows while it is walked.
    for (const target of next) {
      const node = target.node?.ref;
      if (node === undefined || reached.has(node)) continue;
      reached.add(node);
      next.push(...node.edges.map((edge) => edge.target));
    }
    for (const node of journey.members)
      if (!reached.has(node)) accept("warning", "Nothing leads here", { node, property: "name" });
  },
  Property(property, accept) {
    if (/^[A-Z]/.test(property.name)) accept("warning", "Names are in small letters", { node: property });
  },
});

const uri = URI.parse("memory:/big.txt");
const { TextDocuments, LangiumDocuments, LangiumDocumentFactory, DocumentBuilder } = shared.workspace;
const { TextDocument } = await import(
  pathToFileURL(join(folder, "node_modules", "vscode-languageserver-textdocument", "lib", "esm", "main.js")).href
);
const text = textOf(nodes);
const at = text.indexOf(`Part ${nodes / 2 + 1}`) + 4;
let version = 0;
const show = (now) => TextDocuments.set(TextDocument.create(uri.toString(), "journey", version++, now));
show(text);
const document = LangiumDocumentFactory.fromString(text, uri);
LangiumDocuments.addDocument(document);
await DocumentBuilder.build([document], { validation: true });

/** Types a word, and takes it back. */
async function type() {
  for (const length of [1, 2, 3, 4, 5, 4, 3, 2, 1, 0]) {
    show(`${text.slice(0, at)}${" many".slice(0, length)}${text.slice(at)}`);
    await DocumentBuilder.update([uri], []);
    const found = LangiumDocuments.getDocument(uri);
    if (found.state !== DocumentState.Validated || found.parseResult.parserErrors.length > 0)
      throw new Error("Langium has not read the text");
  }
}

await type();
await type();
process.on("message", async () => {
  const before = process.cpuUsage();
  await type();
  const { user, system } = process.cpuUsage(before);
  process.send((user + system) / 1000 / keys);
});
process.send({ characters: text.length });
