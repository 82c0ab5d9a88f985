package io.cotangent.processor.adjoint;

import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Value;
import java.util.List;

/** Which rule to write for a method that was called with active values. */
final class RuleAdvice {
  private RuleAdvice() {}

  /**
   * What the user can do.
   *
   * @param call of a method that messages call {@code pkg.Type.method(double x, int n)}
   */
  static String of(Op.Opaque call) {
    String callee = call.callee();
    int open = callee.indexOf('(');
    String qualified = callee.substring(0, open);
    int dot = qualified.lastIndexOf('.');
    List<Value> reals = call.args().stream().filter(v -> v.type().isReal()).toList();
    boolean hasOthers =
        call.args().stream().anyMatch(v -> v.type().isRealArray())
            || call.java().contains("new {"); // of a record
    boolean givesNumber = !call.results().isEmpty() && call.result().type().isReal();
    if (qualified.startsWith("new ") || dot < 0 || reals.isEmpty() || hasOthers || !givesNumber) {
      return "It does not map numbers to a number, so it cannot have a rule: write it out, or stop the"
          + " derivative with Gradients.stop.";
    }
    String owner = qualified.substring(0, dot);
    String name = qualified.substring(dot + 1);
    boolean isInstance = call.java().startsWith("#");
    String receiver = isInstance ? owner + " receiver, " : "";
    String result = reals.size() == 1 ? "double " : "double[] ";
    String suffix = reals.size() == 1 ? "Derivative(" : "Partials(";
    return "Write a rule that gives its "
        + (reals.size() == 1 ? "derivative" : "partial derivatives")
        + ":\n    @DerivativeOf(type = "
        + owner
        + ".class, method = \""
        + name
        + "\")\n    static "
        + result
        + name
        + suffix
        + receiver
        + callee.substring(open + 1);
  }
}
