package io.cotangent.fuzz;

import io.cotangent.fuzz.program.Expr;
import io.cotangent.fuzz.program.Rebuild;
import java.util.ArrayList;
import java.util.List;

/** The operands of an expression. */
final class Parts extends Rebuild {
  private final List<Expr> parts = new ArrayList<>();

  private Parts() {}

  static List<Expr> of(Expr e) {
    Parts collector = new Parts();
    e.accept(collector);
    return collector.parts;
  }

  @Override
  protected Expr expr(Expr e) {
    parts.add(e);
    return e;
  }
}
