import type { Message } from "../runtime/world/outbox.js";

/** Mails that may be on their way at one time; what comes beyond them is not delivered. */
const mostUnderway = 1000;

/** What has become of a mail that was to be delivered. */
export type Delivery =
  | { readonly isDelivered: true }
  | { readonly isDelivered: false; readonly deliveryProblem: string };

/** Hands mails to whoever delivers them. Journeys do not wait, and do not notice when it fails: on the platform, too, mails are sent beside them. */
export class Deliveries {
  readonly #deliver: ((mail: Message) => Promise<void>) | undefined;
  readonly #onDelivery: () => void;
  readonly #known = new WeakMap<Message, Delivery>();
  #underway = 0;

  constructor(deliver: ((mail: Message) => Promise<void>) | undefined, onDelivery: () => void) {
    this.#deliver = deliver;
    this.#onDelivery = onDelivery;
  }

  /** What has become of a message; `undefined` while it is on its way, and for one that nobody delivers. */
  of(message: Message): Delivery | undefined {
    return this.#known.get(message);
  }

  send(messages: readonly Message[]): void {
    if (this.#deliver === undefined) return;
    for (const message of messages) if (message.kind === "email") void this.#send(message, this.#deliver);
  }

  async #send(mail: Message, deliver: (mail: Message) => Promise<void>): Promise<void> {
    if (this.#underway >= mostUnderway)
      return this.#note(mail, { isDelivered: false, deliveryProblem: "Too many mails wait" });
    this.#underway++;
    try {
      await deliver(mail);
      this.#note(mail, { isDelivered: true });
    } catch (error) {
      this.#note(mail, { isDelivered: false, deliveryProblem: error instanceof Error ? error.message : String(error) });
    } finally {
      this.#underway--;
    }
  }

  #note(mail: Message, delivery: Delivery): void {
    this.#known.set(mail, delivery);
    this.#onDelivery();
  }
}
