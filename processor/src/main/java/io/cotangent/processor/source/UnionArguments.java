package io.cotangent.processor.source;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Calls code that is not looked into once for each thing an argument may be: a box, or null. */
final class UnionArguments {
  private UnionArguments() {}

  /** What the call comes to, its arguments already evaluated. */
  static Operand each(Scope scope, Call call, Function<Call, Operand> action) {
    List<Operand> given = new ArrayList<>();
    call.arguments().forEach(a -> given.add(((Call.Argument.Given) a).operand()));
    for (int i = 0; i < given.size(); i++) {
      int at = i;
      if (given.get(at) instanceof Operand.Union union && Conversions.isWhole(union)) {
        return new UnionDispatch(scope, union, call.tree())
            .each(
                call.name(),
                one -> {
                  List<Operand> others = new ArrayList<>(given);
                  others.set(at, one);
                  return each(
                      scope, Call.given(call.tree(), call.method(), others, call.name()), action);
                });
      }
    }
    return action.apply(call);
  }
}
