import { env } from "node:process";
import fc from "fast-check";

/** Property tests try the same inputs on every run, so that a commit fails for what it has changed; `SEED=2` tries others. */
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(env.SEED ?? 1) });
