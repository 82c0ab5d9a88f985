package io.cotangent.fuzz.program;

import java.util.List;

/** How control leaves statements. */
final class Leaving {
  private Leaving() {}

  /** Whether a break without a label leaves the branch for a loop around it. */
  static boolean breaks(Stmt s) {
    if (s instanceof Stmt.Break exit) {
      return exit.label().isEmpty();
    } else if (s instanceof Stmt.If branch) {
      return breaks(branch.yes()) || breaks(branch.no());
    } else if (s instanceof Stmt.Block block) {
      return breaks(block.body());
    } else if (s instanceof Stmt.Try attempt) {
      return breaks(attempt.body()) || breaks(attempt.handler()) || breaks(attempt.last());
    }
    return false;
  }

  private static boolean breaks(List<Stmt> statements) {
    return statements.stream().anyMatch(Leaving::breaks);
  }

  /** Whether control can reach the end, as far as the last statement tells. */
  static boolean completes(List<Stmt> statements) {
    if (statements.isEmpty()) {
      return true;
    }
    Stmt last = statements.get(statements.size() - 1);
    return last instanceof Stmt.Do || last instanceof Stmt.Declare;
  }
}
