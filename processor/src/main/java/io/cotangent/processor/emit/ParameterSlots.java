package io.cotangent.processor.emit;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * The slots of parameters of generated methods: the virtual machine allows 255, two for each double
 * and long, one for the object a method is called on. Constructors of generated records have no
 * more than {@code jvp}.
 */
final class ParameterSlots {
  private static final int MOST = 255;

  private ParameterSlots() {}

  /**
   * A method with too many.
   *
   * @param slots how many it has
   */
  record Excess(String method, int slots) {}

  /** The first method of a class, or of a class in it, that has too many. */
  static Optional<Excess> excess(TypeSpec type) {
    return excesses(type).findFirst();
  }

  private static Stream<Excess> excesses(TypeSpec type) {
    Stream<Excess> own =
        type.methodSpecs().stream().map(m -> of(m, m.isConstructor() ? type.name() : m.name()));
    return Stream.concat(
        own.filter(e -> e.slots() > MOST),
        type.typeSpecs().stream().flatMap(ParameterSlots::excesses));
  }

  private static Excess of(MethodSpec method, String name) {
    int slots = method.modifiers().contains(Modifier.STATIC) ? 0 : 1;
    for (ParameterSpec parameter : method.parameters()) {
      slots += width(parameter.type());
    }
    return new Excess(name, slots);
  }

  private static int width(TypeName type) {
    return type.equals(TypeName.DOUBLE) || type.equals(TypeName.LONG) ? 2 : 1;
  }
}
