package io.cotangent.processor.page;

import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Region;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How many operations of each kind stand in code, each counted once however often it runs. */
final class OperationCounts {
  /** The kinds that are counted. */
  enum Kind {
    ADD("add, subtract"),
    MULTIPLY("multiply"),
    DIVIDE("divide, root"),
    FUNCTION("functions"),
    LOAD("load"),
    STORE("store"),
    PUSH("push"),
    POP("pop"),
    CALL("call");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    /** What the kind is called. */
    String text() {
      return text;
    }
  }

  private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);

  private OperationCounts() {}

  /** Counts in operations and in everything inside them. */
  static OperationCounts of(List<Op> ops) {
    OperationCounts counts = new OperationCounts();
    ops.forEach(counts::count);
    return counts;
  }

  /** How many there are of a kind. */
  int of(Kind kind) {
    return counts.getOrDefault(kind, 0);
  }

  private void count(Op op) {
    if (op instanceof Op.Apply apply && apply.value().type().isReal()) {
      count(apply.operator());
    } else if (op instanceof Op.Load) {
      add(Kind.LOAD);
    } else if (op instanceof Op.Store) {
      add(Kind.STORE);
    } else if (op instanceof Op.Push) {
      add(Kind.PUSH);
    } else if (op instanceof Op.Pop) {
      add(Kind.POP);
    } else if (op instanceof Op.Call || op instanceof Op.Opaque) {
      add(Kind.CALL);
    }
    for (Region region : op.regions()) {
      region.ops().forEach(this::count);
    }
  }

  private void count(Operator operator) {
    switch (operator) {
      case ADD, SUB -> add(Kind.ADD);
      case MUL -> add(Kind.MULTIPLY);
      case DIV, REM, SQRT -> add(Kind.DIVIDE);
      case FMA -> {
        add(Kind.ADD);
        add(Kind.MULTIPLY);
      }
      default -> {
        if (operator.isTranscendental()) {
          add(Kind.FUNCTION);
        }
      }
    }
  }

  private void add(Kind kind) {
    counts.merge(kind, 1, Integer::sum);
  }
}
