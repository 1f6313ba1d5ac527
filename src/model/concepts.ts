import { lettersOf } from "../catalogue/console-labels.js";
import type { ResourceKind } from "./model.js";

/** What somebody writes properties of. */
export type ConceptOwner = "journey" | "node" | "page" | "script";

/** What has another name, or another form, in this language than elsewhere. */
export interface Concept {
  /** The property that does this. */
  readonly property?: string;
  /** How it is written where it is no property. */
  readonly help?: string;
  /** What of the header it is. */
  readonly move?: "title" | "version";
}

/** Property, and its names in the admin console, in exports of other products and in other languages. */
const properties: Readonly<Record<ConceptOwner, readonly (readonly [property: string, words: string])[]>> = {
  journey: [
    [
      "innerTreeOnly",
      "inner innerJourney isInnerJourney innerJourneyOnly innerOnly onlyInner innerTree isInner subJourney subTree childJourney nested nestedOnly library",
    ],
    ["mustRun", "mustRunJourney alwaysRun runAlways forceRun enforceRun forceAuth forceAuthentication"],
    ["noSession", "sessionless withoutSession noSessions skipSession statelessSession disableSession"],
    ["transactionalOnly", "transactional transaction transactionalAuthentication transactionOnly"],
    [
      "identityResource",
      "identityObject managedObject objectType identityType userType identity managedObjectType identityStore userObject",
    ],
    ["enabled", "active isEnabled isActive enable"],
    ["categories", "tags labels category tag groups keywords"],
    ["description", "summary comment comments documentation doc about note notes purpose"],
    [
      "maximumSessionTime",
      "maxSessionTime sessionTimeout sessionLifetime maxSession maxSessionDuration sessionTime sessionDuration sessionLength",
    ],
    [
      "maximumIdleTime",
      "maxIdleTime idleTimeout idleTime inactivityTimeout sessionIdleTime maxIdle sessionIdleTimeout",
    ],
    [
      "treeTimeout",
      "timeout journeyTimeout authTimeout authenticationTimeout maxDuration journeyDuration maxTime treeDuration timeLimit",
    ],
  ],
  page: [
    ["pageHeader", "header heading headline pageTitle headerText"],
    ["pageDescription", "text body subtitle subHeading intro introduction message content pageText"],
  ],
  node: [],
  script: [
    [
      "evaluatorVersion",
      "version engine evaluator engineVersion scriptEngine scriptVersion generation runtime nextGen nextGeneration",
    ],
    ["file", "path fileName filePath scriptFile"],
    ["context", "scriptType contextType"],
    ["language", "lang scriptLanguage syntax"],
    ["description", "summary comment documentation doc about notes"],
  ],
};

const notes = "displayName title label caption nodeTitle nodeName friendlyName nodeLabel";
const positions = "x y position positions coordinates coords location";
/** What other languages call the last step of a flow, as in `End: true`. */
const endWords = "end isEnd ends endFlow terminal isTerminal final isFinal finish last isLast";
const theEnd = "The end is an arrow: write `-> success` or `-> failure`.";
const comments = "description comment comments note notes documentation doc remark summary";

