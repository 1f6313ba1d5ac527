import { getOwn } from "../../text/json.js";
import type { JsonValue } from "../machine.js";
import { readPath } from "./attribute-path.js";
import { isPresent } from "./identity-store.js";
import type { World } from "./world.js";
import type { AttributePolicy, ManagedObject } from "./world-options.js";

type JsonMap = { readonly [key: string]: JsonValue };

/** A requirement that a value does not meet. */
export interface FailedPolicy {
  readonly requirement: string;
  readonly params?: JsonMap;
}

/** A value under check, and everything that policies compare it with. */
interface PolicyCheck {
  readonly value: JsonValue;
  readonly text: string;
  readonly params: JsonMap;
  readonly object: ManagedObject;
  readonly world: World;
  readonly attribute: string;
  /** The `_id` of the stored object that the value belongs to. */
  readonly id: string | undefined;
}

interface PolicyRule {
  readonly requirement: string;
  readonly accepts: (check: PolicyCheck) => boolean;
}

/** The policies by their ids in the platform's policy service. */
const rules: { readonly [policyId: string]: PolicyRule } = {
  required: { requirement: "REQUIRED", accepts: ({ value }) => value !== null },
  "not-empty": { requirement: "REQUIRED", accepts: ({ value }) => isPresent(value) },
  "minimum-length": {
    requirement: "MIN_LENGTH",
    accepts: ({ text, params }) => [...text].length >= numberOf(params, "minLength"),
  },
  "maximum-length": {
    requirement: "MAX_LENGTH",
    accepts: ({ text, params }) => [...text].length <= numberOf(params, "maxLength", Number.POSITIVE_INFINITY),
  },
  "at-least-X-capitals": {
    requirement: "AT_LEAST_X_CAPITAL_LETTERS",
    accepts: ({ text, params }) => count(text, /\p{Lu}/gu) >= numberOf(params, "numCaps"),
  },
  "at-least-X-numbers": {
    requirement: "AT_LEAST_X_NUMBERS",
    accepts: ({ text, params }) => count(text, /\p{Nd}/gu) >= numberOf(params, "numNums"),
  },
  "cannot-contain-characters": {
    requirement: "CANNOT_CONTAIN_CHARACTERS",
    accepts: ({ text, params }) =>
      !textsOf(params, "forbiddenChars").some((each) => each !== "" && text.includes(each)),
  },
  "cannot-contain-duplicates": {
    requirement: "CANNOT_CONTAIN_DUPLICATES",
    accepts: ({ text, params }) => !repeats(text, numberOf(params, "minLength", 2)),
  },
  "cannot-contain-others": {
    requirement: "CANNOT_CONTAIN_OTHERS",
    accepts: ({ text, params, object }) =>
      !textsOf(params, "disallowedFields").some((field) => {
        const other = readPath(object, field);
        return typeof other === "string" && other.length > 0 && text.toLowerCase().includes(other.toLowerCase());
      }),
  },
  "valid-email-address-format": {
    requirement: "VALID_EMAIL_ADDRESS_FORMAT",
    accepts: ({ text }) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text),
  },
  "valid-phone-format": {
    requirement: "VALID_PHONE_FORMAT",
    accepts: ({ text }) => text === "" || /^[\d\s()+.-]+$/.test(text),
  },
  "valid-name-format": { requirement: "VALID_NAME_FORMAT", accepts: ({ text }) => !/[()<>@,;:"[\]{}|]/.test(text) },
  "valid-username": { requirement: "VALID_USERNAME", accepts: ({ text }) => text.trim() !== "" },
  "valid-number": { requirement: "VALID_NUMBER", accepts: ({ value }) => Number.isFinite(Number(value)) },
  "minimum-number": {
    requirement: "MINIMUM_NUMBER_VALUE",
    accepts: ({ value, params }) => Number(value) >= numberOf(params, "minimum", Number.NEGATIVE_INFINITY),
  },
  "maximum-number": {
    requirement: "MAXIMUM_NUMBER_VALUE",
    accepts: ({ value, params }) => Number(value) <= numberOf(params, "maximum", Number.POSITIVE_INFINITY),
  },
  "valid-date": { requirement: "VALID_DATE", accepts: ({ text }) => !Number.isNaN(Date.parse(text)) },
  "valid-type": {
    requirement: "VALID_TYPE",
    accepts: ({ value, params }) =>
      textsOf(params, "types").includes(typeName(value)) || textsOf(params, "types").length === 0,
  },
  unique: {
    requirement: "UNIQUE",
    accepts: ({ value, attribute, world, id }) => {
      const found = world.identities.find(attribute, value);
      return found === undefined || getOwn(found, "_id") === id;
    },
  },
};

/** Checks a value against the policies of its attribute. A policy that the simulation does not know counts as met. */
export function failedPolicies(
  world: World,
  attribute: string,
  value: JsonValue,
  object: ManagedObject,
  id: string | undefined,
): readonly FailedPolicy[] {
  const text = typeof value === "string" ? value : value === null ? "" : String(value);
  return policiesOf(world, attribute).flatMap(({ policyId, params = {} }) => {
    const rule = Object.hasOwn(rules, policyId) ? rules[policyId] : undefined;
    if (!rule || rule.accepts({ value, text, params, object, world, attribute, id })) return [];
    return [{ requirement: rule.requirement, ...(Object.keys(params).length > 0 && { params }) }];
  });
}

/** The policies of an attribute in the form that callbacks show. */
export function describePolicies(world: World, attribute: string): JsonMap {
  const policies = policiesOf(world, attribute).map(({ policyId, params }) => ({
    policyId,
    ...(params && { params }),
    policyRequirements: [requirementOf(policyId)],
  }));
  return {
    policyRequirements: [...new Set(policies.flatMap(({ policyRequirements }) => policyRequirements))],
    fallbackPolicies: null,
    name: attribute,
    policies,
    conditionalPolicies: null,
  };
}

/** A failed policy in the form that callbacks carry: JSON as text, with the platform's spacing. */
export function failedPolicyText({ requirement, params }: FailedPolicy): string {
  const first = params ? `"params": ${JSON.stringify(params)}, ` : "";
  return `{ ${first}"policyRequirement":"${requirement}" }`;
}

function policiesOf(world: World, attribute: string): readonly AttributePolicy[] {
  const schema = world.identities.schema.get(attribute);
  const given = schema?.policies ?? [];
  return schema?.required && !given.some(({ policyId }) => policyId === "required")
    ? [{ policyId: "required" }, { policyId: "not-empty" }, ...given]
    : given;
}

function requirementOf(policyId: string): string {
  const rule = Object.hasOwn(rules, policyId) ? rules[policyId] : undefined;
  return rule?.requirement ?? policyId.toUpperCase().replaceAll("-", "_");
}

function numberOf(params: JsonMap, name: string, byDefault = 0): number {
  const value = getOwn(params, name);
  return typeof value === "number" ? value : byDefault;
}

function textsOf(params: JsonMap, name: string): readonly string[] {
  const value = getOwn(params, name);
  if (typeof value === "string") return [value];
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === "string") : [];
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function repeats(text: string, length: number): boolean {
  let run = 1;
  for (let index = 1; index < text.length; index++) {
    run = text[index] === text[index - 1] ? run + 1 : 1;
    if (run >= length) return true;
  }
  return false;
}

function typeName(value: JsonValue): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}
