package io.cotangent.processor.source;

import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Op.Opaque.Nature;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.RefType;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Operations that can throw, with a test in front of them where the exception is caught. */
final class ThrowingOps {
  private static final String ATTEMPT = "io.cotangent.runtime.Attempt";

  private final Raising raising;
  private final Map<Value, Integer> numbers = new HashMap<>();
  private final Map<Value, Integer> lengths = new HashMap<>();

  ThrowingOps(Raising raising) {
    this.raising = raising;
  }

  void add(Op op, Builder out) {
    if (op instanceof Op.Const number && number.constant() instanceof Integer known) {
      numbers.put(number.value(), known);
      out.append(op);
    } else if (op instanceof Op.Load load) {
      element(load.array(), load.index(), op, out);
      out.append(op);
    } else if (op instanceof Op.Store store) {
      element(store.array(), store.index(), op, out);
      out.append(op);
    } else if (op instanceof Op.Length length) {
      notNull(length.array(), op, out);
      out.append(op);
    } else if (op instanceof Op.CopyArray copy) {
      notNull(copy.array(), op, out);
      out.append(op);
      raising.check(copy.value());
    } else if (op instanceof Op.NewArray array) {
      array.dimensions().forEach(d -> notNegative(d, op, out));
      out.append(op);
      raising.check(array.value());
      lengths.put(array.value(), numbers.getOrDefault(array.dimensions().get(0), 0));
    } else if (op instanceof Op.Apply apply) {
      divisor(apply, out);
      out.append(op);
    } else if (op instanceof Op.Opaque opaque && mayThrow(opaque)) {
      attempt(opaque, out);
    } else if (op instanceof Op.Call call) {
      call(call, out);
    } else {
      out.append(op);
    }
  }

  private static boolean mayThrow(Op.Opaque op) {
    return op.nature() != Nature.PURE && op.nature() != Nature.PARTIAL;
  }

  private boolean isCaught(Implicit kind) {
    return raising.caught().contains(kind);
  }

  /** Throws one of the virtual machine's exceptions if the condition holds. */
  private void raiseIf(Value condition, Implicit kind, String message, List<Value> args, Op op) {
    String java = "new {" + kind.className() + "}(" + message + ")";
    Type type = new RefType(kind.className());
    Supplier<Value> exception = () -> raising.opaque(type, java, args, Nature.SINK, op.origin());
    raising.raiseIf(condition, exception, op.origin());
  }

  private void notNull(Value reference, Op op, Builder out) {
    if (isCaught(Implicit.NULL) && raising.check(reference)) {
      Value none = constant(reference.type(), null, op, out);
      Value isNull = apply(Operator.EQ, Primitive.BOOLEAN, List.of(reference, none), op, out);
      raiseIf(isNull, Implicit.NULL, "", List.of(), op);
    }
  }

  private void element(Value array, Value index, Op op, Builder out) {
    notNull(array, op, out);
    int known = numbers.getOrDefault(index, -1);
    boolean isInside = known >= 0 && known < lengths.getOrDefault(array, 0);
    if (!isInside && isCaught(Implicit.INDEX) && raising.check(List.of(array, index))) {
      Value length = new Value(Primitive.INT, "");
      out.append(new Op.Length(length, array, op.origin()));
      Value below = isNegative(index, op, out);
      Value above = apply(Operator.GE, Primitive.BOOLEAN, List.of(index, length), op, out);
      Value outside = apply(Operator.BIT_OR, Primitive.BOOLEAN, List.of(below, above), op, out);
      String message = "\"Index \" + #0 + \" out of bounds for length \" + #1";
      raiseIf(outside, Implicit.INDEX, message, List.of(index, length), op);
    }
  }

  private static Value isNegative(Value number, Op op, Builder out) {
    Value zero = constant(Primitive.INT, 0, op, out);
    return apply(Operator.LT, Primitive.BOOLEAN, List.of(number, zero), op, out);
  }

  private void notNegative(Value dimension, Op op, Builder out) {
    boolean isNatural = numbers.getOrDefault(dimension, -1) >= 0;
    if (!isNatural && isCaught(Implicit.NEGATIVE_SIZE) && raising.check(List.of(dimension))) {
      Value negative = isNegative(dimension, op, out);
      String message = "{java.lang.String}.valueOf(#0)";
      raiseIf(negative, Implicit.NEGATIVE_SIZE, message, List.of(dimension), op);
    }
  }

  private void divisor(Op.Apply op, Builder out) {
    boolean divides = op.operator() == Operator.DIV || op.operator() == Operator.REM;
    if (divides && !op.value().type().isReal() && isCaught(Implicit.ARITHMETIC)) {
      Value divisor = op.args().get(1);
      Object nothing = divisor.type() == Primitive.LONG ? (Object) 0L : (Object) 0;
      Value zero = constant(divisor.type(), nothing, op, out);
      Value isZero = apply(Operator.EQ, Primitive.BOOLEAN, List.of(divisor, zero), op, out);
      raiseIf(isZero, Implicit.ARITHMETIC, "\"/ by zero\"", List.of(), op);
    }
  }

  private static Value constant(Type type, Object constant, Op op, Builder out) {
    Value value = new Value(type, "");
    out.append(new Op.Const(value, constant, op.origin()));
    return value;
  }

  private static Value apply(Operator operator, Type type, List<Value> args, Op op, Builder out) {
    Value value = new Value(type, "");
    out.append(new Op.Apply(value, operator, false, args, op.origin()));
    return value;
  }

  /** A call that gives back what it threw, if it threw. */
  private void call(Op.Call op, Builder out) {
    if (!raising.reports(op)) {
      out.append(op);
      return;
    }
    Value exception = new Value(Handler.THROWABLE, "exception");
    List<Value> results = new ArrayList<>(op.results());
    results.add(exception);
    out.append(new Op.Call(results, op.callee(), op.args(), op.origin()));
    raiseIfThere(exception, op, out);
  }

  private void raiseIfThere(Value exception, Op op, Builder out) {
    Value none = constant(Handler.THROWABLE, null, op, out);
    Value isThere = apply(Operator.NE, Primitive.BOOLEAN, List.of(exception, none), op, out);
    raising.raiseIf(isThere, () -> exception, op.origin());
  }

  /** Java that is not looked into, its exception made a value. */
  private void attempt(Op.Opaque op, Builder out) {
    Type type = op.results().isEmpty() ? RefType.OBJECT : op.result().type();
    Type attempts = new RefType(ATTEMPT + "<" + boxed(type) + ">");
    Value attempt = new Value(attempts, "attempt");
    String java = Attempts.text(op);
    List<Value> results = List.of(attempt);
    out.append(new Op.Opaque(results, java, op.args(), op.nature(), op.callee(), op.origin()));
    BiFunction<Type, String, Value> read =
        (of, member) ->
            raising.opaque(of, "#0." + member + "()", List.of(attempt), Nature.PURE, op.origin());
    raiseIfThere(read.apply(Handler.THROWABLE, "failure"), op, out);
    if (!op.results().isEmpty()) {
      List<Value> args = new ArrayList<>(List.of(attempt));
      // An array that comes back may be one of those that went in.
      op.args().stream().filter(a -> a.type() instanceof ArrayType).forEach(args::add);
      out.append(
          new Op.Opaque(op.results(), "#0.value()", args, op.nature(), op.callee(), op.origin()));
    }
  }

  private static String boxed(Type type) {
    return type instanceof Primitive primitive
        ? Conversions.boxed(primitive).toString()
        : type.toString();
  }
}
