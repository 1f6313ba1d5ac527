/** What the control endpoints tell the page of the server's inside; docs/serve.md describes them. */

import type { PathStep, RunState, RunStatus } from "../../runtime/run.js";
import type { Message } from "../../runtime/world/outbox.js";
import type { NotStarted } from "../not-started.js";

export interface JourneyInfo {
  readonly id: string;
  readonly description: unknown;
  /** Why no client may start it; absent where one may. */
  readonly notServed?: NotStarted;
}

/** A client on its way through a journey. */
export interface ShownClient {
  readonly id: string;
  readonly journey: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly status?: RunStatus | "ended";
  /** Present where it waits for an answer that would come too late. */
  readonly isOver?: true;
  readonly path?: readonly PathStep[];
  readonly state?: RunState;
  readonly problem?: { readonly message: string };
}

/** A message in the outbox. */
export interface ShownMessage extends Message {
  /** Present once a mail was handed on, or could not be. */
  readonly isDelivered?: boolean;
  readonly deliveryProblem?: string;
}

/** A picture of a journey. */
export interface ShownPicture {
  readonly svg: string;
  /** The name of the node of each box, by its `data-node`. */
  readonly nodes: { readonly [box: string]: string };
}
