import { SourceFile } from "../../text/source-file.js";
import type { Endpoint } from "../exchange.js";
import { Refusal } from "../refusal.js";
import { reply } from "../reply.js";
import { refuseFaultyStubs } from "./stubs.js";

/** `journeyc/world`: the world as it is now; another one in its place; the one of the beginning again. */
export const worldControl: Endpoint = {
  GET({ tenant }) {
    const { request: _, outbox: __, ...world } = tenant.world.inspect();
    return reply(world);
  },
  async PUT(exchange) {
    const { state, tenant } = exchange;
    // The schema of worlds is large, and most servers never need it.
    const { readWorld } = await import("../../configuration/read-world.js");
    const { world, diagnostics } = readWorld(new SourceFile("world", await exchange.readText()));
    if (diagnostics.some(({ code }) => code === "invalid-configuration"))
      throw new Refusal(400, "The body is not valid JSON");
    if (diagnostics.length > 0) throw new Refusal(400, diagnostics.map(({ message }) => message).join("; "));
    refuseFaultyStubs(world.stubs ?? {}, state.journeys);
    state.replaceWorld(tenant, world);
    return { status: 204, body: undefined };
  },
  DELETE({ state, tenant }) {
    state.replaceWorld(tenant);
    return { status: 204, body: undefined };
  },
};
