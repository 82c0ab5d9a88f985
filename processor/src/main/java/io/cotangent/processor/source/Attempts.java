package io.cotangent.processor.source;

import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes opaque Java as a call of {@code Attempt.of}, which catches what it throws. The arguments
 * go in as such: a lambda expression can only use local variables that never change.
 */
final class Attempts {
  private static final Pattern ARGUMENT = Pattern.compile("#(\\d+)");
  private static final int MOST_ARGUMENTS = 6;

  private Attempts() {}

  static String text(Op.Opaque op) {
    List<String> given = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < op.args().size(); i++) {
      given.add("#" + i);
      names.add("given" + i + "_");
    }
    boolean packs = given.size() > MOST_ARGUMENTS;
    List<String> inside = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      inside.add(read(op.args().get(i), packs ? "given_[" + i + "]" : names.get(i), packs));
    }
    String body =
        ARGUMENT
            .matcher(op.java())
            .replaceAll(m -> Matcher.quoteReplacement(inside.get(Integer.parseInt(m.group(1)))));
    String code = op.results().isEmpty() ? "{ " + body + "; return null; }" : body;
    String parameters = packs ? "given_" : "(" + String.join(", ", names) + ")";
    String arguments = String.join(", ", given);
    String first =
        packs
            ? "new {java.lang.Object}[] {" + arguments + "}, "
            : given.isEmpty() ? "" : arguments + ", ";
    return "{io.cotangent.runtime.Attempt}."
        + (packs ? "ofMany(" : "of(")
        + first
        + parameters
        + " -> "
        + code
        + ")";
  }

  /** What goes in as an object is given the type it had: overloads depend on it. */
  private static String read(Value argument, String name, boolean casts) {
    Type type = argument.type();
    boolean isPrimitive = type instanceof Primitive;
    return isPrimitive || casts ? "((" + Conversions.written(type) + ") " + name + ")" : name;
  }
}
