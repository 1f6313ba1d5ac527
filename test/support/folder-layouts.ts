import type { Json, JsonObject } from "../../src/text/json.js";
import { writeLike } from "../../src/text/json-form.js";
import { exportFixture, fixtureScript, fixtureIds as ids } from "./export-fixture.js";

/** A text as Jackson writes it, which AM uses for its file-based configuration. */
const jackson = (value: Json) => writeLike('{\n  "a" : [ 1 ]\n}', value);

const plain = (value: Json) => JSON.stringify(value, null, 2);

const { tree, nodes, innerNodes, scripts } = exportFixture();

const references = tree.nodes as JsonObject;

function journeyNamed(id: string): JsonObject {
  return { ...tree, _id: id, _rev: "-1234" };
}

const bodies: JsonObject = { ...nodes, ...innerNodes };

const typeOf = (body: Json) => (body as { _type: { _id: string } })._type._id;

/** The same journey in every layout that folders keep journeys in, with another one beside it. Texts by path. */
export const folderLayouts: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "file-based configuration": fileBased(),
  Amster: amster(),
  "REST bodies": {
    "am/trees/Sign In.json": plain(journeyNamed("Sign In")),
    "am/trees/Empty.json": plain(empty()),
    ...bodyFiles((id) => `am/nodes/${id}.json`),
  },
  "lists of a query beside files of nodes": {
    "am/trees?_queryFilter=true": `${plain({ result: [empty(), journeyNamed("Sign In")], resultCount: 2, pagedResultsCookie: null })}\n`,
    ...bodyFiles((id, body) => `am/nodes/${typeOf(body)}/${id}.json`),
  },
  "lists of a query": {
    "trees?_queryFilter=true.json": plain({ result: [journeyNamed("Sign In"), empty()] }),
    "nodes?_queryFilter=true.json": plain({ result: Object.values(bodies) }),
  },
  "made by hand, nodes as a list": {
    "auth-trees/sign-in.json": `${JSON.stringify(handMade("Sign In"), null, 4)}\n`,
    "auth-trees/empty.json": `${JSON.stringify({ tree: empty(), nodes: [] }, null, 4)}\n`,
    "package.json": plain({ name: "tenant", version: "1.0.0" }),
  },
  "made by hand, what to send of scripts in a list": {
    "config/auth-trees/sign-in.json": `${JSON.stringify(handMade("Sign In"), null, 4)}\n`,
    "config/auth-trees/empty.json": `${JSON.stringify({ tree: empty(), nodes: [] }, null, 4)}\n`,
    "config/am-scripts/scripts-config.json": `${plain({ scripts: sentScripts() })}\n`,
    "config/am-scripts/scripts-content/rate-the-risk.js": fixtureScript,
  },
  "frodo, each journey and each script in a file": {
    "journey/Sign In.journey.json": plain({ trees: { "Sign In": { ...exported("Sign In"), scripts: {} } } }),
    "journey/Empty.journey.json": plain({ trees: { Empty: { tree: empty(), nodes: {}, innerNodes: {} } } }),
    "script/Rate the risk.script.json": plain({ meta: { origin: "x" }, script: textsApart() }),
    "script/Rate the risk.script.js": fixtureScript,
  },
  "made by hand, answers as a list": {
    "auth-trees/sign-in.json": plain({ nodes: answers(), tree: journeyNamed("Sign In") }),
    "auth-trees/empty.json": plain({ nodes: [], tree: empty() }),
  },
  "made by hand, settings beside their ids": {
    "auth-trees/sign-in.json": plain({ tree: journeyNamed("Sign In"), nodes: Object.values(bodies) }),
    "auth-trees/empty.json": plain({ nodes: [], tree: empty() }),
  },
  "settings inside the tree": {
    "trees/Sign In.json": plain({ ...journeyNamed("Sign In"), nodes: embedded() }),
    "trees/Empty.json": plain(empty()),
  },
  "frodo, each journey in a file": {
    "realm/root-alpha/journey/Sign In.journey.json": `${plain({ meta: { origin: "x" }, trees: { "Sign In": exported("Sign In") } })}\n`,
    "realm/root-alpha/journey/Empty.journey.json": plain({
      trees: { Empty: { tree: empty(), nodes: {}, innerNodes: {} } },
    }),
  },
  "frodo, one file": {
    "all.config.json": plain({
      meta: {},
      realm: {
        "root-alpha": {
          authentication: { trees: { maximum: 5 } },
          trees: { Empty: { tree: empty(), nodes: {}, innerNodes: {} }, "Sign In": exported("Sign In") },
        },
      },
    }),
  },
};

