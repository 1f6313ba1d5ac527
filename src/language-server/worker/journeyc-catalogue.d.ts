/** The catalogue as data; the build puts it into the worker. */
declare module "journeyc-catalogue" {
  import type { NodeType } from "../../catalogue/node-type.js";

  export const catalogue: Readonly<Record<string, NodeType | undefined>>;
}
