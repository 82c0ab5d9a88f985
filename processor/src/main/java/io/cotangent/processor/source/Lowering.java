package io.cotangent.processor.source;

import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Unit;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.model.Signature;
import io.cotangent.processor.model.Watched;
import io.cotangent.processor.report.Problem;
import io.cotangent.processor.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * From attributed source to the IR. Operations come in the order Java runs them; assignments, short
 * circuits, every form of loop and switch, and all jumps are gone.
 */
public final class Lowering {
  /** A unit that still needs more room after so many attempts will always need more. */
  private static final int MOST_ATTEMPTS = 200;

  private final MethodSource root;
  private final List<Watched> watched;
  private final Program program;
  private final Visibility visibility;
  private final Report report;
  private final int orders;
  private final Rooms rooms = new Rooms();

  private Lowering(
      MethodSource root, List<Watched> watched, Program program, int orders, Report report) {
    this.root = root;
    this.watched = watched;
    this.program = program;
    this.visibility = new Visibility(program.elements().getPackageOf(root.method()));
    this.report = report;
    this.orders = orders;
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

  /** Tries until the rooms are as wide as they need to be. */
  private Optional<Lowered> lower() {
    for (int i = 0; i < MOST_ATTEMPTS; i++) {
      try {
        return new Attempt().run();
      } catch (Rooms.Widened again) {
        // what was reported on the way may have come from rooms that were too narrow
      }
    }
    report.error(Problem.ENDLESS_NESTING, root.site());
    return Optional.empty();
  }

  /** The unit with the rooms as they are. */
  private final class Attempt {
    private final Report problems = new Report();
    private final Functions functions = new Functions(orders, isRootApart(), this::lower);

    /** Whether the root gives back something else than the method does where it is called. */
    private boolean isRootApart() {
      Scope scope = new Scope(root, program, visibility, problems, rooms);
      return !rooms.linked().isEmpty()
          || !watched.isEmpty()
          || new RootResult(scope, root).isObject();
    }

    Optional<Lowered> run() {
      Optional<Lowered> lowered = unit();
      report.addAll(problems);
      return lowered;
    }

    private Optional<Lowered> unit() {
      Scope scope = new Scope(root, program, visibility, problems, rooms);
      String name;
      Operand expected;
      try {
        List<Operand> arguments = Arguments.of(root, scope);
        expected = new RootResult(scope, root).operand();
        name = functions.get(root, arguments, expected, null).name();
      } catch (Rejected alreadyReported) {
        return Optional.empty();
      }
      Map<String, Function> lowered = functions.lowerAll();
      checkResult(scope, lowered.get(name), expected);
      return problems.hasErrors()
          ? Optional.empty()
          : Optional.of(new Lowered(new Unit(name, lowered), functions.generated()));
    }

    /** What the root gives back has to be what its type alone says. */
    private void checkResult(Scope scope, Function function, Operand expected) {
      if (expected instanceof Operand.Unset) {
        return; // an object, which the form has been made for
      }
      List<Type> types = new ArrayList<>(expected.leaves().stream().map(Value::type).toList());
      watched.forEach(w -> types.add(w.type()));
      if (!problems.hasErrors() && !function.resultTypes().equals(types)) {
        String what = "a result that holds null or an array of records";
        scope.report(root.tree().getReturnType(), Problem.UNSUPPORTED_CONSTRUCT, what);
      }
    }

    private Functions.LoweredBody lower(Functions.Entry entry) {
      Scope scope =
          new Scope(entry.code(), program, visibility, problems, rooms).calledFrom(entry.caller());
      List<Watched> own = entry.isRoot() ? watched : List.of();
      Functions.LoweredBody body = new MethodLowering(scope, functions, entry).lower(own);
      boolean isDifferentiated = entry.orders() > 0;
      return isDifferentiated
          ? body
          : new Functions.LoweredBody(Untracked.of(body.function()), body.result());
    }
  }
}