/** What is no property here, and how it is written instead. */
const forms: Readonly<Record<ConceptOwner, readonly (readonly [help: string, words: string])[]>> = {
  journey: [
    [
      'The name stands behind `journey`: `journey Login "Name on the platform" {`.',
      "name id title displayName label treeName journeyName treeId",
    ],
    ["Write `enabled: false` to turn a journey off.", "disabled isDisabled inactive"],
    ["Nodes are declared one by one: `node Name: Type { … }`.", "steps tasks states nodeList children"],
    [
      "Arrows stand in the node that they leave: `outcome -> Node`.",
      "edges arrows transitions links connections flow routes",
    ],
    ["Positions stand in `layout { Name 120, 60 }`.", `${positions} canvas`],
    ["The realm is that of the tenant that a build goes to: nothing is written here.", "realm realms tenant subrealm"],
    ["A node of type `SetSuccessUrl` sets it.", "successUrl successRedirect gotoUrl onSuccess redirectUrl"],
    ["A node of type `SetFailureUrl` sets it.", "failureUrl failureRedirect gotoOnFail onFailure"],
    ["Write a comment: `// …`.", "author owner createdBy changelog"],
    [
      "What must hold of a journey has lines of its own: `require Node before Other`, `forbid Other after Node`.",
      "rules rule constraints invariants requires forbids guards assertions",
    ],
    [
      "Remove it: nothing here says when a journey runs. Clients ask the platform for it by its name.",
      "on trigger triggers when events schedule cron runsOn entrypoint",
    ],
    [
      "A parameter is declared at the top of the file: `param name = value`.",
      "params parameters variables vars locals env",
    ],
    [
      "Nodes that one journey is to run stand in another, by a node of type `InnerTreeEvaluator`.",
      "imports includes extends uses",
    ],
  ],
  node: [
    [
      'The name on the canvas stands in quotes behind the type: `node Name: Type "Name on the canvas" {`.',
      `${notes} name`,
    ],
    ["The version stands behind the type: `node Name: Type@2.0 {`.", "version nodeVersion typeVersion nodeTypeVersion"],
    ["Remove it: the type stands behind the name, `node Name: Type {`.", "type nodeType kind class nodeClass"],
    ["Positions stand in the journey: `layout { Name 120, 60 }`.", positions],
    ['The id of the platform stands in the journey: `layout { Name "id" }`.', "id uuid guid nodeId identifier"],
    ["Write a comment: `// …`.", comments],
    ["No node can be turned off: lead the arrows past it.", "enabled disabled active isEnabled skip"],
    ["Arrows stand in the node: `outcome -> Node`.", "next goto outcomes edges transitions connections then"],
    [theEnd, endWords],
    ["Write the node in the braces of its page.", "page pageNode inPage parent parentPage"],
    [
      "Only arrows lead to nodes: write `outcome -> Node`.",
      "depends_on needs after before requires previous runAfter dependencies",
    ],
    ["Remove it: the canvas draws all nodes alike.", "color colour fill stroke shape icon css className style group"],
    [
      "Write a node of type `RetryLimitDecision`, whose outcome `Retry` leads back here.",
      "retry retries maxRetries maxAttempts attempts",
    ],
  ],
  page: [
    ["The version stands behind the name: `page Name@2.0 {`.", "version nodeVersion pageVersion typeVersion"],
    ['The name on the canvas stands in quotes behind the name: `page Name "Name on the canvas" {`.', `${notes} name`],
    ['The stage holds it as JSON in a text: `stage: "{\\"themeId\\": \\"…\\"}"`.', "theme themeId themeName"],
    [
      'The stage holds it as JSON in a text: `stage: "{\\"submitButtonText\\": {\\"en\\": \\"…\\"}}"`.',
      "submitButtonText buttonText submitText submitButton submitLabel buttonLabel nextButton",
    ],
    [
      'The stage holds it as JSON in a text: `stage: "{\\"pageFooter\\": {\\"en\\": \\"…\\"}}"`.',
      "pageFooter footer footerText",
    ],
    [
      "Nodes are declared in the page: `node Name: Type`.",
      "children fields inputs collectors callbacks elements components",
    ],
    ["Positions stand in the journey: `layout { Name 120, 60 }`.", positions],
    ['The id of the platform stands in the journey: `layout { Name "id" }`.', "id uuid guid nodeId identifier"],
    ["Write a comment: `// …`.", "comment comments note notes documentation doc remark summary"],
    ["Arrows stand in the page: `outcome -> Node`.", "next goto outcomes edges transitions connections then"],
    [theEnd, endWords],
  ],
  script: [
    [
      'The name on the platform stands in quotes behind the name: `script Name "Name on the platform" {`.',
      "name title displayName label scriptName",
    ],
    ['The script itself finds its outcomes: list them in the node, `outcomes: ["…"]`.', "outcomes"],
  ],
};

function formOf(help: string): Concept {
  if (help.startsWith("The name on the canvas")) return { help, move: "title" };
  return help.startsWith("The version") ? { help, move: "version" } : { help };
}

/** The kinds of resources, and their names in the console, in folders of exports and in the platform's addresses. */
const kinds: readonly (readonly [kind: ResourceKind, words: string])[] = [
  ["emailTemplate", "email mail template templates emailTemplates mailTemplate emailMessage"],
  ["theme", "themes style styling uiTheme branding themeRealm"],
  [
    "socialIdentityProvider",
    "socialProvider socialProviders provider idp identityProvider identityProviders social socialIdp oidcProvider oauthProvider socialIdentityProviders externalIdp",
  ],
  ["saml2Entity", "saml samlEntity saml2 samlProvider entityProvider saml2Entities samlEntities entity"],
  ["circleOfTrust", "cot circlesOfTrust trustCircle samlCircleOfTrust"],
  ["variable", "esv variables env environment envVar esvVariable secret secrets"],
  ["nodeType", "customNode nodeTypes customNodes node nodeDesign designer customNodeType"],
];

/** The kind of resource that a word means. */
export function resourceKindMeant(written: string): ResourceKind | undefined {
  const letters = lettersOf(written);
  return kinds.find(([, words]) => words.split(" ").some((word) => lettersOf(word) === letters))?.[0];
}

/** All words that stand for something else among the properties of a thing. */
export function conceptWords(owner: ConceptOwner): readonly string[] {
  return [...properties[owner], ...forms[owner]].flatMap(([, words]) => words.split(" "));
}

const found = new Map<ConceptOwner, ReadonlyMap<string, Concept>>();

/** What a word stands for among the properties of something; `undefined` for words that mean nothing known. */
export function conceptOf(written: string, owner: ConceptOwner): Concept | undefined {
  let concepts = found.get(owner);
  if (concepts === undefined) {
    concepts = new Map<string, Concept>([
      ...properties[owner].flatMap(([property, words]) =>
        words.split(" ").map((word) => [lettersOf(word), { property }] as const),
      ),
      ...forms[owner].flatMap(([help, words]) =>
        words.split(" ").map((word) => [lettersOf(word), formOf(help)] as const),
      ),
    ]);
    found.set(owner, concepts);
  }
  return concepts.get(lettersOf(written));
}

const leadsOn = new Set(`${endWords} next goto then transitions edges connections`.toLowerCase().split(" "));

/** Whether a property of this name says elsewhere where a step leads. */
export function isMeantToLead(property: string): boolean {
  return leadsOn.has(property.toLowerCase());
}
