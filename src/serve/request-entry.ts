import type { PathStep, RunStatus } from "../runtime/run.js";
import type { NodeTurn } from "../runtime/world/node-turn.js";
import type { Message } from "../runtime/world/outbox.js";
import type { LogEntry } from "../runtime/world/world.js";

/** A request that has been answered, and what it made of a journey. */
export interface RequestEntry {
  /** Counts the requests from 1. */
  readonly id: number;
  /** In milliseconds since 1970, by the clock of its world. */
  readonly at: number;
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly status: number;
  /** The isolated world that it was for, where it was one. */
  readonly world?: string;
  /** What was sent and what came back, where they are texts of a usual length. They hold passwords in clear. */
  readonly sent?: string;
  readonly received?: string;
  readonly journey?: JourneyEntry;
  /** The error of a handler that is broken; the client is only told that there was one. */
  readonly defect?: unknown;
}

/** The part of a run that one request has moved. */
export interface JourneyEntry {
  /** The id of the client's way through the journey, the same for all its requests. */
  readonly authentication: string;
  readonly journey: string;
  readonly status: RunStatus;
  /** The nodes that ran, the one where it waits now included. */
  readonly path: readonly PathStep[];
  /** What the nodes of this request have done to node state, turn by turn. */
  readonly turns: readonly NodeTurn[];
  /** The message of a failure, or the cause of an error. */
  readonly problem?: string;
  readonly messages: readonly Message[];
  readonly log: readonly LogEntry[];
}
