package io.cotangent.fuzz;

import io.cotangent.fuzz.interpret.Reference;

/** Compares what a compiled program computes with what the oracle says. */
record PrimalCheck(Members program, Object[] point, Reference reference) {
  /** The result, if it and the effects are as expected. */
  Object run() {
    Object[] arguments = Leaves.copy(point);
    Object result = program.call("run", arguments);
    compare("the program itself", result, arguments);
    return result;
  }

  /** Fails unless a member's result and effects are those of the program. */
  void compare(String member, Object result, Object[] arguments) {
    same(member + ": value", reference.result(), result);
    same(member + ": arguments", reference.arguments(), arguments);
  }

  static void same(String what, Object expected, Object actual) {
    if (!Leaves.same(expected, actual)) {
      throw new Wrong(
          what + ": expected " + Leaves.text(expected) + ", got " + Leaves.text(actual));
    }
  }
}
