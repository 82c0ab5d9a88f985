package io.cotangent.processor;

import io.cotangent.processor.analysis.FreeValues;
import io.cotangent.processor.analysis.NeededValues;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Unit;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.model.Derived;
import io.cotangent.processor.model.Leaf;
import io.cotangent.processor.report.Problem;
import io.cotangent.processor.report.Report;
import io.cotangent.processor.source.Request;
import java.util.List;
import java.util.Set;

/** Checks that generated code can read what a method needs and put back what it changes. */
final class Boundary {
  private Boundary() {}

  /** Reports each field that it cannot. */
  static void check(Derived derived, Unit plain, Request request, Report report) {
    Object site = request.source().site();
    String method = derived.signature().methodName();
    List<Leaf> leaves = derived.signature().leaves();
    List<Value> params = plain.rootFunction().params();
    Region body = plain.rootFunction().body();
    Set<Value> used = FreeValues.of(new Region(List.of(), body.ops(), body.yields()));
    Set<Value> needed = NeededValues.of(body);
    for (int i = 0; i < leaves.size(); i++) {
      Leaf leaf = leaves.get(i);
      if (leaf.isLost() && (leaf.isInRow() ? needed : used).contains(params.get(i))) {
        report.error(Problem.UNREADABLE_FIELD, site, method, leaf.path());
      }
      if (derived.isStuck(leaf) && !leaf.isKind()) {
        report.error(Problem.UNWRITABLE_FIELD, site, method, leaf.path());
      }
    }
    if (derived.signature().order() > 1 && changesObjects(derived)) {
      String reason = "the method changes an object";
      report.error(Problem.HIGHER_ORDER, site, derived.signature().order(), reason);
    }
  }

  /** Whether the method changes what a Hessian, which runs it often, cannot copy. */
  private static boolean changesObjects(Derived derived) {
    return derived.signature().parameters().stream()
        .anyMatch(
            p ->
                p.leaves().stream()
                    .anyMatch(
                        leaf ->
                            derived.isChanged(leaf)
                                || (derived.isWritten(leaf) && !p.form().isOwnDual())));
  }
}
