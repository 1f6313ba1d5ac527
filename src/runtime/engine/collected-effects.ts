import type { Effects, EndDetails, Identity, SetCookie } from "../action.js";
import type { JsonValue } from "../machine.js";

/** The effects of all actions of a run so far; the answer at the end is made from them. They never change: `with` makes others. */
export class CollectedEffects {
  identity: Identity | undefined;
  readonly sessionProperties: Map<string, string>;
  readonly successDetails: Map<string, JsonValue>;
  readonly successSessionProperties: Map<string, string>;
  readonly cookies: Map<string, SetCookie>;
  readonly logoutWebhooks: Set<string>;
  /** Ids of users whose retry counts are cleared when the journey succeeds. */
  readonly retryCountUsers: Set<string>;
  maxSessionTime: number | undefined;
  maxIdleTime: number | undefined;
  failure: EndDetails = {};
  error: EndDetails = {};

  constructor(origin?: CollectedEffects) {
    this.sessionProperties = new Map(origin?.sessionProperties);
    this.successDetails = new Map(origin?.successDetails);
    this.successSessionProperties = new Map(origin?.successSessionProperties);
    this.cookies = new Map(origin?.cookies);
    this.logoutWebhooks = new Set(origin?.logoutWebhooks);
    this.retryCountUsers = new Set(origin?.retryCountUsers);
    if (!origin) return;
    this.identity = origin.identity;
    this.maxSessionTime = origin.maxSessionTime;
    this.maxIdleTime = origin.maxIdleTime;
    this.failure = origin.failure;
    this.error = origin.error;
  }

  with(effects: Effects): CollectedEffects {
    const joint = new CollectedEffects(this);
    joint.#add(effects);
    return joint;
  }

  #add(effects: Effects): void {
    this.identity = effects.identity ?? this.identity;
    this.maxSessionTime = effects.maxSessionTime ?? this.maxSessionTime;
    this.maxIdleTime = effects.maxIdleTime ?? this.maxIdleTime;
    for (const [name, value] of Object.entries(effects.sessionProperties ?? {}))
      this.sessionProperties.set(name, value);
    for (const name of effects.removedSessionProperties ?? []) this.sessionProperties.delete(name);
    for (const [name, value] of Object.entries(effects.successDetails ?? {})) this.successDetails.set(name, value);
    for (const [name, property] of Object.entries(effects.successSessionProperties ?? {})) {
      this.successSessionProperties.set(name, property);
    }
    for (const cookie of effects.cookies ?? []) this.cookies.set(cookie.name, cookie);
    for (const webhook of effects.logoutWebhooks ?? []) this.logoutWebhooks.add(webhook);
    if (effects.retryCountUser !== undefined) this.retryCountUsers.add(effects.retryCountUser);
    if (effects.failure) this.failure = joined(this.failure, effects.failure);
    if (effects.error) this.error = joined(this.error, effects.error);
  }
}

/** What every run begins with. */
export const noEffects = /* @__PURE__ */ new CollectedEffects();

function joined(first: EndDetails, second: EndDetails): EndDetails {
  return { ...first, ...second, details: { ...first.details, ...second.details } };
}
