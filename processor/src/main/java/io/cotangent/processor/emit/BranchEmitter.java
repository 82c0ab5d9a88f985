package io.cotangent.processor.emit;

import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes branches: a conditional expression where both arms are expressions, otherwise a statement
 * that assigns the results.
 */
final class BranchEmitter {
  private final BodyEmitter body;

  BranchEmitter(BodyEmitter body) {
    this.body = body;
  }

  void emit(Op.If op) {
    Expr condition = body.use(op.condition());
    List<String> reused = new ArrayList<>();
    for (int i = 0; i < op.results().size(); i++) {
      reused.add(reusable(op, i));
    }
    Pending then = body.nested(op.then());
    Pending otherwise = body.nested(op.otherwise());
    if (isConditional(op, then, otherwise, reused)) {
      Expr a = yielded(op.then(), then, 0);
      Expr b = yielded(op.otherwise(), otherwise, 0);
      body.define(op.results().get(0), Operators.select(List.of(condition, a, b)));
      return;
    }
    body.settle();
    List<String> targets = declareResults(op, reused);
    assignYields(op.then(), then, targets);
    assignYields(op.otherwise(), otherwise, targets);
    write(condition, then, otherwise);
    for (int i = 0; i < targets.size(); i++) {
      body.bind(op.results().get(i), targets.get(i));
    }
  }

  private static boolean isConditional(
      Op.If op, Pending then, Pending otherwise, List<String> reused) {
    return op.results().size() == 1
        && reused.get(0) == null
        && then.isEmpty()
        && otherwise.isEmpty();
  }

  /**
   * The variable a result may go on using: that of a value which one arm passes through and nothing
   * behind the branch uses. Null if there is none.
   */
  private String reusable(Op.If op, int index) {
    for (Region arm : op.regions()) {
      if (!arm.isTerminated()) {
        Value passed = arm.yields().get(index);
        boolean isTaken =
            op.regions().stream()
                .filter(r -> !r.isTerminated())
                .anyMatch(r -> indexOfOther(r.yields(), passed, index));
        String name = isTaken ? null : body.ownVariable(passed);
        if (name != null && body.uses().isUsedOnlyInside(passed, op)) {
          return name;
        }
      }
    }
    return null;
  }

  private static boolean indexOfOther(List<Value> yields, Value value, int index) {
    for (int i = 0; i < yields.size(); i++) {
      if (i != index && yields.get(i) == value) {
        return true;
      }
    }
    return false;
  }

  private Expr yielded(Region arm, Pending place, int index) {
    Pending before = body.resume(place);
    Expr expr = body.use(arm.yields().get(index));
    body.resume(before);
    return expr;
  }

  private List<String> declareResults(Op.If op, List<String> reused) {
    List<String> targets = new ArrayList<>();
    for (int i = 0; i < op.results().size(); i++) {
      Value result = op.results().get(i);
      String name = reused.get(i);
      if (name == null) {
        name = body.names().fresh(result.name());
        body.pending().statement("$T $N", JavaTypes.of(result.type()), name);
        body.own(name);
      }
      targets.add(name);
    }
    return targets;
  }

  private void assignYields(Region arm, Pending place, List<String> targets) {
    if (arm.isTerminated()) {
      return;
    }
    Pending before = body.resume(place);
    new Assignments(body).assign(targets, arm.yields());
    body.resume(before);
  }

  private void write(Expr condition, Pending then, Pending otherwise) {
    Pending out = body.pending();
    if (then.isEmpty() && otherwise.isEmpty()) {
      return;
    }
    if (then.isEmpty()) {
      out.open("if (!$L)", condition.at(Precedence.PRIMARY));
      out.append(otherwise);
    } else {
      out.open("if ($L)", condition.code());
      out.append(then);
      if (!otherwise.isEmpty()) {
        out.next("else");
        out.append(otherwise);
      }
    }
    out.close();
  }
}
