package io.cotangent.processor.source;

import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Unit;
import io.cotangent.processor.model.Signature;
import io.cotangent.processor.model.Watched;
import io.cotangent.processor.report.Report;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * From attributed source to the IR. Operations come in the order Java runs them; assignments, short
 * circuits, every form of loop and switch, and all jumps are gone.
 */
public final class Lowering {
  private Lowering() {}

  /**
   * A method and everything it calls of which the source can be seen.
   *
   * @param orders how many derivatives will be taken of it
   * @return empty if problems were reported
   */
  public static Optional<Lowered> lower(
      MethodSource root, Program program, int orders, Report report) {
    return lower(root, List.of(), program, orders, report);
  }

  /**
   * The same with watched variables, as {@link Signature#extended} says.
   *
   * @param watched variables of the root
   */
  public static Optional<Lowered> lower(
      MethodSource root, List<Watched> watched, Program program, int orders, Report report) {
    Visibility visibility = new Visibility(program.elements().getPackageOf(root.method()));
    Functions functions = new Functions(orders);
    String name = functions.nameOf(root);
    Map<String, Function> lowered = new LinkedHashMap<>();
    for (Optional<MethodSource> next = functions.next();
        next.isPresent();
        next = functions.next()) {
      Scope scope = new Scope(next.get(), program, visibility, report);
      List<Watched> own = lowered.isEmpty() ? watched : List.of();
      Function function = new MethodLowering(scope, functions).lower(own);
      boolean isDifferentiated = functions.orders() > 0;
      lowered.put(function.name(), isDifferentiated ? function : Untracked.of(function));
    }
    return report.hasErrors()
        ? Optional.empty()
        : Optional.of(new Lowered(new Unit(name, lowered), functions.generated()));
  }
}
