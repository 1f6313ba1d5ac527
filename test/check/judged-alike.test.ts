import { describe, expect, test } from "vitest";
import { buildText, type LooseExport } from "../support/import-support.js";
import { judgeBoth } from "../support/judge-both.js";

const ask = "0a5e0c63-0000-4000-8000-000000000001";
const page = "0a5e0c63-0000-4000-8000-000000000002";
const child = "0a5e0c63-0000-4000-8000-000000000003";
const inner = "0a5e0c63-0000-4000-8000-000000000004";
const mail = "0a5e0c63-0000-4000-8000-000000000005";
const nobody = "0a5e0c63-0000-4000-8000-00000000dead";

const text = `journey Login {
  start -> Ask

  node Ask: UsernameCollector {
    -> Page
  }

  page Page {
    node Password: PasswordCollector

    -> Inner
  }

  node Inner: InnerTreeEvaluator {
    tree: "Second"

    true -> Mail
    false -> failure
  }

  node Mail: EmailTemplate {
    emailTemplateName: "welcome"

    EMAIL_SENT, EMAIL_NOT_SENT -> success
  }

  layout {
    Ask "${ask}"
    Page "${page}"
    Page.Password "${child}"
    Inner "${inner}"
    Mail "${mail}"
  }
}
`;
const built = JSON.stringify(buildText(text));

/** What somebody or something did to the export, and the findings that it must have in both forms. */
const changes: readonly (readonly [string, (journey: LooseExport) => void, readonly string[]])[] = [
  ["nothing", () => {}, []],
  ["no body", ({ nodes }) => delete nodes[ask], [`error missing-body ${ask}`]],
  ["no body of an inner node", ({ innerNodes }) => delete innerNodes[child], [`error missing-body ${child}`]],
  ["no body of a page", ({ nodes }) => delete nodes[page], [`error missing-body ${page}`]],
  ["an empty page", ({ nodes }) => (nodes[page].nodes = []), [`error empty-page ${page}`, "info orphan-body "]],
  ["a required property", ({ nodes }) => delete nodes[inner].tree, [`error missing-property ${inner}`]],
  [
    "a property nobody knows, in the cloud",
    ({ nodes }) => (nodes[mail].colour = 1),
    [`warning unknown-property ${mail}`],
  ],
  [
    "a property nobody knows, on a server that stands on its own",
    ({ nodes, tree }) => {
      tree.identityResource = "managed/user";
      nodes[mail].colour = 1;
    },
    [`info unknown-property ${mail}`],
  ],
  ["a misspelt property", ({ nodes }) => (nodes[mail].emailTemplatName = "x"), [`warning unknown-property ${mail}`]],
  [
    "a property nobody knows, in bodies that no server wrote",
    ({ nodes, innerNodes }) => {
      for (const body of [...Object.values<LooseExport>(nodes), ...Object.values<LooseExport>(innerNodes)])
        body._type = { _id: body._type._id };
      nodes[mail].colour = 1;
    },
    [`warning unknown-property ${mail}`],
  ],
  ["a member of the tree that nobody knows", ({ tree }) => (tree.enabeld = true), ["warning unknown-property "]],
  ["a tree's member of the wrong kind", ({ tree }) => (tree.mustRun = "yes"), ["warning wrong-value "]],
  ["no entry", ({ tree }) => delete tree.entryNodeId, ["warning missing-start "]],
  ["an entry that is gone", ({ tree }) => (tree.entryNodeId = nobody), ["error stale-entry "]],
  ["a stray body", ({ nodes }) => (nodes[nobody] = { ...nodes[ask], _id: nobody }), ["info orphan-body "]],
  [
    "a node on a page and in the tree",
    ({ nodes, tree }) =>
      nodes[page].nodes.push({ _id: ask, displayName: "Ask", nodeType: tree.nodes[ask].nodeType, nodeVersion: "1.0" }),
    [`warning shared-node ${page}`],
  ],
  ["a page in a page", ({ nodes }) => (nodes[page].nodes[0].nodeType = "PageNode"), [`error misplaced-page ${child}`]],
  [
    "a connection for no outcome",
    ({ tree }) => (tree.nodes[ask].connections.gone = inner),
    [`warning stale-connection ${ask}`],
  ],
  [
    "the same without lists of outcomes",
    ({ tree, nodes, innerNodes }) => {
      tree.nodes[ask].connections.gone = inner;
      for (const body of [...Object.values<LooseExport>(nodes), ...Object.values<LooseExport>(innerNodes)])
        delete body._outcomes;
    },
    [],
  ],
  [
    "an outcome that only the list has",
    ({ nodes }) => nodes[ask]._outcomes.push({ id: "more", displayName: "More" }),
    [`warning unconnected-outcome ${ask}`],
  ],
  [
    "a connection to nobody",
    ({ tree }) => (tree.nodes[ask].connections.outcome = nobody),
    [`error dangling-connection ${ask}`, `warning unreachable-node ${page}`],
  ],
  [
    "a template that the export lacks beside another",
    (journey) => (journey.emailTemplates = { other: { _id: "emailTemplate/other", message: { en: "Hi" } } }),
    [`warning missing-reference ${mail}`],
  ],
  [
    "outcomes of a type that is nowhere, not in order",
    ({ tree, nodes }) => {
      tree.nodes[ask].nodeType = "OurNode";
      nodes[ask]._type._id = "OurNode";
      nodes[ask]._outcomes = [
        { id: "outcome", displayName: "Outcome" },
        { id: "error", displayName: "Error" },
      ];
    },
    [`warning unconnected-outcome ${ask}`],
  ],
  [
    "versions that disagree",
    ({ nodes }) => (nodes[page]._type.version = "9.0"),
    [`warning disagreeing-version ${page}`],
  ],
];

describe("an export is judged as the text that is imported from it", () => {
  test.each(changes)("%s", (_, change, expected) => {
    const whole = JSON.parse(built);
    change(whole.trees.Login);
    const { asExport, asText } = judgeBoth("test.json", JSON.stringify(whole, null, 2));
    expect(asText).toEqual(asExport);
    const own = asExport.filter((finding) => finding !== `warning unknown-inner-journey ${inner}`);
    expect(own).toEqual(expected);
  });
});
