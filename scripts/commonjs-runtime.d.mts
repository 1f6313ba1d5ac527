export declare const commonJsRuntime: string;
export declare const commonJsEntries: string;
export declare const commonJsPackage: string;
