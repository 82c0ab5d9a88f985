package io.cotangent.processor.source;

import io.cotangent.processor.ir.Function;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * The functions of the unit that is being made. Code becomes a function for each make of arguments
 * it is called with. Where the types do not say what a result is made of, the code is lowered at
 * once; a recursive call then takes it for {@link Operand.Unset}, and if it turns out to be
 * something else all is done again with what is known.
 */
final class Functions {
  /** From a function that is asked for to its body. */
  interface Lowerer {
    /** Lowers one and says what it gives back. */
    LoweredBody lower(Entry entry);
  }

  /**
   * The outcome of lowering one function.
   *
   * @param result what it gives back, joined with what was assumed
   */
  record LoweredBody(Function function, Operand result) {}

  /**
   * Code as it is called where so many orders of derivatives are still to be taken. Only calls of
   * rules differ: a rule is needed for each order but the last, which ends rules that call the
   * methods they are for.
   */
  private record Variant(
      Object code,
      int orders,
      Optional<Set<Implicit>> reported,
      List<Object> arguments,
      boolean isRoot) {}

  /** One function. */
  static final class Entry {
    private final String name;
    private final Code code;
    private final int orders;
    private final Optional<Set<Implicit>> reported;
    private final List<Operand> arguments;
    private Operand result;
    private final Site caller;
    private boolean isAssumed;
    private Function function;

    private Entry(String name, Variant variant, Code code, List<Operand> arguments, Site caller) {
      this.caller = caller;
      this.name = name;
      this.code = code;
      this.orders = variant.orders();
      this.reported = variant.reported();
      this.arguments = List.copyOf(arguments);
    }

    String name() {
      return name;
    }

    Code code() {
      return code;
    }

    /** Where it is called first; null for the method that is differentiated. */
    Site caller() {
      return caller;
    }

    /** Whether it is the method that is differentiated, and makes the arenas there are. */
    boolean isRoot() {
      return caller == null;
    }

    /** Whether its own code calls it, for a result that is not known yet. */
    boolean isAssumed() {
      return isAssumed;
    }

    /** What the parameters are made of. */
    List<Operand> arguments() {
      return arguments;
    }

    /** What it gives back, as far as is known. */
    Operand result() {
      return result;
    }

    /** How many derivatives are taken of it. */
    int orders() {
      return orders;
    }

    /**
     * The exceptions of the virtual machine it gives back instead of throwing them, beside all
     * others; empty if it throws.
     */
    Optional<Set<Implicit>> reported() {
      return reported;
    }
  }

  private final Map<Variant, Entry> entries = new LinkedHashMap<>();
  private final Map<Object, Function> compiled = new LinkedHashMap<>();
  private final Map<GeneratedMember, String> generated = new LinkedHashMap<>();
  private final Set<String> taken = new HashSet<>();
  private final Deque<Entry> waiting = new ArrayDeque<>();
  private final Lowerer lowerer;
  private final boolean isRootApart;
  private int orders;
  private Optional<Set<Implicit>> reported = Optional.empty();

  /**
   * The functions of a unit that will be differentiated so many times.
   *
   * @param isRootApart whether the root is another function than the same method where it is called
   */
  Functions(int orders, boolean isRootApart, Lowerer lowerer) {
    this.isRootApart = isRootApart;
    this.orders = orders;
    this.lowerer = lowerer;
  }

  /** How many derivatives are taken of the function that is being lowered. */
  int orders() {
    return orders;
  }

  /** Functions asked for from here on are to give back such exceptions; returns what was before. */
  Optional<Set<Implicit>> report(Optional<Set<Implicit>> exceptions) {
    Optional<Set<Implicit>> before = reported;
    reported = exceptions;
    return before;
  }

  /** Whether a function gives back its exceptions. */
  boolean isReporting(String function) {
    return entries.values().stream()
        .anyMatch(e -> e.name.equals(function) && e.reported.isPresent());
  }

  /** The function for code that is called with such arguments. */
  Entry get(Code code, List<Operand> arguments, Operand result, Site caller) {
    return get(code, orders, arguments, result, caller);
  }

