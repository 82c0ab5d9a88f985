package io.cotangent.processor.tangent;

import io.cotangent.processor.analysis.Activity;
import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tangents of a function's values in one direction. */
final class Direction {
  private static final String SUFFIX = "Dot";

  private final Activity activity;
  private final Shadowing shadowing;
  private final Map<Value, Value> tangents = new HashMap<>();

  Direction(Activity activity) {
    this.activity = activity;
    this.shadowing = new Shadowing(activity, SUFFIX);
  }

  Shadowing shadowing() {
    return shadowing;
  }

  /** A new value for the tangent of a parameter. */
  Value parameter(Value param) {
    return fresh(param, true);
  }

  /** The parameter is the number this is the direction of: its tangent is one. */
  void along(Value param, Builder out) {
    put(param, out.real(param.type(), 1));
  }

  /** The tangent of a number; null if it has none. */
  Value of(Value number) {
    return tangents.get(number);
  }

  void put(Value number, Value tangent) {
    tangents.put(number, tangent);
  }

  /** The tangent of a value, zero if it has none. */
  Value orZero(Value value, Builder target) {
    if (value.type().isReference()) {
      return shadowing.isShadowed(value)
          ? shadowing.of(value)
          : target.copyArray(value, Op.CopyArray.Kind.ZEROS, shadowing.name(value));
    }
    Value tangent = tangents.get(value);
    return tangent != null ? tangent : target.zero(value.type());
  }

  /** A new value for the tangent of an active value. */
  Value fresh(Value value) {
    return fresh(value, false);
  }

  private Value fresh(Value value, boolean even) {
    Value tangent = new Value(value.type(), shadowing.name(value));
    if (value.type().isReference()) {
      if (even || shadowing.isShadowed(value)) {
        shadowing.bind(value, tangent);
      }
    } else {
      tangents.put(value, tangent);
    }
    return tangent;
  }

  /** New tangents for the active ones of the values, in order. */
  List<Value> freshAll(List<Value> values) {
    return values.stream().filter(activity::isActive).map(this::fresh).toList();
  }
}
