import type { Journey, Model } from "../../model/model.js";
import type { InnerCall } from "../inner-calls.js";
import type { ModelFacts } from "../model-facts.js";
import { modelRule } from "../rule.js";

interface Step {
  readonly journey: Journey;
  readonly call: InnerCall;
}

/** Reports journeys that run themselves, directly or through others: each circle once, at the call that closes it. */
export const recursiveInnerJourney = modelRule("recursive-inner-journey", "proves", (model, report, facts) => {
  for (const circle of circles(model, facts)) {
    const closing = circle.at(-1);
    if (closing === undefined) continue;
    const path = [...circle.map(({ journey }) => journey.id), closing.call.inner].join(" -> ");
    const related = circle
      .slice(0, -1)
      .map(({ journey, call }) => ({ place: call.setting.place, message: `${journey.id} runs ${call.inner}` }));
    const unused = facts.onlyUnusedInner();
    const help = unused === undefined ? {} : { help: `Did you mean "${unused.id}"? No journey runs it.` };
    report({ at: closing.call.setting.place, args: { path }, related, ...help });
  }
});

/** Walks the calls depth first, without recursion. A call to a journey that the walk is inside closes a circle. */
function* circles(model: Model, facts: ModelFacts): Iterable<readonly Step[]> {
  const done = new Set<Journey>();
  for (const root of model.journeys) {
    if (done.has(root) || facts.journeyById(root.id) !== root) continue;
    const path: { readonly journey: Journey; readonly calls: Iterator<InnerCall>; current: InnerCall | undefined }[] =
      [];
    const inPath = new Set<Journey>();
    const enter = (journey: Journey) => {
      path.push({ journey, calls: evaluated(facts.callsOf(journey)), current: undefined });
      inPath.add(journey);
    };
    enter(root);
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const next = top.calls.next();
      if (next.done === true) {
        path.pop();
        inPath.delete(top.journey);
        done.add(top.journey);
        continue;
      }
      top.current = next.value;
      const inner = facts.journeyById(next.value.inner);
      if (inner === undefined || done.has(inner)) continue;
      if (!inPath.has(inner)) enter(inner);
      else {
        const from = path.findIndex(({ journey }) => journey === inner);
        yield path.slice(from).flatMap(({ journey, current }) => (current ? [{ journey, call: current }] : []));
      }
    }
  }
}

/** The calls that run a journey inside this one, each journey once. */
function* evaluated(calls: readonly InnerCall[]): Iterator<InnerCall> {
  const seen = new Set<string>();
  for (const call of calls) {
    if (!call.isEvaluated || seen.has(call.inner)) continue;
    seen.add(call.inner);
    yield call;
  }
}
