import { mutateJson, mutateText } from "./mutate.mjs";

const base = "http://localhost";
const realm = "/am/json/realms/root/realms/alpha";

/** Paths of everything that is served, each with a method that it knows. */
const paths = [
  ...[
    "authenticate",
    "authenticate?authIndexType=service&authIndexValue=ResetPassword",
    "authenticate?suspendedId=SUSPENDED",
  ],
  ...[
    "sessions/?_action=getSessionInfo",
    "sessions?_action=validate",
    "sessions?_action=logout",
    "users?_action=idFromSession",
  ],
  ...["users?_action=validateGoto", "authenticate?authIndexType=composite_advice&authIndexValue=ADVICE"],
].map((path) => ["POST", `${realm}/${path}`]);
const others = [
  ...[
    `${realm}/serverinfo/*`,
    `${realm}/users/demo`,
    "/openidm/info/uiconfig",
    "/openidm/ui/theme/?_queryFilter=true",
    "/",
  ],
  ...["/journeyc/outbox", "/journeyc/sessions", "/journeyc/journeys", "/journeyc/clock", "/journeyc/requests"],
  ...[
    "/am/oauth2/alpha/.well-known/openid-configuration",
    "/am/oauth2/alpha/authorize?client_id=a&response_type=code",
    "/journeyc/phone",
  ],
].map((path) => ["GET", path]);
const changes = [
  ["PUT", "/journeyc/stubs"],
  ["POST", "/journeyc/clock"],
  ["POST", "/am/oauth2/alpha/access_token"],
  ["POST", "/am/oauth2/alpha/introspect"],
];

const advice =
  '<Advices><AttributeValuePair><Attribute name="AuthenticateToServiceConditionAdvice"/><Value>ResetPassword</Value></AttributeValuePair></Advices>';
const bodies = [
  '{"tokenId":"x"}',
  '{"goto":"/app"}',
  '{"advance":"1 minute"}',
  '{"SavePassword":"FAILURE"}',
  "grant_type=authorization_code&code=x",
];
const names = [
  "cookie",
  "origin",
  "accept-language",
  "content-type",
  "x-journeyc-world",
  "authorization",
  "x-openam-username",
  "content-length",
];
const values = [
  "iPlanetDirectoryPro=x; a=b",
  "http://localhost:3000",
  "de-CH, en;q=0.5",
  "application/json",
  "one",
  "Bearer x",
  "=?UTF-8?B?eA==?=",
  "null",
];

/**
 * Sends requests that are nearly right to one handler, which goes on through all of them: a broken session must not break the next
 * request. An answer with status 500, or none, is a defect.
 */
export function requestReader({ createHandler, model }) {
  let defect;
  const handler = createHandler(
    { model },
    {
      world: { users: [{ userName: "demo", mail: "demo@example.com", password: "Old-passw0rd" }] },
      defaultJourney: model.journeys[0].id,
      onRequest: (entry) => {
        defect ??= entry.defect;
      },
    },
  );
  let step;
  let suspendedId = "x";
  return async (random) => {
    const pick = (list) => list[Math.floor(random() * list.length)];
    const near = (text) => (random() < 0.5 ? text : mutateText(text, random));
    const [method, path] = pick([...paths, ...paths, ...others, ...changes]);
    const address = path.replace("SUSPENDED", suspendedId).replace("ADVICE", encodeURIComponent(advice));
    const shown = random() < 0.6 ? address : `/${mutateText(address, random)}`;
    const headers = new Headers({ "content-type": "application/json" });
    for (let count = Math.floor(random() * 3); count > 0; count--) setHeader(headers, pick(names), near(pick(values)));
    const sends = method !== "GET" && random() < 0.8;
    const body = sends ? bodyOf(step, random, pick) : undefined;
    const request = makeRequest(shown, {
      method: random() < 0.95 ? method : pick(["GET", "PUT", "OPTIONS", "DELETE"]),
      headers,
      body,
    });
    if (request === undefined) return;
    const response = await handler(request);
    const text = await textOf(response);
    if (defect !== undefined || response.status >= 500) {
      const error = defect ?? new Error(`status ${response.status}`);
      defect = undefined;
      throw new Error(`${method} ${shown} ${String(body).slice(0, 300)}: ${error.stack}`);
    }
    if (!text.startsWith('{"authId"')) return;
    step = text;
    suspendedId = text.includes("Suspended") ? await lastLink(handler) : suspendedId;
  };
}

/** A step as it was received, with something in it changed; or another body. */
function bodyOf(step, random, pick) {
  if (step === undefined || random() < 0.2) {
    const body = pick(bodies);
    return body.startsWith("{") && random() < 0.5 ? mutateJson(body, random) : mutateText(body, random);
  }
  const filled = step.replace(
    '"IDToken1","value":""',
    `"IDToken1","value":${pick(['"demo@example.com"', '"New-passw0rd"', "null", "1e999", '{"a":[]}'])}`,
  );
  if (random() < 0.3) return filled;
  return random() < 0.5 ? mutateJson(filled, random) : mutateText(filled, random);
}

async function lastLink(handler) {
  const outbox = await (await handler(new Request(`${base}/journeyc/outbox`))).json();
  const link = outbox.at(-1)?.resumeUri ?? "";
  return /suspendedId=([^&]*)/.exec(link)?.[1] ?? "x";
}

function setHeader(headers, name, value) {
  try {
    headers.set(name, value);
  } catch {
    // No client could send it either.
  }
}

/** `undefined` where no client could make such a request. */
function makeRequest(path, { method, headers, body }) {
  try {
    const sent = method === "GET" || body === undefined ? {} : { body };
    return new Request(base + path, { method, headers, ...sent });
  } catch {
    return undefined;
  }
}

/** Events never end. */
async function textOf(response) {
  if (response.headers.get("content-type") !== "text/event-stream") return response.text();
  await response.body.cancel();
  return "";
}
