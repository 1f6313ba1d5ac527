import { nearestName } from "../../diagnostics/suggest.js";
import type { StubAnswer, Stubs } from "../../runtime/world/world-options.js";
import { stubFaults } from "../../simulate/stub-faults.js";
import { getOwn, isJsonObject, type Json, type JsonObject } from "../../text/json.js";
import type { Endpoint, Exchange } from "../exchange.js";
import type { ServedJourneys } from "../journeys.js";
import { Refusal } from "../refusal.js";
import { reply } from "../reply.js";
import { readJsonBody } from "../request-body.js";

/** `journeyc/stubs`: the outcomes of nodes that must not run, in the form of the world's `stubs`. */
export const stubsControl: Endpoint = {
  GET({ tenant }) {
    return reply(tenant.world.stubs.all);
  },
  async PUT(exchange) {
    exchange.tenant.world.stubs.replace(await readStubs(exchange));
    return { status: 204, body: undefined };
  },
  async PATCH(exchange) {
    const given = await readStubs(exchange);
    const { stubs } = exchange.tenant.world;
    stubs.replace({ ...stubs.all, ...given });
    return { status: 204, body: undefined };
  },
  DELETE({ tenant }) {
    tenant.world.stubs.replace({});
    return { status: 204, body: undefined };
  },
};

async function readStubs(exchange: Exchange): Promise<Stubs> {
  const { value: body = {} } = await readJsonBody(exchange);
  const stubs = Object.fromEntries(Object.entries(body).map(readStub));
  refuseFaultyStubs(stubs, exchange.state.journeys);
  return stubs;
}

/** Refuses stubs that can never apply. */
export function refuseFaultyStubs(stubs: Stubs, { source }: ServedJourneys): void {
  const faults = stubFaults(stubs, source.model.journeys);
  if (faults.length > 0) throw new Refusal(400, faults.map(({ message }) => message).join(". "));
}

function readStub([node, given]: readonly [string, Json]): readonly [string, StubAnswer | readonly StubAnswer[]] {
  if (!Array.isArray(given)) return [node, readAnswer(node, given)];
  if (given.length === 0) throw new Refusal(400, `The list of outcomes of ${node} is empty`);
  return [node, given.map((each: Json) => readAnswer(node, each))];
}

function readAnswer(node: string, given: Json): StubAnswer {
  const outcome = isJsonObject(given) ? getOwn(given, "outcome") : given;
  if (typeof outcome !== "string") {
    throw new Refusal(400, `The outcome of ${node} is a text, or an object with outcome, shared and transient`);
  }
  const strange = isJsonObject(given) ? Object.keys(given).find((key) => !answerKeys.includes(key)) : undefined;
  if (strange !== undefined) {
    const nearest = nearestName(strange, answerKeys);
    const hint = nearest === undefined ? "" : `; did you mean \`${nearest}\`?`;
    throw new Refusal(400, `The outcome of ${node} has no \`${strange}\`${hint}`);
  }
  const [shared, transient] = ["shared", "transient"].map((store) => stateOf(node, given, store));
  return { outcome, ...(shared && { shared }), ...(transient && { transient }) };
}

const answerKeys = ["outcome", "shared", "transient"];

function stateOf(node: string, given: Json, store: string): JsonObject | undefined {
  const state = isJsonObject(given) ? getOwn(given, store) : undefined;
  if (state !== undefined && !isJsonObject(state)) {
    throw new Refusal(400, `\`${store}\` of ${node} is an object with the keys of node state`);
  }
  return state;
}
