import type { WorldOptions } from "../runtime/world/world-options.js";
import type { Shape } from "./shape.js";

const any = (about: string): Shape => ({ kind: "any", about });
const text = (about: string): Shape => ({ kind: "text", about });
const number = (about: string): Shape => ({ kind: "number", about });
const flag = (about: string): Shape => ({ kind: "boolean", about });
const list = (about: string, items: Shape): Shape => ({ kind: "list", about, items });
const map = (about: string, values: Shape): Shape => ({ kind: "map", about, values });
const object = (about: string, members: Readonly<Record<string, Shape>>): Shape => ({ kind: "object", about, members });
const either = (about: string, ...shapes: readonly Shape[]): Shape => ({ kind: "either", about, shapes });

const textMap = (about: string): Shape => map(about, text("A text."));
const textOrTexts = either("One text or several.", text("One."), list("Several.", text("One of them.")));
const localised = either("One text, or one for each language.", text("One for all."), textMap("By language."));
const managedObject = map("A managed object.", any("The value of an attribute."));

const attribute = object("What is known of an attribute.", {
  title: text("How forms call it."),
  description: text("What it is for."),
  type: { kind: "text", about: "Its kind of value.", oneOf: ["string", "number", "boolean", "array", "object"] },
  nullable: flag("Whether it may be null."),
  viewable: flag("Whether users see it."),
  userEditable: flag("Whether users may change it."),
  required: flag("Whether an object must have it."),
  policies: list(
    "The rules that its values must keep.",
    object("A rule of the policy service.", {
      policyId: text("The rule, such as minimum-length."),
      params: map("What the rule takes, such as minLength.", any("A value.")),
    }),
  ),
});

const stubAnswer = object("What a node that does not run would have done.", {
  outcome: text("The outcome it leaves by."),
  shared: map("What it writes into shared state.", any("A value.")),
  transient: map("What it writes into transient state.", any("A value.")),
});

/** One for each of the options, which the compiler sees to. */
const members: { readonly [Name in keyof Required<WorldOptions>]: Shape } = {
  realm: text("The realm's path. Default: /alpha."),
  users: list("The users there are, with their attributes and passwords.", managedObject),
  schema: map("What is known of the attributes of users, over what the platform has.", attribute),
  kba: object("Security questions.", {
    questions: map("The questions by id, each in several languages.", textMap("By language.")),
    minimumAnswersToDefine: number("How many a user must define."),
    minimumAnswersToVerify: number("How many a user must answer."),
    maximumAttempts: number("Wrong answers, after which no more are taken."),
  }),
  terms: object("The terms and conditions in force.", {
    version: text("Their version."),
    text: text("The text."),
    createDate: text("When they were written (ISO 8601)."),
  }),
  consents: list(
    "Mappings that users are asked to agree to.",
    object("One of them.", {
      name: text("Its id."),
      displayName: text("How it is shown."),
      icon: text("Its picture."),
      accessLevel: text("What may be done with the data."),
      isRequired: flag("Whether nobody may decline."),
      fields: list("What is shared.", any("A field.")),
    }),
  ),
  emailTemplates: map(
    "E-mail templates, by name.",
    object("One of them.", { subject: localised, message: localised, from: text("The sender.") }),
  ),
  identityProviders: list(
    "Identity providers to choose from.",
    object("One of them.", { provider: text("Its name."), uiConfig: textMap("How it is shown.") }),
  ),
  esvs: textMap("Environment variables, by name."),
  secrets: textMap("Secrets, by label or name."),
  request: object("What every request brings.", {
    headers: map("By name.", textOrTexts),
    cookies: textMap("By name."),
    query: map("By name.", textOrTexts),
    locales: list("Languages, the best first.", text("Such as de-CH.")),
    clientIp: text("Where the request comes from."),
    noSession: flag("Whether success makes no session."),
  }),
  session: object("The session that the request comes with.", {
    username: text("Whose it is."),
    properties: textMap("Its properties."),
  }),
  http: list(
    "What scripts get from elsewhere.",
    object("One answer.", {
      method: text("The method it answers. Default: any."),
      url: text("The URL it answers, or its begin followed by *."),
      status: number("Default: 200."),
      headers: textMap("By name."),
      body: any("A text, or data sent as JSON."),
    }),
  ),
  managed: map("Managed objects that scripts get, by resource.", list("The objects.", managedObject)),
  stubs: map(
    'Decides nodes that are not to run: "Node", "Page.Inner" or "Journey/Node".',
    either("One answer, or several that are used in turn.", list("Several.", stubAnswer), stubAnswer),
  ),
  times: object("How long things last.", {
    journeyMinutes: number("For a whole journey. Default: 5."),
    suspendedMinutes: number("For the link of a suspended journey. Default: 1440."),
  }),
  urls: object("Where the platform is.", {
    base: text("Where mailed links begin."),
    success: text("The realm's URL after success."),
    failure: text("The realm's URL after failure."),
  }),
  now: either("When runs begin: ISO 8601, or milliseconds since 1970.", text("ISO 8601."), number("Milliseconds.")),
  seed: number("What random choices follow from."),
};

/** The world around a simulated journey: `simulate` of the configuration, and the file of `--world`. */
export const worldShape: Shape = object("The world of simulated journeys: users, stubs, variables and so on.", members);
