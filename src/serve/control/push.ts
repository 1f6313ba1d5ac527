import { getOwn } from "../../text/json.js";
import type { Endpoint, Exchange } from "../exchange.js";
import { Refusal } from "../refusal.js";
import { reply } from "../reply.js";
import { readJsonBody } from "../request-body.js";
import { type PushMessage, phoneOf } from "../third-parties/push/phone.js";

/** `journeyc/push`: the messages that phones have not answered yet, oldest first; answers one of them, as its phone would. */
export const pushControl: Endpoint = {
  GET(exchange) {
    return reply(openMessages(exchange));
  },
  async POST(exchange) {
    const { value: body = {} } = await readJsonBody(exchange);
    const answer = getOwn(body, "answer");
    if (answer !== "approve" && answer !== "deny") throw new Refusal(400, '`answer` is "approve" or "deny"');
    const message = messageFor(openMessages(exchange), getOwn(body, "message"), getOwn(body, "user"));
    const number = getOwn(body, "number");
    if (answer === "approve" && message.numbers !== undefined && typeof number !== "number") {
      throw new Refusal(400, `\`number\` is one of ${message.numbers.join(", ")}`);
    }
    const { world } = exchange.tenant;
    const isApproved = answer === "approve";
    phoneOf(world).answer(message.id, { isApproved, ...(typeof number === "number" && { number }) }, world.clock.now);
    return { status: 204, body: undefined };
  },
};

function openMessages({ tenant: { world } }: Exchange): readonly PushMessage[] {
  return phoneOf(world).open(world.clock.now);
}

/** The message that is named, else the latest one to this user, or to anybody. */
function messageFor(open: readonly PushMessage[], id: unknown, user: unknown): PushMessage {
  const isMeant = (message: PushMessage) =>
    (id === undefined || message.id === id) && (user === undefined || message.user === user);
  const found = open.findLast(isMeant);
  if (found === undefined) throw new Refusal(404, "No phone has such a message to answer");
  return found;
}
