import { nearestName } from "../../diagnostics/suggest.js";
import type { StubAnswer } from "../../runtime/world/world-options.js";
import { getOwn, isJsonObject, type Json, type JsonObject } from "../../text/json.js";
import type { Endpoint } from "../exchange.js";
import { Refusal } from "../refusal.js";
import { reply } from "../reply.js";
import { readJsonBody } from "../request-body.js";

/** `journeyc/stubs`: the outcomes of nodes that must not run, in the form of the world's `stubs`. */
export const stubsControl: Endpoint = {
  GET({ tenant }) {
    return reply(tenant.world.stubs.all);
  },
  async PUT(exchange) {
    const { value: body = {} } = await readJsonBody(exchange);
    exchange.tenant.world.stubs.replace(Object.fromEntries(Object.entries(body).map(readStub)));
    return { status: 204, body: undefined };
  },
  async PATCH(exchange) {
    const { value: body = {} } = await readJsonBody(exchange);
    const { stubs } = exchange.tenant.world;
    stubs.replace({ ...stubs.all, ...Object.fromEntries(Object.entries(body).map(readStub)) });
    return { status: 204, body: undefined };
  },
  DELETE({ tenant }) {
    tenant.world.stubs.replace({});
    return { status: 204, body: undefined };
  },
};

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
