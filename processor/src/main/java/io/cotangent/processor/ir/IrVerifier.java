package io.cotangent.processor.ir;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Checks what the records cannot check by themselves: every value is defined once and before it is
 * used, throws end their regions, and the types of operands, yields and results agree.
 */
public final class IrVerifier {
  private final Unit unit;
  private final Set<Value> defined = new HashSet<>();
  private final Set<Value> visible = new HashSet<>();

  private IrVerifier(Unit unit) {
    this.unit = unit;
  }

  /**
   * Checks a unit.
   *
   * @throws IllegalStateException with the text of the operation that is wrong
   */
  public static void verify(Unit unit) {
    unit.rootFunction();
    IrVerifier verifier = new IrVerifier(unit);
    unit.functions().forEach(verifier::function);
  }

  private void function(String name, Function function) {
    try {
      if (!name.equals(function.name())) {
        throw new IllegalStateException("listed as " + name);
      }
      region(function.body());
      List<Type> expected = new ArrayList<>();
      function.resultTypes().forEach(t -> expected.addAll(RecordType.leavesOf(t)));
      yields(function.body(), expected);
    } catch (IllegalStateException e) {
      throw new IllegalStateException("in function " + function.name() + ": " + e.getMessage(), e);
    }
  }

  /** Checks a region in which what is visible now can be used; behind it that is as before. */
  private void region(Region region) {
    define(region.params());
    for (int i = 0; i < region.ops().size(); i++) {
      Op op = region.ops().get(i);
      try {
        op(op);
        check(!(op instanceof Op.Throw) || i == region.ops().size() - 1, "throw is not last");
      } catch (IllegalStateException e) {
        throw within(op, e);
      }
    }
    use(region.yields());
    check(!region.isTerminated() || region.yields().isEmpty(), "yields after a throw");
    region.params().forEach(visible::remove);
    region.ops().forEach(op -> op.results().forEach(visible::remove));
  }

  /** Names the innermost wrong operation only. */
  private static IllegalStateException within(Op op, IllegalStateException e) {
    if (e.getCause() instanceof IllegalStateException) {
      return e;
    }
    return new IllegalStateException(e.getMessage() + "\n" + IrPrinter.print(op), e);
  }

  private void op(Op op) {
    use(op.operands());
    op.regions().forEach(this::region);
    op.accept(new TypeCheck(unit));
    define(op.results());
  }

  private void define(List<Value> values) {
    for (Value value : values) {
      check(defined.add(value), value + " is defined twice");
      visible.add(value);
    }
  }

  private void use(List<Value> values) {
    for (Value value : values) {
      check(visible.contains(value), value + " is used before it is defined");
    }
  }

  /** Checks what a region hands to its owner. */
  static void yields(Region region, List<Type> expected) {
    if (!region.isTerminated()) {
      TypeCheck.agree(TypeCheck.types(region.yields()), expected, "yields");
    }
  }

  static void check(boolean condition, String complaint) {
    if (!condition) {
      throw new IllegalStateException(complaint);
    }
  }
}
