package io.cotangent.fuzz.program;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a method does to its local variables. */
final class Assigned {
  private final Map<String, List<Stmt.Declare>> declared = new HashMap<>();
  private final Set<String> bound = new HashSet<>();
  private final Set<String> assigned = new HashSet<>();
  private final Set<String> stepped = new HashSet<>();

  Assigned(Method method) {
    method.params().forEach(p -> bound.add(p.name()));
    new Rebuild() {
      @Override
      protected List<Stmt> stmt(Stmt s) {
        statement(s);
        return super.stmt(s);
      }

      @Override
      public Expr assign(Expr.Assign e) {
        target(e.target(), assigned);
        return super.assign(e);
      }

      @Override
      public Expr compoundAssign(Expr.CompoundAssign e) {
        target(e.target(), assigned);
        return super.compoundAssign(e);
      }

      @Override
      public Expr step(Expr.Step e) {
        target(e.target(), assigned);
        target(e.target(), stepped);
        return super.step(e);
      }
    }.body(method.body());
  }

  private void statement(Stmt s) {
    if (s instanceof Stmt.Declare declare) {
      declared.computeIfAbsent(declare.name(), n -> new ArrayList<>()).add(declare);
      if (declare.init().isEmpty()) {
        assigned.add(declare.name());
      }
    } else if (s instanceof Stmt.For loop) {
      loop.inits().forEach(d -> bound.add(d.name()));
      loop.inits().forEach(d -> assigned.add(d.name()));
    } else if (s instanceof Stmt.ForEach loop) {
      bound.add(loop.name());
    }
  }

  private static void target(Expr target, Set<String> to) {
    if (target instanceof Expr.Local local) {
      to.add(local.name());
    }
  }

  /** Whether a lambda can capture the variable. */
  boolean isEffectivelyFinal(String name) {
    return !assigned.contains(name) && declared.getOrDefault(name, List.of()).size() <= 1;
  }

  /** The double variables with statements of their own that declare them. */
  Set<String> doubles() {
    Set<String> names = new HashSet<>();
    declared.forEach(
        (name, all) -> {
          if (!bound.contains(name) && all.stream().allMatch(Assigned::isPlainDouble)) {
            names.add(name);
          }
        });
    return names;
  }

  boolean isStepped(String name) {
    return stepped.contains(name);
  }

  private static boolean isPlainDouble(Stmt.Declare s) {
    return s.style() == Stmt.Style.PLAIN && s.type().equals(Type.DOUBLE);
  }
}
