package io.cotangent.processor.source;

import com.sun.source.tree.Tree;
import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Value;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The places control can jump to from where the cursor is, innermost first. */
final class Exits {
  private final Scope scope;
  private final Cursor cursor;
  private final Deque<Exit> open = new ArrayDeque<>();

  Exits(Scope scope) {
    this.scope = scope;
    this.cursor = scope.cursor();
  }

  /** Lowers code in which one can jump to the exits, the last one first. */
  void within(List<Exit> exits, Runnable code) {
    exits.forEach(open::push);
    try {
      code.run();
    } finally {
      exits.forEach(exit -> open.pop());
    }
  }

  /** From here on, nobody has jumped there yet. */
  void reset(Exit exit) {
    cursor.variables().set(exit.flag(), new Operand.Scalar(cursor.builder().bool(false)));
    if (exit.value() != null) {
      cursor.variables().set(exit.value(), scope.zero(exit.value().type()));
    }
  }

  /** Jumps there. */
  void jump(Exit exit) {
    Value taken = cursor.builder().bool(true);
    cursor.decide(taken, true);
    cursor.variables().set(exit.flag(), new Operand.Scalar(taken));
  }

  /** The place the jump goes to. */
  Exit target(Jumps.Jump jump) {
    return open.stream()
        .filter(e -> e.takes(jump))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no target for " + jump));
  }

  /** The places outside of the code that it may jump to. */
  Set<Exit> leaving(Tree code) {
    Set<Exit> targets = new LinkedHashSet<>();
    Jumps.outOf(code).forEach(jump -> targets.add(target(jump)));
    return targets;
  }

  /** Whether one of the exits has been taken whatever happens. */
  boolean areTaken(Collection<Exit> exits) {
    return exits.stream()
        .map(e -> cursor.variables().get(e.flag()).leaves().get(0))
        .anyMatch(flag -> cursor.decided(flag).orElse(false));
  }

  /** Whether one of the exits has been taken; empty if there are none. */
  Optional<Value> taken(Collection<Exit> exits) {
    Builder builder = cursor.builder();
    return exits.stream()
        .map(e -> cursor.variables().get(e.flag()).leaves().get(0))
        .reduce((a, b) -> builder.apply(Operator.BIT_OR, a, b));
  }

  /** What is known of jumps that were taken, for each of the exits. */
  Map<Variable, Operand> save(Collection<Exit> exits) {
    Map<Variable, Operand> saved = new LinkedHashMap<>();
    variables(exits).forEach(v -> saved.put(v, cursor.variables().get(v)));
    return saved;
  }

  /** Lets the jumps have been taken that had been when they were saved. */
  void restore(Map<Variable, Operand> saved) {
    saved.forEach(cursor.variables()::set);
  }

  /** The variables that jumps to the exits change. */
  static Set<Variable> variables(Collection<Exit> exits) {
    Set<Variable> variables = new LinkedHashSet<>();
    for (Exit exit : exits) {
      variables.add(exit.flag());
      if (exit.value() != null) {
        variables.add(exit.value());
      }
    }
    return variables;
  }
}
