import type { StoredBuild } from "./build-check.js";
import type { BuildDetails, BuildOverview } from "./kept-build.js";

/** A kept build that is in no file, or in one that is not read again. */
export function storedInMemory(overview: BuildOverview, details: BuildDetails): StoredBuild {
  return {
    overview,
    base: 0,
    amendments: 0,
    details: () => details,
    textAt: (index) => details.texts[index],
    whole: () => details.whole,
  };
}
