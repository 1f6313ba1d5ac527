import type { JourneyPicture } from "../../../../src/language-server/journey-requests.js";

/** What the preview's page is told. */
export type ToPage =
  | { readonly kind: "picture"; readonly picture: JourneyPicture | null; readonly hasCoverage: boolean }
  /** The node at the cursor, by its index. */
  | { readonly kind: "select"; readonly index: number | undefined };

/** What the page tells. */
export type FromPage =
  | { readonly kind: "ready" }
  /** A node, or a finding of the journey, was clicked. */
  | { readonly kind: "open"; readonly range: JourneyPicture["nodes"][number]["range"] }
  | { readonly kind: "clear-coverage" };
