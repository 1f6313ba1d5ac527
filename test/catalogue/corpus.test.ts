import { describe, expect, test } from "vitest";
import { lookUpType, versionOf } from "../../src/catalogue/catalogue.js";
import type { NodeType } from "../../src/catalogue/node-type.js";
import { type DerivedOutcomes, deriveOutcomes } from "../../src/catalogue/outcomes.js";
import { defaultsOf, propertyNames, requiredPropertiesMissing } from "../../src/catalogue/properties.js";
import { validateProperties } from "../../src/catalogue/validate.js";
import { corpusIsThere } from "../support/corpus.js";
import { expectFigures } from "../support/figures.js";
import { type CorpusNode, readCorpusNodes } from "./corpus-nodes.js";

/*
 * The catalogue against real exports. Every disagreement is listed here with its reason; docs/catalogue-corpus.md
 * explains them, docs/figures.md counts.
 */

/** Required properties without a default that real nodes lack. */
const lackingRequired: Readonly<Record<string, string>> = {
  "ChoiceCollectorNode.defaultChoice": "an empty text, which the platform leaves out",
  "ChoiceCollectorNode.prompt": "an empty text, which the platform leaves out",
  "JSONPath.insertToSS": "older release of the marketplace node",
  "JSONPath.jpToOutcomeMapper": "older release of the marketplace node",
  "SocialFacebookNode.clientSecret": "a secret, which some exports leave out",
  "SocialGoogleNode.clientSecret": "a secret, which some exports leave out",
  "ThreatMetrixProfilerNode.pageId": "older release of the marketplace node",
  "ThreatMetrixUpdateReviewNode.apiKey": "older release of the marketplace node",
};

const laterRelease = "added by a later release, which the facts do not name";
const handWritten = "configuration written by hand, which leaves defaults to the server";

/** Properties with a default that real nodes lack although it is no empty text and the catalogue names no release for it. */
const lackingDefaults: Readonly<Record<string, string>> = {
  "CreateObjectNode.identityResource": handWritten,
  "DeviceBindingNode.applicationIds": laterRelease,
  "DeviceBindingNode.attestation": laterRelease,
  "DeviceBindingNode.postponeDeviceProfileStorage": laterRelease,
  "DeviceSigningVerifierNode.applicationIds": laterRelease,
  "HaveIBeenPwnedPasswordNode.apiKey": laterRelease,
  "HaveIBeenPwnedPasswordNode.breaches": laterRelease,
  "HaveIBeenPwnedPasswordNode.userAgent": laterRelease,
  "IdentifyExistingUserNode.identifier": laterRelease,
  "InnerTreeEvaluatorNode.displayErrorOutcome": laterRelease,
  "IotAuthenticationNode.additionalAudienceValues": handWritten,
  "IotAuthenticationNode.issueRestrictedToken": handWritten,
  "IotAuthenticationNode.jwtAuthenticationMethod": handWritten,
  "IotRegistrationNode.defaultAttributeValues": handWritten,
  "IotRegistrationNode.jwtRegistrationMethod": handWritten,
  "IotRegistrationNode.verifySubject": handWritten,
  "OathRegistrationNode.scanQRCodeMessage": laterRelease,
  "PatchObjectNode.identityResource": handWritten,
  "PatchObjectNode.ignoredFields": laterRelease,
  "PatchObjectNode.patchAsObject": laterRelease,
  "PingOneVerifyProofing.redirectMessage": laterRelease,
  "PushRegistrationNode.accountName": laterRelease,
  "PushRegistrationNode.bgColor": laterRelease,
  "PushRegistrationNode.scanQRCodeMessage": laterRelease,
  "RESTNode.logRequest": laterRelease,
  "RetryLimitDecisionNode.incrementUserAttributeOnFailure": laterRelease,
  "ThreatMetrixProfilerNode.uri": laterRelease,
  "ThreatMetrixSessionQueryNode.addSharedStateVariablesToRequest": laterRelease,
  "ThreatMetrixSessionQueryNode.uri": laterRelease,
  "ThreatMetrixUpdateReviewNode.finalReviewStatus": laterRelease,
  "ThreatMetrixUpdateReviewNode.trustTagContext": laterRelease,
  "ThreatMetrixUpdateReviewNode.trustTagName": laterRelease,
  "ThreatMetrixUpdateReviewNode.uri": laterRelease,
  "WebAuthnAuthenticationNode.asScript": laterRelease,
  "WebAuthnAuthenticationNode.origins": laterRelease,
  "WebAuthnRegistrationNode.asScript": laterRelease,
  "WebAuthnRegistrationNode.origins": laterRelease,
  "ZeroPageLoginNode.allowWithoutReferer": laterRelease,
  "ZeroPageLoginNode.referrerWhiteList": laterRelease,
  "product-PingOneProtectEvaluationNode.authenticationFlowSubtype": laterRelease,
  "product-PingOneProtectEvaluationNode.authorizationFlowSubtype": laterRelease,
  "product-PingOneProtectEvaluationNode.dynamicRiskPolicySetID": laterRelease,
  "product-PingOneProtectEvaluationNode.dynamicTargetResourceID": laterRelease,
  "product-PingOneProtectEvaluationNode.dynamicTargetResourceName": laterRelease,
  "product-PingOneProtectEvaluationNode.targetedPoliciesEvaluation": laterRelease,
  "product-PingOneProtectInitializeNode.additionalSignalsInitializationOptions": laterRelease,
  "product-PingOneProtectInitializeNode.agentIdentification": laterRelease,
};

