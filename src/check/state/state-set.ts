import { BitSet } from "./bit-set.js";

/** A set of slots (by number) that may hold everything, where something unknown has written. */
export class StateSet extends BitSet {
  holdsEverything = false;

  override copy(): StateSet {
    const copy = new StateSet(this.words);
    copy.holdsEverything = this.holdsEverything;
    return copy;
  }

  /** What is in one or the other. */
  join(other: StateSet): boolean {
    const grew = other.holdsEverything && !this.holdsEverything;
    if (grew) this.holdsEverything = true;
    return this.addAll(other) || grew;
  }

  /** The same with what another set has and a third has not. */
  joinAllBut(other: StateSet, left: BitSet): boolean {
    const grew = other.holdsEverything && !this.holdsEverything;
    if (grew) this.holdsEverything = true;
    return this.addAllBut(other, left) || grew;
  }

  /** What is in both. */
  meet(other: StateSet): boolean {
    if (other.holdsEverything) return false;
    if (!this.holdsEverything) return this.keepAll(other);
    this.holdsEverything = false;
    this.removeAll(this);
    this.addAll(other);
    return true;
  }
}
