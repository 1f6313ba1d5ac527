import type { SimulatedRun } from "../../../../src/language-server/journey-requests.js";

/** What the page of a run is told. */
export interface ToPage {
  readonly run: SimulatedRun;
}

/** What the page tells. */
export type FromPage =
  | { readonly kind: "ready" }
  /** A command of `journeyc simulate --json`. */
  | { readonly kind: "command"; readonly command: object }
  | { readonly kind: "again" }
  /** A node of the path was clicked. */
  | { readonly kind: "open"; readonly location: NonNullable<SimulatedRun["path"][number]["location"]> };
