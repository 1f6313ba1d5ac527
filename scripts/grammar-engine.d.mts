/** What stands in the place of Chevrotain. */
export const engineModule: string;

/** The module that holds the tables of our grammar. */
export const tablesModule: RegExp;

/** The text of that module. */
export function grammarTables(): Promise<string>;
