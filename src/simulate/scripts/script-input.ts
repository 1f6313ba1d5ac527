import type { CallbackMember } from "../../runtime/callbacks/callback.js";
import type { ScriptContext, ScriptSource } from "../../runtime/script-host.js";
import type { Json } from "../../text/json.js";

/** The data that a script starts with, as JSON; the prelude reads it as `ScriptInput`. */
export function scriptInput(script: ScriptSource, context: ScriptContext): string {
  const { world, journey } = context;
  const { request, session } = world;
  return JSON.stringify({
    scriptName: script.title,
    realm: world.realm,
    resumed: context.resumed,
    callbacks: context.callbacks.map(({ type, output, input }) => ({
      type,
      output: byName(output),
      input: byName(input ?? []),
    })),
    headers: lists(request.headers),
    parameters: lists(request.query),
    cookies: request.cookies ?? {},
    ...(session && { session: { UserToken: session.username, ...session.properties } }),
    now: world.clock.now,
    journey: {
      name: journey.id,
      identityResource: journey.identityResource,
      inner: journey.inner,
      mustRun: journey.mustRun,
    },
  });
}

function byName(members: readonly CallbackMember[]): { readonly [name: string]: Json } {
  return Object.fromEntries(members.map(({ name, value }) => [name, value]));
}

function lists(given: { readonly [name: string]: string | readonly string[] } | undefined): object {
  return Object.fromEntries(Object.entries(given ?? {}).map(([name, value]) => [name, [value].flat()]));
}
