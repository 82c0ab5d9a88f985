package io.cotangent.processor.source;

import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Unit;
import io.cotangent.processor.model.Signature;
import io.cotangent.processor.model.Watched;
import io.cotangent.processor.report.Report;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * From attributed source to the IR. Operations come in the order Java runs them; assignments, short
 * circuits, every form of loop and switch, and all jumps are gone.
 */
public final class Lowering {
  private final MethodSource root;
  private final List<Watched> watched;
  private final Program program;
  private final Visibility visibility;
  private final Report report;
  private final Functions functions;

  private Lowering(
      MethodSource root, List<Watched> watched, Program program, int orders, Report report) {
    this.root = root;
    this.watched = watched;
    this.program = program;
    this.visibility = new Visibility(program.elements().getPackageOf(root.method()));
    this.report = report;
    this.functions = new Functions(orders, this::lower);
  }

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
    return new Lowering(root, watched, program, orders, report).lower();
  }

  private Optional<Lowered> lower() {
    Scope scope = new Scope(root, program, visibility, report, functions.joining());
    String name;
    try {
      List<Operand> arguments = Arguments.of(root, scope);
      name = functions.get(root, arguments, scope.declaredResult(root), null).name();
    } catch (Rejected alreadyReported) {
      return Optional.empty();
    }
    Map<String, Function> lowered = functions.lowerAll();
    return report.hasErrors()
        ? Optional.empty()
        : Optional.of(new Lowered(new Unit(name, lowered), functions.generated()));
  }

  private Functions.LoweredBody lower(Functions.Entry entry) {
    Scope scope =
        new Scope(entry.code(), program, visibility, report, functions.joining())
            .calledFrom(entry.caller());
    List<Watched> own = entry.code().equals(root) ? watched : List.of();
    Functions.LoweredBody body = new MethodLowering(scope, functions, entry).lower(own);
    boolean isDifferentiated = entry.orders() > 0;
    return isDifferentiated
        ? body
        : new Functions.LoweredBody(Untracked.of(body.function()), body.result());
  }
}