  /**
   * The function for code of which another number of derivatives is taken.
   *
   * @param result what it gives back; {@link Operand.Unset} if only its code tells
   * @param caller where it is called
   */
  Entry get(Code code, int ofOrders, List<Operand> arguments, Operand result, Site caller) {
    List<Object> keys = arguments.stream().map(Operand::key).toList();
    Variant variant =
        new Variant(code.identity(), ofOrders, reported, keys, isRootApart && caller == null);
    Entry known = entries.get(variant);
    if (known != null) {
      known.isAssumed |= known.function == null;
      return known;
    }
    Entry entry = new Entry(newName(plainName(code)), variant, code, arguments, caller);
    entry.result = result;
    entries.put(variant, entry);
    if (result instanceof Operand.Unset) {
      lowerNow(entry);
    } else {
      waiting.add(entry);
    }
    return entry;
  }

  private void lowerNow(Entry entry) {
    Set<Variant> before = new HashSet<>(entries.keySet());
    boolean again = true;
    while (again) {
      entry.isAssumed = false;
      LoweredBody body = lower(entry);
      // What is assumed only ever gets wider, and not too deep, so this ends.
      again = entry.isAssumed && !body.result().key().equals(entry.result.key());
      entry.result = body.result();
      if (again) {
        forgetAllBut(before);
      } else {
        entry.function = body.function();
      }
    }
  }

  /** What was made on an assumption that did not hold. */
  private void forgetAllBut(Set<Variant> before) {
    entries.keySet().removeIf(v -> !before.contains(v));
    waiting.removeIf(e -> !entries.containsValue(e));
  }

  private LoweredBody lower(Entry entry) {
    int outer = orders;
    Optional<Set<Implicit>> outerReported = report(entry.reported);
    orders = entry.orders;
    try {
      return lowerer.lower(entry);
    } finally {
      orders = outer;
      reported = outerReported;
    }
  }

  /** Lowers everything that is called. */
  Map<String, Function> lowerAll() {
    while (!waiting.isEmpty()) {
      Entry next = waiting.poll();
      next.function = lower(next).function();
    }
    Map<String, Function> lowered = new LinkedHashMap<>();
    entries.values().forEach(e -> lowered.put(e.name, e.function));
    compiled.values().forEach(f -> lowered.put(f.name(), f));
    return lowered;
  }

  private String newName(String plain) {
    String name = plain;
    for (int i = 2; !taken.add(name); i++) {
      name = plain + i;
    }
    return name;
  }

  /**
   * The name of the function for code that is compiled already.
   *
   * @param key what tells it from others
   * @param wish what it is to be called
   * @param making makes it, with its name
   */
  String compiled(Object key, String wish, java.util.function.Function<String, Function> making) {
    Function known = compiled.get(key);
    if (known == null) {
      known = making.apply(newName(wish));
      compiled.put(key, known);
    }
    return known.name();
  }

  /** The name of the function a call of a generated member becomes. */
  String nameOf(GeneratedMember member) {
    String known = generated.get(member);
    if (known != null) {
      return known;
    }
    String owner = member.nestedClass().substring(member.nestedClass().lastIndexOf('.') + 1);
    String name = newName(owner + "_" + member.kind().name().toLowerCase(Locale.ROOT));
    generated.put(member, name);
    return name;
  }

  /** The generated members that are called, by the names of their functions. */
  Map<String, GeneratedMember> generated() {
    Map<String, GeneratedMember> byName = new LinkedHashMap<>();
    generated.forEach((member, name) -> byName.put(name, member));
    return byName;
  }

  private static String plainName(Code code) {
    StringBuilder name = new StringBuilder(code.element().getSimpleName());
    Element at = code.element().getEnclosingElement();
    while (at instanceof TypeElement) {
      name.insert(0, at.getSimpleName() + "_");
      at = at.getEnclosingElement();
    }
    return code instanceof ClosureSource ? name + "_lambda" : name.toString();
  }
}
