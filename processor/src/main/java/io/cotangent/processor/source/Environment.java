package io.cotangent.processor.source;

import io.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What every variable holds at one point of the program. */
final class Environment {
  private final Map<Variable, Operand> contents;

  Environment() {
    this(Map.of());
  }

  private Environment(Map<Variable, Operand> contents) {
    this.contents = new LinkedHashMap<>(contents);
  }

  Environment copy() {
    return new Environment(contents);
  }

  boolean knows(Variable variable) {
    return contents.containsKey(variable);
  }

  /** What the variable holds. */
  Operand get(Variable variable) {
    Operand content = contents.get(variable);
    if (content == null) {
      throw new IllegalStateException("no value for " + variable);
    }
    return content;
  }

  void set(Variable variable, Operand content) {
    contents.put(variable, content);
  }

  /** The values the variables hold. */
  List<Value> leaves(Collection<Variable> variables) {
    return variables.stream().flatMap(v -> get(v).leaves().stream()).toList();
  }

  /** Lets the variables hold new values, in the order of {@link #leaves}. */
  void setLeaves(Collection<Variable> variables, List<Value> leaves) {
    Iterator<Value> next = leaves.iterator();
    for (Variable variable : variables) {
      set(variable, get(variable).withLeaves(next));
    }
  }

  /** New values named as the variables, in the order of {@link #leaves}. */
  List<Value> fresh(Collection<Variable> variables) {
    List<Value> fresh = new ArrayList<>();
    for (Variable variable : variables) {
      List<Value> leaves = get(variable).leaves();
      boolean single = get(variable) instanceof Operand.Scalar;
      for (Value leaf : leaves) {
        fresh.add(new Value(leaf.type(), single ? variable.name() : leaf.name()));
      }
    }
    return fresh;
  }

  /** The variables known here that hold something else in the later environment. */
  List<Variable> changedIn(Environment later) {
    return contents.keySet().stream().filter(v -> !holdsSame(v, later)).toList();
  }

  private boolean holdsSame(Variable variable, Environment later) {
    // Values are compared by identity, which is what their equality is.
    return get(variable).leaves().equals(later.get(variable).leaves());
  }
}
