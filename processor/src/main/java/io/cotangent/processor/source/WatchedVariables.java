package io.cotangent.processor.source;

import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.model.Watched;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The watched variables of the method that is lowered. What is assigned to one goes through {@link
 * Operator#WATCH}, or {@link Op.Opaque#isWatch} if it is an array; what it held last is a result of
 * the method.
 */
final class WatchedVariables {
  /**
   * One variable: its parameters, unless it is an array, and what keeps its value when its scope
   * has ended.
   */
  private record Entry(Value zero, Value marker, Variable last) {}

  private final Cursor cursor;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Map<Variable, Entry> variables = new LinkedHashMap<>();

  WatchedVariables(Cursor cursor) {
    this.cursor = cursor;
  }

  /** The parameters of the watched variables, at the beginning of the method. */
  List<Value> begin(List<Watched> watched) {
    List<Value> zeros = new ArrayList<>();
    List<Value> markers = new ArrayList<>();
    for (Watched variable : watched) {
      Value zero = new Value(variable.type(), variable.name());
      Value marker = new Value(variable.type(), variable.name());
      Variable last = new Variable(variable.name(), variable.type());
      Value nothing = cursor.builder().zero(variable.type());
      cursor.variables().set(last, new Operand.Scalar(nothing));
      entries.put(variable.name(), new Entry(zero, marker, last));
      if (!variable.isArray()) {
        zeros.add(zero);
        markers.add(marker);
      }
    }
    zeros.addAll(markers);
    return zeros;
  }

  /** From now on the variable is watched. */
  void declare(Variable variable) {
    Entry entry = entries.get(variable.name());
    if (entry != null) {
      variables.put(variable, entry);
    }
  }

  /** What is assigned instead of the content. */
  Operand assigned(Variable variable, Operand content) {
    Entry entry = variables.get(variable);
    if (entry == null) {
      return content;
    }
    Value plain = content.leaves().get(0);
    Value value = plain.type().isReference() ? array(variable, plain) : number(variable, plain);
    Operand watched = new Operand.Scalar(value);
    cursor.variables().set(entry.last(), watched);
    return watched;
  }

  private Value number(Variable variable, Value plain) {
    Entry entry = variables.get(variable);
    List<Value> args = List.of(plain, entry.zero(), entry.marker());
    return cursor.builder().apply(Operator.WATCH, plain.type(), variable.name(), args);
  }

  private Value array(Variable variable, Value plain) {
    Builder out = cursor.builder();
    Value value = new Value(plain.type(), variable.name());
    Op.Opaque.Nature nature = Op.Opaque.Nature.SINK;
    List<Value> args = List.of(plain);
    out.add(new Op.Opaque(List.of(value), "#0", args, nature, Op.Opaque.WATCH, out.origin()));
    return value;
  }

  /** The variables that change with others. */
  Set<Variable> following(Set<Variable> assigned) {
    Set<Variable> following = new LinkedHashSet<>();
    for (Variable variable : assigned) {
      Entry entry = variables.get(variable);
      if (entry != null) {
        following.add(entry.last());
      }
    }
    return following;
  }

  /** What the variables held last, in order. */
  List<Value> results() {
    Set<Variable> last = new LinkedHashSet<>();
    entries.values().forEach(e -> last.add(e.last()));
    return cursor.variables().leaves(last);
  }
}
