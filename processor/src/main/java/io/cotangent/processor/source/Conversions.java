package io.cotangent.processor.source;

import com.sun.source.tree.Tree;
import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Op.Opaque.Nature;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.RecordType;
import io.cotangent.processor.ir.RefType;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.report.Problem;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The conversions of the language (JLS 5), made explicit. */
final class Conversions {
  /** The type of the literal {@code null}, which becomes the type that is asked for. */
  static final RefType NULL = new RefType("null");

  // Type arguments are classes of their own; bounds of wildcards are keywords.
  private static final Pattern CLASS_NAME =
      Pattern.compile("\\b(?!extends\\b|super\\b)[\\p{L}_][\\w.$]*");

  private static final Map<Primitive, RefType> BOXES = boxes();

  private final Scope scope;

  Conversions(Scope scope) {
    this.scope = scope;
  }

  private static Map<Primitive, RefType> boxes() {
    Map<Primitive, RefType> boxes = new EnumMap<>(Primitive.class);
    boxes.put(Primitive.BOOLEAN, new RefType("java.lang.Boolean"));
    boxes.put(Primitive.BYTE, new RefType("java.lang.Byte"));
    boxes.put(Primitive.SHORT, new RefType("java.lang.Short"));
    boxes.put(Primitive.CHAR, new RefType("java.lang.Character"));
    boxes.put(Primitive.INT, new RefType("java.lang.Integer"));
    boxes.put(Primitive.LONG, new RefType("java.lang.Long"));
    boxes.put(Primitive.FLOAT, new RefType("java.lang.Float"));
    boxes.put(Primitive.DOUBLE, new RefType("java.lang.Double"));
    return boxes;
  }

  /** The primitive type a type is, or is the box of. */
  static Optional<Primitive> unboxed(Type type) {
    if (type instanceof Primitive primitive) {
      return Optional.of(primitive);
    }
    return BOXES.entrySet().stream()
        .filter(e -> e.getValue().equals(type))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** The primitive type a class is the box of. */
  static Optional<Primitive> unboxed(Class<?> box) {
    return unboxed(new RefType(box.getName()));
  }

  /** The type both operands of an arithmetic operator are converted to (JLS 5.6). */
  static Primitive promoted(Type left, Type right) {
    Primitive a = promoted(left);
    Primitive b = promoted(right);
    return a.compareTo(b) > 0 ? a : b;
  }

  /** The type the only operand of an arithmetic operator is converted to. */
  static Primitive promoted(Type type) {
    Primitive primitive = unboxed(type).orElseThrow(Rejected::new);
    boolean small = primitive != Primitive.BOOLEAN && primitive.compareTo(Primitive.INT) < 0;
    return small ? Primitive.INT : primitive;
  }

  /** How a type is written in the template of an opaque expression. */
  static String written(Type type) {
    if (type instanceof ArrayType array) {
      return written(array.element()) + "[]";
    }
    return type instanceof Primitive primitive
        ? primitive.keyword()
        : CLASS_NAME.matcher(type.toString()).replaceAll("{$0}");
  }

  /** The operand as one of the type. */
  Operand convert(Operand operand, Type target, Tree tree) {
    if (operand.type().equals(target)) {
      return operand;
    }
    if (target instanceof RecordType || operand instanceof Operand.Tuple) {
      scope.report(tree, Problem.UNSUPPORTED_CONVERSION, operand.type(), target);
      throw new Rejected();
    }
    return new Operand.Scalar(convert(operand.leaves().get(0), target, tree));
  }

  /** The operand itself; the literal {@code null} as an object. */
  Operand typed(Operand operand, Tree tree) {
    return operand.type().equals(NULL) ? convert(operand, RefType.OBJECT, tree) : operand;
  }

  /** The value as one of the type. */
  Value convert(Value value, Type target, Tree tree) {
    if (value.type().equals(target)) {
      return value;
    }
    Builder builder = scope.at(tree);
    if (value.type().equals(NULL) && !(target instanceof Primitive)) {
      return builder.constant(target, null);
    }
    if (target instanceof Primitive primitive) {
      return builder.cast(unbox(value, tree), primitive);
    }
    if (value.type() instanceof Primitive) {
      return box(value, target, tree);
    }
    boolean hides = value.type().isRealArray() && !target.isRealArray();
    return opaque(value, target, "#0", hides ? Nature.UNKNOWN : Nature.PURE, tree);
  }

  /** An explicit cast, which may throw if it is one of references. */
  Value cast(Value value, Type target, Tree tree) {
    Optional<Primitive> from = unboxed(value.type());
    if (value.type().equals(target) || from.isPresent() || value.type().equals(NULL)) {
      return convert(value, target, tree);
    }
    if (target instanceof Primitive primitive) {
      Value boxed = cast(value, BOXES.get(primitive), tree);
      return unbox(boxed, tree);
    }
    return opaque(value, target, "(" + written(target) + ") #0", Nature.UNKNOWN, tree);
  }

  private Value unbox(Value value, Tree tree) {
    if (value.type() instanceof Primitive) {
      return value;
    }
    Primitive primitive = unboxed(value.type()).orElseThrow(Rejected::new);
    String java = "#0." + primitive.keyword() + "Value()";
    return opaque(value, primitive, java, Nature.UNKNOWN, tree);
  }

  private Value box(Value value, Type target, Tree tree) {
    Primitive primitive = unboxed(target).orElse((Primitive) value.type());
    Value unboxed = scope.at(tree).cast(value, primitive);
    RefType box = BOXES.get(primitive);
    Nature nature = primitive.isReal() ? Nature.UNKNOWN : Nature.PURE;
    Value boxed = opaque(unboxed, box, "{" + box + "}.valueOf(#0)", nature, tree);
    return convert(boxed, target, tree);
  }

  private Value opaque(Value value, Type type, String java, Nature nature, Tree tree) {
    Value result = new Value(type, value.name());
    String callee = "conversion of " + value.type() + " to " + type;
    List<Value> args = List.of(value);
    scope
        .at(tree)
        .add(new Op.Opaque(List.of(result), java, args, nature, callee, scope.origin(tree)));
    return result;
  }
}
