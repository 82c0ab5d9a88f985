package io.cotangent.processor.source;

import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The text of one opaque expression while it is written, and the values it mentions. */
final class Template {
  private final StringBuilder text = new StringBuilder();
  private final List<Value> args = new ArrayList<>();

  Template() {}

  Template(String text) {
    this.text.append(text);
  }

  Template add(String more) {
    text.append(more);
    return this;
  }

  /** Adds the operands in parentheses. */
  Template addArguments(List<Operand> operands) {
    String list = operands.stream().map(this::argument).collect(Collectors.joining(", "));
    return add("(" + list + ")");
  }

  /** How the operand is to be written: a record as the object it stands for. */
  String argument(Operand operand) {
    if (operand instanceof Operand.Tuple tuple) {
      String components =
          tuple.components().stream().map(this::argument).collect(Collectors.joining(", "));
      return "new {" + tuple.type() + "}(" + components + ")";
    }
    if (operand instanceof Operand.Boxed boxed) {
      args.add(boxed.value());
      return "{" + boxed.type() + "}.valueOf(#" + (args.size() - 1) + ")";
    }
    Value value = operand.leaves().get(0);
    args.add(value);
    return "#" + (args.size() - 1);
  }

  /** The expression cast to a type. */
  Template castTo(Type type) {
    text.insert(0, "((" + Conversions.written(type) + ") ").append(")");
    return this;
  }

  String text() {
    return text.toString();
  }

  /** The values mentioned so far. */
  List<Value> args() {
    return List.copyOf(args);
  }
}
