import type { Exchange } from "../exchange.js";
import type { ServedJourney } from "../journeys.js";
import { Refusal } from "../refusal.js";

/** What a client asks to run. */
export interface AuthIndex {
  readonly journey: ServedJourney;
  /** The request's own words, which the authId repeats; nothing where the default journey runs. */
  readonly index: { readonly authIndexType?: string; readonly authIndexValue?: string };
}

/** Types that the platform knows beside those that are served. */
const otherTypes = ["module", "user", "role", "level", "resource", "transaction"];

/** Finds the journey that a request is to start. */
export function readAuthIndex(exchange: Exchange): AuthIndex {
  const { state } = exchange;
  const type = exchange.query("authIndexType");
  const value = exchange.query("authIndexValue");
  if (type === undefined || (type === "service" && (value === undefined || value === ""))) {
    const journey = state.defaultJourney;
    if (journey === undefined) throw noConfiguration();
    return { journey, index: {} };
  }
  const journey = state.findJourney(journeyId(type, value ?? ""));
  if (journey === undefined) throw noConfiguration();
  return { journey, index: { authIndexType: type, authIndexValue: value ?? "" } };
}

function journeyId(type: string, value: string): string {
  if (type === "service") return value;
  if (type === "composite_advice") return advisedJourney(value);
  if (!otherTypes.includes(type)) throw new Refusal(400, `Unknown Authentication Index Type, ${type}`);
  throw new Refusal(400, `authIndexType=${type} is not served: journeys are started with service or composite_advice`);
}

/** The platform's answer for a journey that is unknown or disabled, or that runs inside others only. */
function noConfiguration(): Refusal {
  return new Refusal(400, "No Configuration found");
}

const mostAdvice = 20_000;
/** The advices that name a journey; before its name may stand the realm and a colon. */
const journeyAdvices = ["AuthenticateToServiceConditionAdvice", "AuthenticateToTreeConditionAdvice"];

/** The journey that an advice of a policy names, in XML. */
function advisedJourney(advice: string): string {
  if (advice.length > mostAdvice) throw new Refusal(400, "The advice is too long");
  const pairs = [...advice.matchAll(/<Attribute\s+name="([^"]*)"\s*\/>\s*<Value>([^<]*)<\/Value>/g)];
  const [first, ...others] = pairs.map(([, name = "", value = ""]) => ({ name, value: value.trim() }));
  if (first === undefined) throw new Refusal(400, "The advice has no pair of attribute and value");
  const refused = [first, ...others].find(({ name }) => !journeyAdvices.includes(name));
  if (refused !== undefined) throw new Refusal(400, `The advice ${refused.name} is not served`);
  if (others.length > 0) throw new Refusal(400, "An advice that names several journeys is not served");
  return withoutEntities(first.value.slice(first.value.lastIndexOf(":") + 1));
}

function withoutEntities(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");
}
