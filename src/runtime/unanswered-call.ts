/** A call of a script that neither the world nor a stub answers. */
export interface UnansweredCall {
  readonly service: "http" | "openidm";
  readonly operation: string;
  readonly target: string;
}
