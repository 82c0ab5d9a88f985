package io.cotangent.fuzz.generate;

import static io.cotangent.fuzz.generate.Terms.add;
import static io.cotangent.fuzz.generate.Terms.cast;
import static io.cotangent.fuzz.generate.Terms.number;
import static io.cotangent.fuzz.generate.Terms.times;

import io.cotangent.fuzz.program.Expr;
import io.cotangent.fuzz.program.Kind;
import io.cotangent.fuzz.program.Stmt;
import io.cotangent.fuzz.program.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes return statements. */
final class Results {
  private final Site site;
  private final Dice dice;
  private final Expressions expressions;
  private final ArrayStatements arrays;

  Results(Site site, Expressions expressions) {
    this.site = site;
    this.dice = site.dice;
    this.expressions = expressions;
    this.arrays = new ArrayStatements(site, expressions);
  }

  /** A return of something. */
  Stmt returned(int depth) {
    if (site.result.equals(Type.VOID)) {
      return new Stmt.Return(Optional.empty());
    }
    return new Stmt.Return(Optional.of(value(site.result, depth, false)));
  }

  /** The return at the end, of something to which as much as possible contributes. */
  List<Stmt> last() {
    if (site.result.equals(Type.VOID)) {
      return List.of();
    }
    return List.of(new Stmt.Return(Optional.of(value(site.result, 2, true))));
  }

  private Expr value(Type type, int depth, boolean all) {
    if (type.equals(Type.RECORD)) {
      List<Expr> components = new ArrayList<>();
      site.components.forEach(c -> components.add(value(c, depth, all)));
      return new Expr.NewRecord(components);
    }
    if (type.kind() == Kind.OBJECT) {
      return expressions.objects().any(type, depth);
    }
    if (type.kind() == Kind.FUNCTION) {
      return expressions.closures().any(type, depth);
    }
    if (type.rank() > 0) {
      return array(type, all);
    }
    Expr value = expressions.scalar(type.kind(), depth);
    return all && type.isReal() ? total(type.kind(), value) : value;
  }

  private Expr array(Type type, boolean all) {
    List<Variable> fitting = site.scope.all(v -> v.type().equals(type));
    if (!fitting.isEmpty() && dice.percent(60)) {
      return dice.pick(fitting).read();
    }
    if (type.rank() == 2) {
      return arrays.matrixLiteral(type.kind(), site.rows, site.length);
    }
    List<Expr> elements = new ArrayList<>();
    for (int i = 0; i < site.length; i++) {
      Expr element = expressions.scalar(type.kind(), 1);
      elements.add(
          all && i == 0 && type.isDifferentiable() ? total(type.kind(), element) : element);
    }
    return new Expr.ArrayLiteral(type, elements);
  }

  /** A sum over the variables in scope. */
  private Expr total(Kind kind, Expr start) {
    Expr sum = start;
    for (Variable v : site.scope.all(v -> v.type().isDifferentiable() && dice.percent(70))) {
      Expr term = v.type().rank() > 0 ? expressions.element(v) : v.read();
      Expr share = times(term, number(kind, dice.of(1.0, 0.5, -0.25, 0.3)));
      sum = add(sum, kind == Kind.FLOAT ? cast(Kind.FLOAT, share) : share);
    }
    return sum;
  }
}
