import { createHash } from "node:crypto";

/**
 * Lets Stryker run a random sample: a mutant is in it or not by a hash of what it is, so that a seed chooses the same ones again.
 * The others are refused as a type checker refuses mutants that do not compile; they are not in the score.
 */
class SampleChecker {
  #share = Number(process.env.MUTATION_SHARE ?? 1);
  #seed = process.env.MUTATION_SEED ?? "1";

  async init() {}

  async check(mutants) {
    return Object.fromEntries(mutants.map((mutant) => [mutant.id, this.#resultOf(mutant)]));
  }

  group(mutants) {
    return [mutants.map(({ id }) => id)];
  }

  #resultOf({ fileName, location, mutatorName, replacement }) {
    const file = fileName.slice(fileName.lastIndexOf("/src/"));
    const text = JSON.stringify([this.#seed, file, location, mutatorName, replacement]);
    const number = createHash("sha1").update(text).digest().readUInt32BE(0);
    return number < this.#share * 2 ** 32
      ? { status: "passed" }
      : { status: "compileError", reason: "not in the sample" };
  }
}

export const strykerPlugins = [{ kind: "Checker", name: "sample", injectableClass: SampleChecker }];
