import { queriedId } from "./imported-form.js";

/** The part of the context of Rollup and Rolldown that resolving needs. */
interface ResolveContext {
  resolve(
    source: string,
    importer: string | undefined,
    options: { readonly skipSelf: boolean },
  ): Promise<{ readonly id: string } | null>;
}

/** Finds the file of an import with a query: Rollup takes the query for a part of the name. */
export const resolveQueried = {
  filter: { id: queriedId },
  async handler(this: ResolveContext, source: string, importer: string | undefined) {
    const [file = "", query = ""] = source.split("?");
    const found = await this.resolve(file, importer, { skipSelf: true });
    return found && { ...found, id: `${found.id}?${query}` };
  },
};
