package io.cotangent.processor.source;

import io.cotangent.processor.ir.Operator;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** The methods of the library that are operators of the IR. */
final class MathFunctions {
  private static final Map<String, Operator> FUNCTIONS =
      Arrays.stream(Operator.values())
          .filter(o -> o.form() == Operator.Form.FUNCTION)
          .collect(Collectors.toMap(Operator::symbol, Function.identity()));

  private static final Map<String, Operator> OF_BOXES =
      Map.of("max", Operator.MAX, "min", Operator.MIN, "sum", Operator.ADD);

  private static final Set<String> BOXES =
      Set.of("java.lang.Double", "java.lang.Float", "java.lang.Integer", "java.lang.Long");

  /** Those that are defined for whole numbers too. */
  private static final Set<Operator> ON_WHOLE = Set.of(Operator.ABS, Operator.MAX, Operator.MIN);

  private MathFunctions() {}

  /** The operator a static method is. */
  static Optional<Operator> operator(ExecutableElement method) {
    String owner = method.getEnclosingElement().toString();
    String name = method.getSimpleName().toString();
    if (BOXES.contains(owner)) {
      return Optional.ofNullable(OF_BOXES.get(name));
    }
    if (!owner.equals("java.lang.Math") && !owner.equals("java.lang.StrictMath")) {
      return Optional.empty();
    }
    return Optional.ofNullable(FUNCTIONS.get(name))
        .filter(o -> ON_WHOLE.contains(o) || takesReal(method));
  }

  private static boolean takesReal(ExecutableElement method) {
    return isReal(method.getParameters().get(0).asType());
  }

  static boolean isReal(TypeMirror type) {
    return type.getKind() == TypeKind.DOUBLE || type.getKind() == TypeKind.FLOAT;
  }

  static boolean isStrict(ExecutableElement method) {
    return method.getEnclosingElement().toString().equals("java.lang.StrictMath");
  }
}
