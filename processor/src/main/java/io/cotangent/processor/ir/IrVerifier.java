package io.cotangent.processor.ir;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Checks what the records cannot check by themselves: every value is defined once and before it is
 * used, throws end their regions, and the types of operands, yields and results agree.
 */
public final class IrVerifier {
  private final TypeCheck types;
  private final Set<Value> defined = new HashSet<>();
  private final Set<Value> visible = new HashSet<>();

  private IrVerifier(Unit unit) {
    this.types = new TypeCheck(unit);
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
      yields(function.body(), TypeCheck.leaves(function.resultTypes()));
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
    hide(region.params());
    for (Op op : region.ops()) {
      hide(op.results());
    }
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
    for (Region inner : op.regions()) {
      region(inner);
    }
    op.accept(types);
    define(op.results());
  }

  private void define(List<Value> values) {
    for (Value value : values) {
      if (!defined.add(value)) {
        throw new IllegalStateException(value + " is defined twice");
      }
      visible.add(value);
    }
  }

  private void hide(List<Value> values) {
    for (Value value : values) {
      visible.remove(value);
    }
  }

  private void use(List<Value> values) {
    for (Value value : values) {
      if (!visible.contains(value)) {
        throw new IllegalStateException(value + " is used before it is defined");
      }
    }
  }

  /** Checks what a region hands to its owner. */
  static void yields(Region region, List<Type> expected) {
    if (!region.isTerminated()) {
      TypeCheck.agree(region.yields(), expected, "yields");
    }
  }

  /** Complaints are constants: what is put together costs time though nothing is wrong. */
  static void check(boolean condition, String complaint) {
    if (!condition) {
      throw new IllegalStateException(complaint);
    }
  }
}
