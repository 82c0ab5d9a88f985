package io.cotangent.processor.tangent;

import io.cotangent.processor.ir.Link;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.RecordType;
import io.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How the arguments of a call are written that goes to code elsewhere: records are put together of
 * their leaves, which are numbered one after the other.
 */
final class LinkedArguments {
  /** One argument: a value or its derivative. */
  private record Item(Type type, boolean isDual) {}

  /**
   * A leaf of a type.
   *
   * @param path the accessors that lead to it
   */
  record Leaf(Type type, String path) {}

  private final List<Item> items;
  private final int start;
  private int next;

  private LinkedArguments(List<Item> items, int start) {
    this.items = List.copyOf(items);
    this.start = start;
  }

  /** The arguments of the method. */
  static LinkedArguments of(Link link) {
    return new LinkedArguments(values(link), 0);
  }

  /** The same with a tangent for each that is differentiated. */
  static LinkedArguments withTangents(Link link) {
    List<Item> items = new ArrayList<>(values(link));
    link.active().forEach(a -> items.add(new Item(a.dual().orElseThrow(), true)));
    return new LinkedArguments(items, 0);
  }

  /** What a pullback, which is the first value, is applied to. */
  static LinkedArguments seeds(Link link) {
    List<Item> items = new ArrayList<>();
    link.tangent().or(link::result).ifPresent(type -> items.add(new Item(type, true)));
    link.params().stream()
        .filter(p -> p.isDifferentiated() && p.written())
        .forEach(p -> items.add(new Item(p.type(), true)));
    return new LinkedArguments(items, 1);
  }

  private static List<Item> values(Link link) {
    return link.arguments().stream().map(a -> new Item(a.type(), false)).toList();
  }

  /** The same arguments where other values come first. */
  LinkedArguments from(int first) {
    return new LinkedArguments(items, first);
  }

  /** The arguments in parentheses, with so many values behind them. */
  String listWith(int more) {
    String arguments = list(0);
    String values =
        IntStream.range(next, next + more).mapToObj(i -> ", #" + i).collect(Collectors.joining());
    return arguments.substring(0, arguments.length() - 1) + values + ")";
  }

  /** The first argument. */
  String first() {
    next = start;
    return written(items.get(0).type(), items.get(0).isDual());
  }

  /** The arguments in parentheses, but for the first ones. */
  String list(int skipped) {
    next = start;
    List<String> texts = items.stream().map(i -> written(i.type(), i.isDual())).toList();
    return texts.stream().skip(skipped).collect(Collectors.joining(", ", "(", ")"));
  }

  private String written(Type type, boolean isDual) {
    if (type instanceof RecordType record) {
      return record.components().stream()
          .map(c -> written(c.type(), isDual))
          .collect(Collectors.joining(", ", "new {" + record.name() + "}(", ")"));
    }
    return isDual && !type.isDifferentiable() ? nothing(type) : "#" + next++;
  }

  /** What stands in a dual where a component has no derivative. */
  private static String nothing(Type type) {
    if (type.isReference()) {
      return "null";
    }
    return type == Primitive.BOOLEAN ? "false" : "(" + type + ") 0";
  }

  /** The leaves of a type. */
  static List<Leaf> leaves(Type type, String path) {
    if (!(type instanceof RecordType record)) {
      return List.of(new Leaf(type, path));
    }
    return record.components().stream()
        .flatMap(c -> leaves(c.type(), path + "." + c.name() + "()").stream())
        .toList();
  }
}
