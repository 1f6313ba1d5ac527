export declare function apiReports(): ReadonlyMap<string, string>;
