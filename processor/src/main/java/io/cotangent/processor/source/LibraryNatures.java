package io.cotangent.processor.source;

import io.cotangent.processor.ir.Op.Opaque.Nature;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeMirror;

/** What is known about methods of the library and of loggers. */
final class LibraryNatures {
  /** Classes all of whose methods write, format or compare, and give nothing real back. */
  private static final Set<String> SINKS =
      Set.of(
          "java.lang.String",
          "java.lang.AbstractStringBuilder",
          "java.lang.StringBuilder",
          "java.lang.StringBuffer",
          "java.lang.Appendable",
          "java.lang.CharSequence",
          "java.io.PrintStream",
          "java.io.PrintWriter",
          "java.io.Console",
          "java.util.StringJoiner",
          "java.util.logging.Logger",
          "java.lang.System.Logger",
          "org.slf4j.Logger",
          "org.apache.logging.log4j.Logger",
          "org.apache.commons.logging.Log");

  private static final Set<String> PARENTS =
      Set.of("java.lang.Object", "java.lang.Record", "java.lang.Enum");

  private static final Set<String> OF_EVERY_OBJECT = Set.of("toString", "hashCode", "equals");

  private static final Set<String> ARRAY_SINKS =
      Set.of("toString", "deepToString", "hashCode", "deepHashCode", "equals", "deepEquals");

  private static final Set<String> OBJECT_SINKS =
      Set.of("isNull", "nonNull", "toString", "hashCode", "hash", "checkIndex", "equals");

  private static final Set<String> BOXES =
      Set.of(
          "java.lang.Double",
          "java.lang.Float",
          "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Short",
          "java.lang.Byte",
          "java.lang.Character",
          "java.lang.Boolean");

  /** Functions of whole numbers that throw for some of them, or differ from call to call. */
  private static final Pattern NOT_PURE =
      Pattern.compile(".*Exact|floor(Div|Mod)|ceil(Div|Mod)|.*Unsigned|random|clamp|toChars");

  /** Functions whose value, though a whole number, gives the real one back or is scattered. */
  private static final Pattern TELLING = Pattern.compile(".*Bits|hashCode");

  private LibraryNatures() {}

  static Nature of(ExecutableElement method) {
    String owner = method.getEnclosingElement().toString();
    String name = method.getSimpleName().toString();
    boolean isRecord = method.getEnclosingElement().getKind() == ElementKind.RECORD;
    if (SINKS.contains(owner)
        || (isRecord || PARENTS.contains(owner)) && OF_EVERY_OBJECT.contains(name)
        || owner.equals("java.util.Arrays") && ARRAY_SINKS.contains(name)
        || owner.equals("java.util.Objects") && OBJECT_SINKS.contains(name)) {
      return Nature.SINK;
    }
    boolean isMath = owner.equals("java.lang.Math") || owner.equals("java.lang.StrictMath");
    if (method.getModifiers().contains(Modifier.STATIC) && (isMath || BOXES.contains(owner))) {
      return ofFunction(method, name);
    }
    return Nature.UNKNOWN;
  }

  private static Nature ofFunction(ExecutableElement method, String name) {
    TypeMirror result = method.getReturnType();
    boolean takesPrimitives =
        method.getParameters().stream().allMatch(p -> p.asType().getKind().isPrimitive());
    if (takesPrimitives && result.toString().equals("java.lang.String")) {
      return Nature.SINK;
    }
    boolean passesOn =
        MathFunctions.isReal(result)
            && method.getParameters().stream().anyMatch(p -> MathFunctions.isReal(p.asType()));
    if (takesPrimitives && TELLING.matcher(name).matches() && !MathFunctions.isReal(result)) {
      return Nature.SINK;
    }
    boolean pure = takesPrimitives && result.getKind().isPrimitive() && !passesOn;
    return pure && !NOT_PURE.matcher(name).matches() ? Nature.PURE : Nature.UNKNOWN;
  }

  /** Whether the result is the first argument itself. */
  static boolean givesBackItsArgument(ExecutableElement method) {
    return method.getEnclosingElement().toString().equals("java.util.Objects")
        && method.getSimpleName().contentEquals("requireNonNull");
  }
}
