import type { ScriptContext } from "../../../runtime/script-host.js";
import type { HostCalls } from "./host-calls.js";
import { httpCalls } from "./http-calls.js";
import { identityCalls } from "./identity-calls.js";
import { openidmCalls } from "./openidm-calls.js";
import { stateCalls } from "./state-calls.js";
import { worldCalls } from "./world-calls.js";

/** All calls that a script can make to the host. */
export function allCalls(context: ScriptContext, script: string): HostCalls {
  return {
    ...stateCalls(context.state),
    ...identityCalls(context.world),
    ...openidmCalls(context.world, context.journey.identityResource, context.needsAnswers === true),
    ...httpCalls(context.world),
    ...worldCalls(context, script),
  };
}
