package io.cotangent.processor;

import io.cotangent.processor.analysis.FreeValues;
import io.cotangent.processor.analysis.NeededValues;
import io.cotangent.processor.ir.ArrayType;
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
        report.error(Problem.UNREADABLE_FIELD, site, method, leaf.called());
      }
      if (derived.isStuck(leaf) && !leaf.isKind()) {
        report.error(Problem.UNWRITABLE_FIELD, site, method, leaf.called());
      }
    }
    if (derived.signature().order() > 1 && changesForGood(derived)) {
      String reason = "the method changes an object in ways that cannot be taken back";
      report.error(Problem.HIGHER_ORDER, site, derived.signature().order(), reason);
    }
  }

  /**
   * Whether the method changes what a Hessian, which runs it often, can neither copy nor restore.
   */
  private static boolean changesForGood(Derived derived) {
    return derived.signature().parameters().stream()
        .anyMatch(
            p ->
                p.leaves().stream()
                    .anyMatch(
                        leaf ->
                            derived.isChanged(leaf) && leaf.isInRow()
                                || !p.form().isOwnDual() && isLost(derived, leaf)));
  }

  /** Whether rows are replaced, or arrays are changed that many objects hold. */
  private static boolean isLost(Derived derived, Leaf leaf) {
    int last = leaf.type() instanceof ArrayType array ? array.rank() - 1 : 0;
    return derived.depths().getOrDefault(leaf.path(), Set.of()).stream()
        .filter(depth -> depth >= leaf.returned().size())
        .anyMatch(depth -> leaf.isInRow() || depth < last);
  }
}
