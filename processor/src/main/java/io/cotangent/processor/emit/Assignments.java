package io.cotangent.processor.emit;

import io.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Assigns several variables as if at once: what one assignment overwrites, no later one reads. */
final class Assignments {
  private final BodyEmitter body;

  Assignments(BodyEmitter body) {
    this.body = body;
  }

  /** {@code targets = values}; a target of null needs no assignment. */
  void assign(List<String> targets, List<Value> values) {
    body.settleExcept(values);
    List<Expr> exprs = new ArrayList<>();
    for (int i = 0; i < targets.size(); i++) {
      exprs.add(targets.get(i) == null ? null : body.use(values.get(i)));
    }
    List<Integer> open = new ArrayList<>();
    for (int i = 0; i < targets.size(); i++) {
      if (exprs.get(i) != null && !exprs.get(i).code().toString().equals(targets.get(i))) {
        open.add(i);
      }
    }
    while (!open.isEmpty()) {
      Integer next = free(open, targets, exprs);
      if (next == null) {
        next = open.get(0);
        saveReaders(next, open, targets, exprs, values);
      }
      body.markLike(values.get(next));
      body.assign(Code.of("$N", targets.get(next)), exprs.get(next));
      open.remove(next);
    }
  }

  /** One that may go next, because no other reads its target. */
  private static Integer free(List<Integer> open, List<String> targets, List<Expr> exprs) {
    for (Integer candidate : open) {
      Set<String> read = new HashSet<>();
      open.stream()
          .filter(i -> !i.equals(candidate))
          .forEach(i -> read.addAll(exprs.get(i).variables()));
      if (!read.contains(targets.get(candidate))) {
        return candidate;
      }
    }
    return null;
  }

  /** Computes everything that reads the target before it is overwritten. */
  private void saveReaders(
      int target, List<Integer> open, List<String> targets, List<Expr> exprs, List<Value> values) {
    for (int i : open) {
      if (i != target && exprs.get(i).variables().contains(targets.get(target))) {
        exprs.set(i, body.temporary(values.get(i), exprs.get(i)));
      }
    }
  }
}