/** Display names of types in exports of older releases. Where a file holds the type id as its name, no release is behind it. */
const olderNames: Readonly<Record<string, string>> = {
  PushRegistrationNode: "Push Registration Node",
  SocialProviderHandlerNode: "Social Provider Handler Node",
  ThreatMetrixSessionQueryNode: "ThreatMetrix Session Query",
  onfidoRegistrationNode: "Onfido Registration Node",
};

interface KnownNode {
  readonly node: CorpusNode;
  readonly type: NodeType;
}

function typeOf(node: CorpusNode): NodeType | undefined {
  return node.declared.get(node.typeId) ?? lookUpType(node.typeId);
}

function derive(node: CorpusNode): DerivedOutcomes {
  const type = typeOf(node);
  if (!type) return { outcomes: [], known: false };
  const children = node.children.map((child) => ({
    id: child?.id ?? "",
    name: child?.id ?? "",
    standalone: child !== undefined && typeOf(child)?.allowedInPage === "standalone",
    ...(child ? derive(child) : { outcomes: [], known: false }),
  }));
  return deriveOutcomes(type, node.version, node.properties, children, lookUpType);
}

/** Answers whether the node has the outcomes of another release, which the catalogue knows as well. */
function isOtherRelease({ node, type }: KnownNode): boolean {
  const ids = JSON.stringify(node.outcomes?.map((outcome) => outcome.id));
  return versionOf(type, node.version)?.outcomes.alsoSeen?.some((seen) => JSON.stringify(seen) === ids) ?? false;
}

