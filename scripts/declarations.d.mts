export interface WrittenDeclarations {
  /** The texts by path. */
  readonly declarations: ReadonlyMap<string, string>;
}

export declare const sources: string;
export declare function packageEntries(): ReadonlyMap<string, string>;
export declare function writeDeclarations(entries?: readonly string[]): WrittenDeclarations;
export declare function declarationFiles(written: WrittenDeclarations): ReadonlyMap<string, string>;
