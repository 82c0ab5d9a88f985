package io.cotangent.processor.source;

import io.cotangent.processor.ir.Op.Opaque.Nature;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.RefType;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Value;
import java.util.List;
import java.util.Optional;

/** Lowers calls of the methods of {@code Double}, {@code Integer} and the other boxes. */
final class BoxCalls {
  private final Scope scope;
  private final CallLowering calls;

  BoxCalls(Scope scope, CallLowering calls) {
    this.scope = scope;
    this.calls = calls;
  }

  Operand invoke(Operand.Boxed receiver, Call call) {
    return call.method().getSimpleName().contentEquals("compareTo")
        ? compare(receiver, calls.evaluated(call))
        : UnionArguments.each(
            scope,
            calls.evaluated(call),
            c -> invoke(receiver, c, calls.arguments(c.arguments(), c.method())));
  }

  /**
   * Compares with another box of the class, or null: as the static method does with the numbers.
   */
  private Operand compare(Operand.Boxed receiver, Call call) {
    Primitive type = (Primitive) receiver.value().type();
    Operand other = calls.converted(call.arguments().get(0), type, "");
    Template java = new Template("{" + receiver.type() + "}.compare");
    java.addArguments(List.of(new Operand.Scalar(receiver.value()), other));
    String signature = LibraryCalls.signature(call.method());
    return scope.opaque(call.tree(), call.result(scope), call.name(), java, Nature.SINK, signature);
  }

  private Operand invoke(Operand.Boxed receiver, Call call, List<Operand> arguments) {
    Type result = call.result(scope);
    String called = call.method().getSimpleName().toString();
    if (called.endsWith("Value") && result instanceof Primitive primitive) {
      Value value = scope.at(call.tree()).cast(receiver.value(), primitive);
      return new Operand.Scalar(value);
    }
    Template java = new Template();
    java.add(java.argument(receiver)).add("." + called).addArguments(arguments);
    // They compare and print; nothing real comes back.
    return scope.opaque(
        call.tree(), result, call.name(), java, Nature.SINK, LibraryCalls.signature(call.method()));
  }

  /** The box a static method makes of a primitive; empty if the method does something else. */
  static Optional<Operand> valueOf(Call call, List<Operand> arguments) {
    boolean boxes =
        call.method().getSimpleName().contentEquals("valueOf")
            && arguments.size() == 1
            && arguments.get(0).type() instanceof Primitive primitive
            && Conversions.box(primitive).name().equals(owner(call));
    return boxes
        ? Optional.of(new Operand.Boxed(arguments.get(0).leaves().get(0)))
        : Optional.empty();
  }

  /** What a static method makes, which is a box and not null where it is {@code valueOf}. */
  static Operand made(Call call, Operand result, Conversions conversions) {
    boolean boxes =
        call.method().getSimpleName().contentEquals("valueOf")
            && result.type() instanceof RefType box
            && box.name().equals(owner(call));
    Optional<Primitive> held = boxes ? Conversions.unboxed(result.type()) : Optional.empty();
    if (held.isEmpty()) {
      return result;
    }
    Value value = result.leaves().get(0);
    return new Operand.Boxed(conversions.convert(value, held.get(), call.tree()));
  }

  private static String owner(Call call) {
    return call.method().getEnclosingElement().toString();
  }
}
