package io.cotangent.processor.source;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** The functions of the unit that is being made: their names, and which are still to be lowered. */
final class Functions {
  private final Map<Variant, String> names = new HashMap<>();
  private final Map<GeneratedMember, String> generated = new LinkedHashMap<>();
  private final Set<String> taken = new HashSet<>();
  private final Deque<Variant> waiting = new ArrayDeque<>();
  private int orders;

  /** The functions of a unit that will be differentiated so many times. */
  Functions(int orders) {
    this.orders = orders;
  }

  /**
   * A method as it is called where so many orders of derivatives are still to be taken. Only calls
   * of rules differ: a rule is needed for each order but the last, which ends rules that call the
   * methods they are for.
   */
  private record Variant(MethodSource source, int orders) {}

  /** How many derivatives are taken of the function that is being lowered. */
  int orders() {
    return orders;
  }

  /** The name of the function a method becomes of which another number of derivatives is taken. */
  String nameOf(MethodSource source, int ofOrders) {
    return nameOf(new Variant(source, ofOrders));
  }

  /** The name of the function a method becomes; one that is new is lowered later. */
  String nameOf(MethodSource source) {
    return nameOf(new Variant(source, orders));
  }

  private String nameOf(Variant variant) {
    String known =
        names.entrySet().stream()
            .filter(e -> e.getKey().orders() == variant.orders())
            .filter(e -> e.getKey().source().method().equals(variant.source().method()))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse(null);
    if (known != null) {
      return known;
    }
    String plain = plainName(variant.source().method());
    String name = plain;
    for (int i = 2; !taken.add(name); i++) {
      name = plain + i;
    }
    names.put(variant, name);
    waiting.add(variant);
    return name;
  }

  /** The name of the function a call of a generated member becomes. */
  String nameOf(GeneratedMember member) {
    String known = generated.get(member);
    if (known != null) {
      return known;
    }
    String owner = member.nestedClass().substring(member.nestedClass().lastIndexOf('.') + 1);
    String plain = owner + "_" + member.kind().name().toLowerCase(Locale.ROOT);
    String name = plain;
    for (int i = 2; !taken.add(name); i++) {
      name = plain + i;
    }
    generated.put(member, name);
    return name;
  }

  /** The generated members that are called, by the names of their functions. */
  Map<String, GeneratedMember> generated() {
    Map<String, GeneratedMember> byName = new LinkedHashMap<>();
    generated.forEach((member, name) -> byName.put(name, member));
    return byName;
  }

  private static String plainName(ExecutableElement method) {
    StringBuilder name = new StringBuilder(method.getSimpleName());
    Element at = method.getEnclosingElement();
    while (at instanceof TypeElement) {
      name.insert(0, at.getSimpleName() + "_");
      at = at.getEnclosingElement();
    }
    return name.toString();
  }

  /** The next method to lower; empty if there is none. */
  Optional<MethodSource> next() {
    Optional<Variant> next = Optional.ofNullable(waiting.poll());
    next.ifPresent(variant -> orders = variant.orders());
    return next.map(Variant::source);
  }
}
