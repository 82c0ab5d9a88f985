package io.cotangent.processor.adjoint;

import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Origin;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.Value;
import java.util.List;

/** Calls of the runtime that generated sweeps make. */
final class RuntimeCalls {
  private static final String SHADOWS = "{io.cotangent.runtime.Shadows}";
  private static final String SHAPES = "{io.cotangent.runtime.Shapes}";

  private RuntimeCalls() {}

  /** {@code target += source}, element by element at any depth. */
  static void add(Builder out, Value target, Value source) {
    effect(out, SHADOWS + ".add(#0, #1)", target, source);
  }

  /** {@code target += factor * source}, element by element at any depth. */
  static void addScaled(Builder out, Value target, Value source, Value factor) {
    effect(out, SHADOWS + ".addScaled(#0, #1, #2)", target, source, factor);
  }

  /** {@code target += source; source = 0}, where the shapes may differ. */
  static void move(Builder out, Value target, Value source) {
    effect(out, SHADOWS + ".move(#0, #1)", target, source);
  }

  /** Fills an array with zeros at any depth. */
  static void clear(Builder out, Value array) {
    effect(out, SHADOWS + ".clear(#0)", array);
  }

  /** Fails unless the seed has the shape of the result. */
  static void requireSeed(Builder out, Value result, Value seed) {
    effect(out, SHAPES + ".require(\"seed\", #0, #1)", result, seed);
  }

  /** A copy of the arrays of rows, which shares the innermost arrays. */
  static Value spine(Builder out, Value array) {
    if (array.type() instanceof ArrayType type && type.rank() == 1) {
      return array;
    }
    Value copy = new Value(array.type(), array.name());
    out.add(
        new Op.Opaque(
            List.of(copy),
            SHADOWS + ".spine(#0)",
            List.of(array),
            Op.Opaque.Nature.SINK,
            "",
            out.origin()));
    return copy;
  }

  /** Defines the second tape. */
  static void scratch(Builder out, Value scratch, Value tape) {
    pure(out, scratch, "#0.scratch()", tape);
  }

  /** {@code n + 1}, which fails rather than overflow. */
  static Value increment(Builder out, Value count) {
    Value next = new Value(Primitive.INT, count.name());
    pure(out, next, "{java.lang.Math}.incrementExact(#0)", count);
    return next;
  }

  /** The number before a start, in the direction of counting, which fails rather than overflow. */
  static Value before(Builder out, Value start, boolean up) {
    Value before = new Value(start.type(), "end");
    String java = "{java.lang.Math}." + (up ? "decrementExact" : "incrementExact") + "(#0)";
    pure(out, before, java, start);
    return before;
  }

  /** The last index of a loop from {@code lower} by {@code step} until before {@code end}. */
  static Value lastIndex(Builder out, Value lower, Value end, int step) {
    Value last = new Value(lower.type(), "last");
    String java = "{io.cotangent.runtime.Counters}.last(#0, #1, " + step + ")";
    pure(out, last, java, lower, end);
    return last;
  }

  /** {@code pow(x, y - 1)}, where {@code next} is {@code pow(x, y)}. */
  static Op lesserPower(Value result, List<Value> power, Value next, Origin origin) {
    String java = "{io.cotangent.runtime.Powers}.below(#0, #1, #2)";
    List<Value> args = Lists.join(power, List.of(next));
    return new Op.Opaque(List.of(result), java, args, Op.Opaque.Nature.PURE, "", origin);
  }

  private static void pure(Builder out, Value result, String java, Value... args) {
    out.add(
        new Op.Opaque(
            List.of(result), java, List.of(args), Op.Opaque.Nature.PURE, "", out.origin()));
  }

  private static void effect(Builder out, String java, Value... args) {
    out.add(
        new Op.Opaque(List.of(), java, List.of(args), Op.Opaque.Nature.UNKNOWN, "", out.origin()));
  }
}
