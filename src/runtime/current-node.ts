export interface CurrentNode {
  /** The node's name in the text and in the machine. */
  readonly name: string;
  /** The node's id on the platform. */
  readonly id: string;
  readonly type: string;
  readonly version: string;
  readonly displayName: string;
  /** The node's outcome ids on the platform. */
  readonly outcomes: readonly string[];
}

export interface CurrentJourney {
  readonly id: string;
  /** Usually `managed/alpha_user`; `managed/user`, the platform's default, where the journey does not say. */
  readonly identityResource: string;
  readonly mustRun: boolean;
  /** True when the journey runs inside another one. */
  readonly inner: boolean;
}
