package io.cotangent.processor.pass;

import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Substitution;
import io.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a While hands its carried values on.
 *
 * @param sources for each value handed on, the index of the parameter of {@code before} it is; -1
 *     for a value that does not change while the loop runs
 * @param invariants replaces parameters that never change by their initial values
 */
record Carried(List<Integer> sources, Substitution invariants) {
  /** Empty if the loop computes what it hands on. */
  static Optional<Carried> of(Op.While loop) {
    if (loop.before().isTerminated() || loop.body().isTerminated()) {
      return Optional.empty();
    }
    List<Value> params = loop.before().params();
    List<Value> yields = loop.before().yields();
    List<Value> handedOn = yields.subList(1, yields.size());
    List<Integer> sources = new ArrayList<>();
    handedOn.forEach(v -> sources.add(params.indexOf(v)));
    Substitution invariants = new Substitution();
    for (int i = 0; i < params.size(); i++) {
      int back = loop.body().params().indexOf(loop.body().yields().get(i));
      if (back >= 0 && sources.get(back) == i) {
        invariants.put(params.get(i), loop.inits().get(i));
      }
    }
    boolean definedInside =
        loop.before().ops().stream()
            .anyMatch(op -> op.results().stream().anyMatch(handedOn::contains));
    return definedInside ? Optional.empty() : Optional.of(new Carried(sources, invariants));
  }
}
