package io.cotangent.processor.source;

import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.RefType;
import io.cotangent.processor.ir.Type;
import java.util.Arrays;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/**
 * Objects that lead to no others that change. Everything else may refer to anything: what its
 * fields are, and what classes extend it, is not known.
 */
final class LoneTypes {
  private static final Set<String> FIXED =
      Set.of(
          "java.math.BigDecimal",
          "java.math.BigInteger",
          "java.math.MathContext",
          "java.util.Locale",
          "java.util.UUID",
          "java.util.regex.Pattern");

  /** They hold nothing but characters, bytes or bits of their own. */
  private static final Set<String> BUFFERS =
      Set.of(
          "java.lang.StringBuilder",
          "java.lang.StringBuffer",
          "java.io.ByteArrayOutputStream",
          "java.io.CharArrayWriter",
          "java.util.BitSet");

  private static final Set<String> GENERATORS =
      Set.of(
          "java.util.Random",
          "java.util.SplittableRandom",
          "java.util.concurrent.ThreadLocalRandom",
          "java.security.SecureRandom");

  private final Program program;

  LoneTypes(Program program) {
    this.program = program;
  }

  /** Whether what goes into one object cannot come out of another. */
  boolean areApart(Type into, Type outOf) {
    boolean isBuffer = BUFFERS.contains(erased(into));
    boolean isOfPlatform = isBuffer || into instanceof ArrayType || isText(erased(into));
    return isFixed(outOf)
        || isOfPrimitives(outOf)
        || isBuffer && BUFFERS.contains(erased(outOf))
        || isOfPlatform && (GENERATORS.contains(erased(outOf)) || isOfFixed(outOf.toString()));
  }

  private static String erased(Type type) {
    return type.toString().replaceAll("<.*>", "");
  }

  private static boolean isText(String name) {
    return name.startsWith("java.") && !name.startsWith("java.util.")
        || name.startsWith("java.util.logging.");
  }

  private static boolean isOfPrimitives(Type type) {
    return type instanceof ArrayType array && array.innermost() instanceof Primitive;
  }

  /** Whether a type is a collection of the platform of what cannot change. */
  private boolean isOfFixed(String name) {
    int open = name.indexOf('<');
    return open > 0
        && name.startsWith("java.util.")
        && name.indexOf('<', open + 1) < 0
        && Arrays.stream(name.substring(open + 1, name.length() - 1).split(","))
            .allMatch(argument -> isFixed(new RefType(argument.strip())));
  }

  private boolean isFixed(Type type) {
    String name = type.toString();
    return type instanceof RefType
        && (RefType.PLAIN.contains(name)
            || FIXED.contains(name)
            || name.startsWith("java.time.")
            || program.find(type).filter(this::isFixed).isPresent());
  }

  private boolean isFixed(TypeElement type) {
    return type.getKind() == ElementKind.ENUM
        || type.getKind() == ElementKind.RECORD
            && type.getRecordComponents().stream()
                .map(RecordComponentElement::asType)
                .allMatch(this::isFixed);
  }

  private boolean isFixed(TypeMirror type) {
    return type.getKind().isPrimitive() || isFixed(new RefType(type.toString()));
  }
}
