package io.cotangent.processor.source;

import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Origin;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The point of the program that is being lowered: the region that takes the next operation, and
 * what the variables hold. Branches and loops open regions of their own and join the variables
 * afterwards.
 */
final class Cursor {
  private Builder builder;
  private Environment variables;

  Cursor(Builder builder) {
    this.builder = builder;
    this.variables = new Environment();
  }

  Builder builder() {
    return builder;
  }

  Environment variables() {
    return variables;
  }

  /** Whether what would come next is never reached. */
  boolean isTerminated() {
    return builder.isTerminated();
  }

  /** Code lowered into a builder of its own. */
  private record Arm(Builder builder, Environment variables, List<Value> values) {
    boolean isTerminated() {
      return builder.isTerminated();
    }

    List<Value> yields(Set<Variable> changed) {
      List<Value> yields = new ArrayList<>(values);
      yields.addAll(variables.leaves(changed));
      return yields;
    }

    Region region(Set<Variable> changed) {
      return builder.region(List.of(), isTerminated() ? List.of() : yields(changed));
    }
  }

  private Arm arm(Environment entry, Supplier<List<Value>> code) {
    Builder outerBuilder = builder;
    Environment outerVariables = variables;
    builder = outerBuilder.nested();
    variables = entry.copy();
    try {
      List<Value> values = code.get();
      return new Arm(builder, variables, values);
    } finally {
      builder = outerBuilder;
      variables = outerVariables;
    }
  }

  /** A branch between statements. */
  void branch(Origin origin, Value condition, Runnable then, Runnable otherwise) {
    branch(origin, condition, returningNothing(then), returningNothing(otherwise), List.of());
  }

  private static Supplier<List<Value>> returningNothing(Runnable code) {
    return () -> {
      code.run();
      return List.of();
    };
  }

  /**
   * A branch whose arms give values.
   *
   * @param names one name for each value
   */
  List<Value> branch(
      Origin origin,
      Value condition,
      Supplier<List<Value>> then,
      Supplier<List<Value>> otherwise,
      List<String> names) {
    Arm first = arm(variables, then);
    Arm second = arm(variables, otherwise);
    if (first.isTerminated()) {
      Region empty = new Region(List.of(), List.of(), List.of());
      builder.add(new Op.If(List.of(), condition, first.region(Set.of()), empty, origin));
      builder.addAll(second.builder().ops());
      variables = second.variables();
      return second.values();
    }
    return join(origin, condition, first, second, names);
  }

  private List<Value> join(
      Origin origin, Value condition, Arm first, Arm second, List<String> names) {
    Set<Variable> changed = new LinkedHashSet<>(variables.changedIn(first.variables()));
    if (!second.isTerminated()) {
      changed.addAll(variables.changedIn(second.variables()));
    }
    List<Value> values = new ArrayList<>();
    for (int i = 0; i < first.values().size(); i++) {
      values.add(new Value(first.values().get(i).type(), i < names.size() ? names.get(i) : ""));
    }
    List<Value> results = new ArrayList<>(values);
    List<Value> held = variables.fresh(changed);
    results.addAll(held);
    Region then = first.region(changed);
    builder.add(new Op.If(results, condition, then, second.region(changed), origin));
    variables.setLeaves(changed, held);
    return values;
  }

  /**
   * A loop.
   *
   * @param carried the variables that change in it
   * @param before gives the condition under which the body runs
   */
  void loop(Origin origin, Set<Variable> carried, Supplier<Value> before, Runnable body) {
    Environment entry = variables.copy();
    List<Value> params = entry.fresh(carried);
    entry.setLeaves(carried, params);
    Arm head = arm(entry, () -> List.of(before.get()));
    Region headRegion = regionOf(head, params, carried);

    Environment bodyEntry = variables.copy();
    List<Value> bodyParams = bodyEntry.fresh(carried);
    bodyEntry.setLeaves(carried, bodyParams);
    Arm tail = arm(bodyEntry, returningNothing(body));
    Region bodyRegion = regionOf(tail, bodyParams, carried);

    List<Value> results = variables.fresh(carried);
    List<Value> inits = variables.leaves(carried);
    builder.add(new Op.While(results, inits, headRegion, bodyRegion, origin));
    checkCarried(entry, head.variables(), carried);
    checkCarried(bodyEntry, tail.variables(), carried);
    variables.setLeaves(carried, results);
  }

  private static Region regionOf(Arm arm, List<Value> params, Set<Variable> carried) {
    return arm.builder().region(params, arm.isTerminated() ? List.of() : arm.yields(carried));
  }

  private static void checkCarried(Environment entry, Environment exit, Set<Variable> carried) {
    for (Variable variable : entry.changedIn(exit)) {
      if (!carried.contains(variable)) {
        throw new IllegalStateException("not carried: " + variable);
      }
    }
  }
}
