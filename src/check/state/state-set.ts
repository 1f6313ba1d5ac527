import { BitSet } from "./bit-set.js";

/** A set of slots (by number) that may hold everything, where something unknown has written. */
export class StateSet {
  readonly slots: BitSet;
  holdsEverything = false;

  constructor(limit: number | BitSet) {
    this.slots = typeof limit === "number" ? new BitSet(limit) : limit;
  }

  copy(): StateSet {
    const copy = new StateSet(this.slots.copy());
    copy.holdsEverything = this.holdsEverything;
    return copy;
  }

  /** What is in one or the other. */
  join(other: StateSet): boolean {
    const grew = other.holdsEverything && !this.holdsEverything;
    if (grew) this.holdsEverything = true;
    return this.slots.addAll(other.slots) || grew;
  }

  /** What is in both. */
  meet(other: StateSet): boolean {
    if (other.holdsEverything) return false;
    if (!this.holdsEverything) return this.slots.keepAll(other.slots);
    this.holdsEverything = false;
    this.slots.removeAll(this.slots);
    this.slots.addAll(other.slots);
    return true;
  }
}
