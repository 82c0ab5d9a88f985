package io.cotangent.processor.source;

import io.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.Collection;
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

  /** Lets the variable hold new values of the same make as the operand; gives them back. */
  List<Value> renew(Variable variable, Operand like) {
    boolean single = like instanceof Operand.Scalar;
    List<Value> fresh = new ArrayList<>();
    like.leaves().forEach(v -> fresh.add(new Value(v.type(), single ? variable.name() : v.name())));
    set(variable, like.withLeaves(fresh.iterator()));
    return fresh;
  }

  /** The variables known here that hold something else in the later environment. */
  List<Variable> changedIn(Environment later) {
    return contents.keySet().stream().filter(v -> !holdsSame(v, later)).toList();
  }

  private boolean holdsSame(Variable variable, Environment later) {
    Operand before = get(variable);
    Operand after = later.get(variable);
    // Values are compared by identity, which is what their equality is.
    return before.leaves().equals(after.leaves()) && before.key().equals(after.key());
  }
}
