package io.cotangent.processor.adjoint;

import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Origin;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.tangent.Shadowing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Values as a reader would call them: by name, or by the expression that computes them. */
final class Wording {
  private static final int DEPTH = 3;
  private static final String UNSAID = "..";

  private final Region body;
  private final Shadowing shadowing;
  private final Map<Value, String> phrases = new HashMap<>();
  private final Map<Value, Op> definitions = new HashMap<>();

  /** Words for the values of a function, and for the shadows of its arrays. */
  Wording(Region body, Shadowing shadowing) {
    this.body = body;
    this.shadowing = shadowing;
  }

  /** Says what a value is called that the function does not have. */
  void call(Value value, String phrase) {
    phrases.putIfAbsent(value, phrase);
  }

  String of(Value value) {
    return text(value, DEPTH, false);
  }

  boolean isConstant(Value value) {
    return definition(value) instanceof Op.Const;
  }

  /** Where a value was computed. */
  Origin origin(Value value) {
    Op op = definition(value);
    return op == null ? Origin.NONE : op.origin();
  }

  /** Most functions are never talked about, so definitions are looked up when they are needed. */
  private Op definition(Value value) {
    if (definitions.isEmpty()) {
      addAll(body);
    }
    return definitions.get(value);
  }

  private void addAll(Region region) {
    for (Op op : region.ops()) {
      op.results().forEach(v -> definitions.put(v, op));
      op.regions().forEach(this::addAll);
    }
  }

  private String text(Value value, int depth, boolean isPart) {
    Op op = definition(value);
    if (op instanceof Op.Const constant) {
      return String.valueOf(constant.constant());
    }
    if (!value.name().isEmpty()) {
      return value.name();
    }
    if (op == null) {
      return phrases.getOrDefault(value, shadow(value));
    }
    if (depth == 0) {
      return UNSAID;
    }
    if (op instanceof Op.Load load) {
      return text(load.array(), depth - 1, true) + "[" + text(load.index(), depth - 1, false) + "]";
    }
    if (op instanceof Op.Length length) {
      return text(length.array(), depth - 1, true) + ".length";
    }
    if (op instanceof Op.Call call) {
      return call.callee() + "(" + UNSAID + ")";
    }
    return op instanceof Op.Apply apply ? applied(apply, depth - 1, isPart) : UNSAID;
  }

  private String shadow(Value value) {
    return shadowing.primalOf(value).map(array -> "adjoints of " + of(array)).orElse(UNSAID);
  }

  private String applied(Op.Apply op, int depth, boolean isPart) {
    Operator operator = op.operator();
    List<Value> args = op.args();
    String text =
        switch (operator.form()) {
          case INFIX ->
              text(args.get(0), depth, true)
                  + " "
                  + operator.symbol()
                  + " "
                  + text(args.get(1), depth, true);
          case PREFIX -> operator.symbol() + text(args.get(0), depth, true);
          case FUNCTION, SPECIAL ->
              operator == Operator.CAST
                  ? "(" + op.value().type() + ") " + text(args.get(0), depth, true)
                  : operator.symbol() + list(args, depth);
        };
    boolean isOpen = operator.form() == Operator.Form.INFIX || operator == Operator.CAST;
    return isPart && isOpen ? "(" + text + ")" : text;
  }

  private String list(List<Value> args, int depth) {
    return args.stream()
        .map(a -> text(a, depth, false))
        .collect(Collectors.joining(", ", "(", ")"));
  }
}