function empty(): JsonObject {
  return {
    _id: "Empty",
    _rev: "7",
    enabled: true,
    entryNodeId: ids.success,
    identityResource: "managed/alpha_user",
    nodes: {},
  };
}

function exported(id: string): JsonObject {
  return { innerNodes, nodes, scripts, tree: journeyNamed(id) };
}

function handMade(id: string): JsonObject {
  const list = Object.values(bodies).map((body) => {
    const { _id, _type, ...details } = body as Record<string, Json>;
    return { _id: _id!, nodeType: (_type as JsonObject)._id!, details };
  });
  return { nodes: list, tree: journeyNamed(id) };
}

function sentScripts(): readonly Json[] {
  return Object.values(scripts).map((script) => ({
    payload: { ...(script as JsonObject), script: "<replace>" },
    filename: "rate-the-risk.js",
  }));
}

function textsApart(): JsonObject {
  const script = "file://Rate the risk.script.js";
  return Object.fromEntries(Object.entries(scripts).map(([id, each]) => [id, { ...(each as JsonObject), script }]));
}

function answers(): Json {
  return Object.values(bodies).map((body) => ({ type: typeOf(body), id: (body as { _id: string })._id, body }));
}

function embedded(): JsonObject {
  return Object.fromEntries(
    Object.entries(references).map(([id, reference]) => {
      const body = { ...(nodes[id] as Record<string, Json>), ...(id === ids.page ? { nodes: [] } : {}) };
      return [id, { ...(reference as JsonObject), config: body }];
    }),
  );
}

function bodyFiles(path: (id: string, body: Json) => string): Record<string, string> {
  const files = Object.entries(bodies).map(([id, body]) => [
    path(id, body),
    plain({ _rev: "9", ...(body as JsonObject) }),
  ]);
  return Object.fromEntries(files) as Record<string, string>;
}

function entity(type: string, id: string, data: JsonObject, metadata: JsonObject = {}): JsonObject {
  return { data, metadata: { realm: "/alpha", ...metadata, entityType: type, entityId: id, pathParams: {} } };
}

function fileBased(): Record<string, string> {
  const root = "config/services/realm/root-alpha";
  const files: Record<string, string> = {};
  const add = (type: string, name: string, id: string, data: JsonObject) => {
    const path = `${root}/${type.toLowerCase()}/1.0/organizationconfig/default/${name}.json`;
    files[path] = jackson(entity(type, id, { ...data, _id: `default/${id}` }, { amsterVersion: "&{version}" }));
  };
  add("authenticationTreesService", "sign in", "Sign In", journeyNamed("Sign In"));
  add("authenticationTreesService", "empty", "Empty", empty());
  for (const [id, body] of Object.entries(bodies)) {
    const { _outcomes, nodes: children, ...settings } = body as Record<string, Json>;
    const type = typeOf(body);
    const entries = (children as readonly Json[] | undefined)?.map((child) => {
      const { _id, nodeType, displayName } = child as Record<string, string>;
      return `${_id}:${nodeType}:${displayName}`;
    });
    add(type, id, id, {
      ...settings,
      _type: { _id: type, collection: true, name: type },
      ...(entries === undefined ? {} : { nodes: entries }),
    });
  }
  for (const [id, script] of Object.entries(scripts)) {
    const name = `default/scriptConfigurations/${id}`;
    files[`${root}/scriptingservice/1.0/organizationconfig/default/scriptconfigurations/${id}.json`] = jackson(
      entity("ScriptingService", name, { ...(script as JsonObject), _id: name }),
    );
  }
  files[`${root}/authenticationtreesservice/1.0/organizationconfig/default.json`] = jackson(
    entity("authenticationTreesService", "default", { _id: "default", _type: { _id: "authenticationTreesService" } }),
  );
  return files;
}

function amster(): Record<string, string> {
  const files: Record<string, string> = {
    "realms/root-alpha/AuthTree/Sign In.json": plain(entity("AuthTree", "Sign In", journeyNamed("Sign In"))),
    "realms/root-alpha/AuthTree/Empty.json": plain(entity("AuthTree", "Empty", empty())),
  };
  for (const [id, body] of Object.entries(bodies)) {
    const type = typeOf(body);
    files[`realms/root-alpha/${type.replace(/Node$/, "")}/${id}.json`] = plain(entity(type, id, body as JsonObject));
  }
  return files;
}
