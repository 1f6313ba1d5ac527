import type { IdentityStore } from "../../../runtime/world/identity-store.js";
import type { World } from "../../../runtime/world/world.js";

/** What an authenticator app on a phone is asked. */
export interface PushMessage {
  readonly id: string;
  readonly kind: "register" | "authenticate";
  /** The name of the user whose phone it is. */
  readonly user: string;
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly sentAt: number;
  readonly expiresAt: number;
  /** The numbers to choose from, where the user must tap the one that the login page shows. */
  readonly numbers?: readonly number[];
}

export interface PushAnswer {
  readonly isApproved: boolean;
  readonly number?: number;
}

/** Messages that are kept; beyond them the oldest goes. */
const mostMessages = 1000;

/** The phones of all users of a world: the messages that wait for an answer, and the answers that no node has read yet. */
export class Phone {
  readonly #messages = new Map<string, PushMessage>();
  readonly #answers = new Map<string, PushAnswer>();

  send(message: PushMessage): void {
    this.#messages.set(message.id, message);
    for (const oldest of this.#messages.keys()) {
      if (this.#messages.size <= mostMessages) return;
      this.forget(oldest);
    }
  }

  /** The messages that are open at a time, oldest first. */
  open(now: number): readonly PushMessage[] {
    return [...this.#messages.values()].filter(({ id, expiresAt }) => now < expiresAt && !this.#answers.has(id));
  }

  /** Answers a message; false where it is not open. */
  answer(id: string, answer: PushAnswer, now: number): boolean {
    if (!this.open(now).some((message) => message.id === id)) return false;
    this.#answers.set(id, answer);
    return true;
  }

  /** What has come of a message: `expired` also for one that nobody knows. */
  stateOf(id: string, now: number): PushAnswer | "waiting" | "expired" {
    const message = this.#messages.get(id);
    if (message === undefined) return "expired";
    return this.#answers.get(id) ?? (now < message.expiresAt ? "waiting" : "expired");
  }

  forget(id: string): void {
    this.#messages.delete(id);
    this.#answers.delete(id);
  }
}

/** Worlds beside one another share their users, and so their phones. */
const phones = new WeakMap<IdentityStore, Phone>();

export function phoneOf({ identities }: Pick<World, "identities">): Phone {
  const known = phones.get(identities);
  if (known) return known;
  const phone = new Phone();
  phones.set(identities, phone);
  return phone;
}
