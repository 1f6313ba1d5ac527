import { nodeRoles, securityTopics } from "./node-type.js";
import { amount, anything, byMember, flag, listOf, mapOf, record, text, type ValueCheck, word } from "./shape.js";

/*
 * The contract of node-type.ts as a check, for files that others write. A test holds the two together by checking every
 * file of the catalogue.
 */

const simpleCondition = byMember({
  equals: record({ property: text, equals: anything }, { default: anything }),
  greaterThan: record({ property: text, greaterThan: amount }, { default: anything }),
  present: record({ property: text, present: flag }, { default: anything }),
});

/** One level of `all` is enough for every type known, and keeps the depth bounded. */
const condition = byMember({
  all: record({ all: listOf(simpleCondition) }),
  property: simpleCondition,
});

const reference = record(
  {
    kind: word(
      "script",
      "tree",
      "emailTemplate",
      "socialProvider",
      "saml2Entity",
      "managedObject",
      "managedAttribute",
      "nodeType",
      "service",
      "webhook",
      "policySet",
      "identityStore",
      "idmConnector",
    ),
  },
  { many: flag, contexts: listOf(text), role: text, service: text, when: condition },
);

const step: ValueCheck = (value, pointer, report) =>
  (Array.isArray(value) ? listOf(text) : text)(value, pointer, report);

const weaker: ValueCheck = (value, pointer, report) => {
  if (Array.isArray(value)) listOf(step)(value, pointer, report);
  else if (typeof value !== "boolean") word("higher", "lower")(value, pointer, report);
};

/** What may be said of a property beside its name. */
export const propertyMembers = {
  order: amount,
  items: word("string", "object"),
  map: word("string"),
  localized: flag,
  shown: flag,
  placeholders: listOf(text),
  default: anything,
  required: flag,
  nonEmpty: flag,
  neededWhen: condition,
  otherThan: text,
  amongKeysOf: text,
  enum: listOf(anything),
  labels: mapOf(text),
  minimum: amount,
  maximum: amount,
  exclusiveMinimum: amount,
  minItems: amount,
  loose: byMember({ above: record({ above: amount }), below: record({ below: amount }) }),
  format: text,
  unit: text,
  secret: flag,
  secretLabel: anything,
  reference,
  since: text,
  legacy: flag,
  deprecated: flag,
  observedOnly: flag,
  ofRequest: word("cookie", "header", "query"),
  security: record({ topic: word(...securityTopics), weaker }),
  note: text,
};

export const propertyType = word("string", "integer", "number", "boolean", "array", "object");

const outcomePart = byMember({
  id: record({ id: text, displayName: text }, { displayNameFrom: text, when: condition }),
  each: record({ each: text }, { when: condition }),
  eachKey: record({ eachKey: text }, { when: condition }),
  delegate: record({ delegate: text, mode: word("all") }),
  idPrefix: record({ childOutcomes: word("lastAndStandalone"), idPrefix: text }),
  childOutcomes: record({ childOutcomes: word("last") }),
});

const outcomeRule = record(
  { kind: word("static", "dynamic", "unknown"), parts: listOf(outcomePart) },
  { confidence: word("ids-only", "inferred"), alsoSeen: listOf(listOf(text)), note: text },
);

const stateAccessMembers = {
  required: flag,
  source: text,
  fallback: text,
  onOutcomes: listOf(text),
  guaranteed: flag,
  guaranteedWhen: text,
  transient: flag,
  when: condition,
  delegate: text,
  value: word("button", "texts"),
  note: text,
};

const store = word("shared", "transient", "objectAttributes", "secureOrTransient", "any");

const stateAccess = byMember({
  key: record({ key: text, store }, stateAccessMembers),
  property: record({ property: text, store }, stateAccessMembers),
  eachOf: record({ eachOf: text, store }, stateAccessMembers),
});

/** A plain value, or what a value is like. */
const settingTest: ValueCheck = (value, pointer, report) => {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return;
  byMember({
    empty: record({ empty: flag }),
    below: record({ below: amount }, { above: amount }),
    above: record({ above: amount }),
    not: record({ not: anything }),
    ending: record({ ending: text }),
    containing: record({ containing: text }),
    lacking: record({ lacking: text }),
    longerThan: record({ longerThan: text }),
    naming: record({ naming: listOf(text) }),
    lackingForm: record({ lackingForm: word("JSON") }),
  })(value, pointer, report);
};

const nodeVersion = record(
  { outcomes: outcomeRule, constraints: listOf(text) },
  {
    properties: listOf(record({ name: text, type: propertyType }, propertyMembers)),
    propertiesIncomplete: flag,
    inputs: listOf(stateAccess),
    outputs: listOf(stateAccess),
    callbacks: listOf(
      record(
        { type: text },
        {
          id: text,
          when: condition,
          perItemOf: text,
          buttons: listOf(record({ label: text, outcome: text }, { text })),
          note: text,
        },
      ),
    ),
    useless: listOf(
      record(
        { when: mapOf(settingTest), effect: text, help: text },
        { unlessBefore: listOf(text), unlessBehind: listOf(text), ifNext: listOf(text), tooLateAt: listOf(text) },
      ),
    ),
  },
);

/** What a type is to the rules; the words are explained in `docs/catalogue.md`. */
const role = word(...nodeRoles);

export const allowedInPage = word("yes", "no", "standalone", "ifCallbacks", "noCallbacks", "unknown");

/** The shape of a file in `catalogue/`. */
export const nodeTypeShape = record(
  {
    id: text,
    displayName: text,
    summary: text,
    tags: listOf(text),
    deprecated: flag,
    where: record({ cloud: flag, onPrem: flag, marketplace: flag }, { custom: text, since: text }),
    allowedInPage,
    defaultVersion: text,
    versions: mapOf(nodeVersion),
  },
  {
    displayNameGuessed: flag,
    supersededBy: text,
    roles: listOf(role),
    servesEnd: word("success", "failure"),
    provenOn: listOf(text),
    failedOn: listOf(text),
    note: text,
  },
);
