/** The texts of declarations by path. */
type Declarations = ReadonlyMap<string, string>;

export declare const sources: string;
export declare function packageEntries(): ReadonlyMap<string, string>;
export declare function writeDeclarations(entries?: readonly string[]): Declarations;
export declare function readOrWriteDeclarations(): Declarations;
export declare function declarationFiles(declarations: Declarations): ReadonlyMap<string, string>;
