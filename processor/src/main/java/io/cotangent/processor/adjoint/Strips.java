package io.cotangent.processor.adjoint;

import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Unit;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.model.Derived;
import io.cotangent.processor.model.Optimisation;
import io.cotangent.processor.model.Strip;
import io.cotangent.processor.pass.CodeSize;
import io.cotangent.processor.pass.DeadCode;
import io.cotangent.processor.pass.LoopInvariants;
import io.cotangent.processor.pass.Simplify;
import io.cotangent.processor.tangent.Tangent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Vector mode, for Jacobians: one sweep computes the primal once and its tangents in several
 * directions. As many as the size of the method allows; control flow, indices and partials are
 * shared by all.
 */
final class Strips {
  private static final List<Integer> WIDTHS = List.of(8, 4, 2);
  private static final int WIDEST = 8;

  /** A strip may be cut into about as many methods. */
  private static final int PIECES = 4;

  /** Java methods take 255, one of them for the tape. */
  private static final int MOST_SLOTS = 254;

  /** A strip and the functions it consists of. */
  record Sized(Strip strip, Map<String, Function> functions) {}

  private final Primal primal;
  private final boolean isRepeatable;

  private Strips(Primal primal) {
    this.primal = primal;
    this.isRepeatable =
        primal.writtenParameters().isEmpty()
            && Repetition.obstacle(primal.unit(), primal.memory()).isEmpty();
  }

  /** The strip of a method that has a Jacobian; empty if it is to be found in reverse. */
  static Optional<Sized> of(Primal primal) {
    List<Type> leaves = primal.signature().resultLeaves();
    boolean hasRows = leaves.stream().anyMatch(leaf -> leaf.isDifferentiable());
    boolean isNumber = primal.signature().result().filter(type -> type.isReal()).isPresent();
    return !hasRows
            || isNumber
            || primal.signature().hasRows()
            || primal.root().body().isTerminated()
            || primal.unit().functions().values().stream().anyMatch(f -> f.link().isPresent())
            || !primal.settings().uses(Optimisation.STRIPS)
        ? Optional.empty()
        : new Strips(primal).widest();
  }

  private Optional<Sized> widest() {
    int columns = primal.independents().size();
    if (areNumbers(primal.independents()) && columns <= WIDEST) {
      Sized all = sized(columns, true);
      if (fits(all)) {
        return Optional.of(all);
      }
    }
    Sized narrowest = sized(1, false);
    int alone = CodeSize.of(primal.root());
    int tangent = CodeSize.of(narrowest.functions().get(Derived.STRIP)) - alone;
    return WIDTHS.stream()
        .filter(width -> alone + width * tangent <= limit())
        .map(width -> sized(width, false))
        .filter(this::fits)
        .findFirst()
        .or(() -> Optional.of(narrowest).filter(this::fits))
        .filter(this::isOfUse);
  }

  private static boolean areNumbers(List<Value> values) {
    return values.stream().noneMatch(v -> v.type().isReference());
  }

  /** Whether it depends on the arguments which way is shorter, or is known to be this one. */
  private boolean isOfUse(Sized sized) {
    Strip strip = sized.strip();
    int columns = primal.independents().size();
    List<Value> rows =
        primal.root().body().yields().stream().filter(v -> v.type().isDifferentiable()).toList();
    return !areNumbers(primal.independents())
        || columns <= strip.width()
        || isRepeatable && (!areNumbers(rows) || columns <= strip.columnsPerRow() * rows.size());
  }

  private Sized sized(int width, boolean isAll) {
    Unit strip =
        Tangent.strip(primal.unit(), primal.activity(), primal.independents(), width, isAll);
    Map<String, Function> functions = new LinkedHashMap<>(optimised(strip).functions());
    functions.keySet().removeAll(primal.unit().functions().keySet());
    return new Sized(new Strip(width, isAll, isRepeatable), functions);
  }

  private Unit optimised(Unit strip) {
    Unit unit = primal.settings().uses(Optimisation.SIMPLIFY) ? Simplify.run(strip) : strip;
    unit = primal.settings().uses(Optimisation.DEAD_CODE) ? DeadCode.run(unit) : unit;
    unit = primal.settings().uses(Optimisation.HOIST) ? LoopInvariants.run(unit) : unit;
    return primal.settings().uses(Optimisation.DEAD_CODE) ? DeadCode.run(unit) : unit;
  }

  private boolean fits(Sized sized) {
    return sized.functions().values().stream()
        .allMatch(f -> CodeSize.of(f) <= limit() && slots(f) <= MOST_SLOTS);
  }

  /** The size of a strip before it is cut into methods. */
  private int limit() {
    return PIECES * primal.settings().methodSize();
  }

  /** How many slots the parameters of a method take; a tape may come on top. */
  private static int slots(Function function) {
    return function.params().stream()
        .mapToInt(p -> p.type() == Primitive.DOUBLE || p.type() == Primitive.LONG ? 2 : 1)
        .sum();
  }
}
