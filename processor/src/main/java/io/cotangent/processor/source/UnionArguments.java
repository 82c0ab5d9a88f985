package io.cotangent.processor.source;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Calls code that is not looked into once for each thing an argument may be: a box, or null. */
final class UnionArguments {
  private UnionArguments() {}

  /** What the call comes to, its arguments already evaluated. */
  static Operand each(Scope scope, Call call, Function<Call, Operand> action) {
    for (int i = 0; i < call.arguments().size(); i++) {
      int at = i;
      Call.Argument.Given given = (Call.Argument.Given) call.arguments().get(i);
      if (given.operand() instanceof Operand.Union union && Conversions.isWhole(union)) {
        return new UnionDispatch(scope, union, call.tree())
            .each(
                call.name(),
                one -> {
                  List<Call.Argument> others = new ArrayList<>(call.arguments());
                  others.set(at, new Call.Argument.Given(one, given.tree()));
                  Call chosen = new Call(call.tree(), call.method(), others, call.name());
                  return each(scope, chosen, action);
                });
      }
    }
    return action.apply(call);
  }
}
