// What bundlers give for imports of `.journey` files, where there is nothing more exact: `journeyc build --target types` writes the types of
// each file beside it. Named in `types` of a `tsconfig.json`, or by `/// <reference types="journeyc/client" />`.

// Which machines a file exports is known from the file alone: their type is `any`.
declare module "*.journey";

declare module "*.journey?export" {
  /** The export of the journey, as the platform imports it. Only a file with one journey has a default. */
  const exported: { readonly trees: { readonly [journey: string]: { readonly [member: string]: unknown } } };
  export default exported;
}

declare module "*.journey?mermaid" {
  /** The picture of the journey as Mermaid text. Only a file with one journey has a default. */
  const mermaid: string;
  export default mermaid;
}

declare module "*.journey?svg" {
  /** The picture of the journey as SVG. Only a file with one journey has a default. */
  const svg: string;
  export default svg;
}
