package io.cotangent.processor.source;

import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.Type;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A place control can jump to. Jumping there sets the flag; everything between the jump and the
 * place is skipped while the flag is set.
 *
 * @param labels the labels by which a jump can name it, {@link #UNNAMED} if it need not name any
 * @param value what the jump hands over; null if nothing
 */
record Exit(Kind kind, Set<String> labels, Variable flag, Variable value) {
  /** Stands for the label of a jump that has none. */
  static final String UNNAMED = "";

  /** The statements that jump there. */
  enum Kind {
    BREAK("broken"),
    CONTINUE("continued"),
    RETURN("returned"),
    YIELD("yielded");

    private final String flagName;

    Kind(String flagName) {
      this.flagName = flagName;
    }
  }

  /** A place jumps without a label can mean, or with one of the labels. */
  static Exit nearest(Kind kind, Set<String> labels) {
    Set<String> all = new LinkedHashSet<>(labels);
    all.add(UNNAMED);
    return labelled(kind, all);
  }

  /** A place only jumps with one of the labels can mean. */
  static Exit labelled(Kind kind, Set<String> labels) {
    return new Exit(kind, labels, flag(kind), null);
  }

  /** A place that is handed a value of the type. */
  static Exit withValue(Kind kind, String name, Type type) {
    return new Exit(kind, Set.of(UNNAMED), flag(kind), new Variable(name, type));
  }

  private static Variable flag(Kind kind) {
    return new Variable(kind.flagName, Primitive.BOOLEAN);
  }

  /** Whether such a jump can mean this place. */
  boolean takes(Jumps.Jump jump) {
    return kind == jump.kind() && labels.contains(jump.label());
  }
}
