package io.cotangent.processor.ir;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The text form of the IR, for dumps and tests. Values are numbered in the order in which the text
 * comes to them, so the text is stable.
 */
public final class IrPrinter {
  private final StringBuilder out = new StringBuilder();
  private final Map<Value, Integer> numbers = new HashMap<>();
  private int depth;

  private IrPrinter() {}

  /** All functions of a unit, the root marked. */
  public static String print(Unit unit) {
    return unit.functions().values().stream()
        .map(f -> (f.name().equals(unit.root()) ? "root " : "") + print(f))
        .collect(Collectors.joining("\n"));
  }

  /** One function. */
  public static String print(Function function) {
    IrPrinter printer = new IrPrinter();
    String results =
        function.resultTypes().stream().map(Object::toString).collect(Collectors.joining(", "));
    String head = function.name() + printer.params(function.params()) + " -> (" + results + ") ";
    printer.out.append(head);
    printer.block(function.body());
    printer.out.append("\n");
    return printer.out.toString();
  }

  /** One region. */
  public static String print(Region region) {
    IrPrinter printer = new IrPrinter();
    printer.out.append(printer.params(region.params())).append(" ");
    printer.block(region);
    return printer.out.append("\n").toString();
  }

  /** One operation with its regions. */
  public static String print(Op op) {
    IrPrinter printer = new IrPrinter();
    printer.op(op);
    return printer.out.toString().strip();
  }

  /** A block in braces, without its parameters. */
  private void block(Region region) {
    out.append("{\n");
    depth++;
    region.ops().forEach(this::op);
    if (!region.yields().isEmpty()) {
      indent();
      out.append("yield ").append(uses(region.yields())).append("\n");
    }
    depth--;
    indent();
    out.append("}");
  }

  private void op(Op op) {
    indent();
    String uses = op.accept(new OpText(this::use));
    if (!op.results().isEmpty()) {
      out.append(definitions(op.results())).append(" = ");
    }
    out.append(uses);
    List<Region> regions = op.regions();
    for (int i = 0; i < regions.size(); i++) {
      out.append(i > 0 && op instanceof Op.If ? " else " : " ");
      if (!(op instanceof Op.If)) {
        out.append(params(regions.get(i).params())).append(" ");
      }
      block(regions.get(i));
    }
    out.append("\n");
  }

  private String params(List<Value> values) {
    return "(" + definitions(values) + ")";
  }

  private String definitions(List<Value> values) {
    return values.stream().map(v -> use(v) + ":" + v.type()).collect(Collectors.joining(", "));
  }

  private String uses(List<Value> values) {
    return values.stream().map(this::use).collect(Collectors.joining(", "));
  }

  private String use(Value value) {
    int number = numbers.computeIfAbsent(value, v -> numbers.size());
    return value.name().isEmpty() ? "%" + number : value.name() + "%" + number;
  }

  private void indent() {
    out.append("  ".repeat(depth));
  }
}
