import { BitSet } from "./bit-set.js";

/** A set of slot numbers that may also stand for all slots, after something unknown has written. */
export class StateSet extends BitSet {
  holdsEverything = false;

  override copy(): StateSet {
    const copy = new StateSet(this.words);
    copy.holdsEverything = this.holdsEverything;
    return copy;
  }

  /** Adds all slots of another set; returns whether anything was new. */
  join(other: StateSet): boolean {
    const grew = other.holdsEverything && !this.holdsEverything;
    if (grew) this.holdsEverything = true;
    return this.addAll(other) || grew;
  }

  /** Adds the slots of another set that are not in a third one; returns whether anything was new. */
  joinAllBut(other: StateSet, left: BitSet): boolean {
    const grew = other.holdsEverything && !this.holdsEverything;
    if (grew) this.holdsEverything = true;
    return this.addAllBut(other, left) || grew;
  }

  /** Keeps only the slots that are in both sets; returns whether any was removed. */
  meet(other: StateSet): boolean {
    if (other.holdsEverything) return false;
    if (!this.holdsEverything) return this.keepAll(other);
    this.holdsEverything = false;
    this.removeAll(this);
    this.addAll(other);
    return true;
  }
}