describe.skipIf(!corpusIsThere)(
  `the catalogue and real exports${corpusIsThere ? "" : " (skipped: ../shared/corpus is absent)"}`,
  () => {
    const nodes = corpusIsThere ? readCorpusNodes() : [];
    const known: readonly KnownNode[] = nodes.flatMap((node) => {
      const type = typeOf(node);
      return type ? [{ node, type }] : [];
    });
    const each = (describeNode: (known: KnownNode) => readonly string[]): readonly string[] => [
      ...new Set(known.flatMap(describeNode)),
    ];

    test("only types made by tenants are unknown", () => {
      expect(nodes.filter((node) => !typeOf(node) && !node.typeId.startsWith("designer-"))).toEqual([]);
    });

    test("derived outcomes have the platform's ids, display names and order", () => {
      const differing = each(({ node, type }) => {
        const derived = derive(node);
        const shown = derived.outcomes.map(({ id, displayName }) => ({ id, displayName }));
        const same = node.outcomes === undefined || JSON.stringify(shown) === JSON.stringify(inOrder(node.outcomes));
        return same || isOtherRelease({ node, type }) || !derived.known ? [] : [`${node.typeId} in ${node.file}`];
      });
      expect(differing).toEqual([]);
    });

    test("outcomes are unknown only for pages that end with a type made by the tenant", () => {
      const unknown = each(({ node }) => {
        if (node.outcomes === undefined || derive(node).known) return [];
        const last = node.children[node.children.length - 1];
        return last && !typeOf(last) ? [] : [`${node.typeId} in ${node.file}`];
      });
      expect(unknown).toEqual([]);
    });

    test("no value that a platform wrote is called wrong", () => {
      const wrong = each(({ node, type }) =>
        validateProperties(type, node.version, node.properties).map(
          ({ property, pointer, problem }) => `${node.typeId}.${property}${pointer} ${problem.kind} in ${node.file}`,
        ),
      );
      expect(wrong).toEqual([]);
    });

    test("no property that a platform wrote is unknown", () => {
      const strange = each(({ node, type }) => {
        const names = propertyNames(type, node.version);
        return names
          ? [...node.properties.keys()].filter((name) => !names.includes(name)).map((name) => `${type.id}.${name}`)
          : [];
      });
      expect(strange).toEqual([]);
    });

    test("required properties are there, but for those listed", () => {
      const missing = each(({ node, type }) =>
        requiredPropertiesMissing(type, node.version, node.properties).map((name) => `${type.id}.${name}`),
      );
      expect(missing.filter((name) => !Object.hasOwn(lackingRequired, name))).toEqual([]);
    });

    test("properties with a default are there, but for empty texts, newer properties and those listed", () => {
      const lacking = each(({ node, type }) => {
        const properties = new Map(
          versionOf(type, node.version)?.properties?.map((property) => [property.name, property]),
        );
        return [...defaultsOf(type, node.version)]
          .filter(([name, value]) => !node.properties.has(name) && value !== "" && !properties.get(name)?.since)
          .map(([name]) => `${type.id}.${name}`);
      });
      expect(lacking.filter((name) => !Object.hasOwn(lackingDefaults, name))).toEqual([]);
    });

    test("are counted in docs/figures.md", () => {
      const count = <Item>(items: readonly Item[], is: (item: Item) => boolean) => items.filter(is).length;
      const withOutcomes = known.filter(({ node }) => node.outcomes !== undefined);
      const values = known.flatMap(({ node, type }) => {
        const defaults = defaultsOf(type, node.version);
        return [...node.properties].map(([name, value]) => ({
          hasDefault: defaults.has(name),
          isDefault: JSON.stringify(defaults.get(name)) === JSON.stringify(value),
        }));
      });
      const lacking = known.map(({ node, type }) => {
        const properties = new Map(versionOf(type, node.version)?.properties?.map((each) => [each.name, each]));
        const defaults = [...defaultsOf(type, node.version)].filter(([name]) => !node.properties.has(name));
        return defaults.map(([name, value]) => ({ isEmpty: value === "", since: properties.get(name)?.since }));
      });
      const all = lacking.flat();
      const newer = count(all, ({ isEmpty, since }) => !isEmpty && since !== undefined);
      const empty = count(all, ({ isEmpty }) => isEmpty);
      const nameOf = ({ node }: KnownNode) => (node.body._type as { readonly name?: string } | undefined)?.name;
      const named = count(known, (each) => nameOf(each) === each.type.displayName);
      const nameless = count(known, (each) => nameOf(each) === undefined);
      const byId = count(known, (each) => nameOf(each) === each.type.id && nameOf(each) !== each.type.displayName);
      expectFigures("The catalogue against the corpus", {
        "bodies of nodes, inner nodes included": nodes.length,
        "with a type of the catalogue": count(nodes, ({ typeId }) => lookUpType(typeId) !== undefined),
        "with a type that their export defines": count(nodes, ({ typeId, declared }) => declared.has(typeId)),
        "nodes of these types that list their outcomes": withOutcomes.length,
        "pages among them": count(withOutcomes, ({ node }) => node.typeId === "PageNode"),
        "outcomes that cannot be known": count(withOutcomes, ({ node }) => !derive(node).known),
        "outcomes of another release": count(withOutcomes, isOtherRelease),
        "values of properties": values.length,
        "values that are the default": count(values, ({ isDefault }) => isDefault),
        "other values where there is a default": count(values, ({ hasDefault, isDefault }) => hasDefault && !isDefault),
        "nodes that hold every property with a default": count(lacking, ({ length }) => length === 0),
        "properties with a default that nodes lack": all.length,
        "of them newer than the export, by the catalogue": newer,
        "of them with an empty text as default": empty,
        "of them listed in the test, with a reason": all.length - newer - empty,
        "nodes with today's display name of their type": named,
        "nodes with the type's id as its display name": byId,
        "nodes with an older display name": known.length - named - nameless - byId,
        "nodes without a display name": nameless,
      });
    });

    test("display names are today's, the type's id, or an older one", () => {
      const strange = each(({ node, type }) => {
        const header = node.body._type as { readonly name?: string } | undefined;
        const accepted = [undefined, type.displayName, type.id, olderNames[type.id]];
        return accepted.includes(header?.name) ? [] : [`${type.id}: ${header?.name}`];
      });
      expect(strange).toEqual([]);
    });
  },
);

function inOrder(outcomes: NonNullable<CorpusNode["outcomes"]>): readonly unknown[] {
  return outcomes.map(({ id, displayName }) => ({ id, displayName }));
}
