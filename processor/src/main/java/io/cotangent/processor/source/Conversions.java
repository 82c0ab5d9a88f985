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
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;

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

  /** The class a primitive type is boxed in. */
  static RefType box(Primitive primitive) {
    return BOXES.get(primitive);
  }

  /** The primitive type a class is the box of. */
  static Optional<Primitive> unboxed(Class<?> box) {
    return unboxed(new RefType(box.getName()));
  }

  /** The class objects of which hold values of the type. */
  static RefType boxed(Primitive type) {
    return BOXES.get(type);
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

  /** The operand as one of the type; what is taken apart stays so where the type is a class. */
  Operand convert(Operand operand, Type target, Tree tree) {
    if (operand instanceof Operand.Scalar scalar) {
      return convertScalar(scalar, target, tree);
    }
    if (operand instanceof Operand.Unset) {
      return scope.zero(target);
    }
    if (operand.type().equals(target)) {
      return operand;
    }
    if (operand instanceof Operand.Union union && target instanceof Primitive) {
      return new UnionDispatch(scope, union, tree).each("", o -> convert(o, target, tree));
    }
    if (operand instanceof Operand.Boxed boxed && target instanceof Primitive primitive) {
      return new Operand.Scalar(scope.at(tree).cast(boxed.value(), primitive));
    }
    if (operand instanceof Operand.Null) {
      return convertNull(target, tree);
    }
    boolean isArray = target instanceof ArrayType;
    boolean isObject = target instanceof RefType && !target.equals(RefType.STRING);
    boolean isRecord = target instanceof RecordType && holds(operand, target);
    if (isObject || isRecord || isArray && operand instanceof Columns) {
      return operand;
    }
    scope.report(tree, Problem.UNSUPPORTED_CONVERSION, operand.type(), target);
    throw new Rejected();
  }

  /** Whether what is taken apart can stand where a record is expected. */
  private static boolean holds(Operand operand, Type target) {
    return operand instanceof Operand.Tuple tuple && tuple.type().name().equals(target.toString())
        || operand instanceof Linked linked && linked.type().toString().equals(target.toString())
        || operand instanceof Operand.Union;
  }

  private Operand convertScalar(Operand.Scalar operand, Type target, Tree tree) {
    Type type = operand.type();
    if (type.equals(target)) {
      return operand;
    }
    if (type.equals(NULL)) {
      return convertNull(target, tree);
    }
    if (target instanceof RecordType) {
      scope.report(tree, Problem.UNSUPPORTED_CONVERSION, type, target);
      throw new Rejected();
    }
    if (type instanceof Primitive from && target instanceof RefType) {
      Primitive primitive = unboxed(target).orElse(from);
      return new Operand.Boxed(scope.at(tree).cast(operand.value(), primitive));
    }
    boolean isWider =
        target instanceof RefType
            || target instanceof ArrayType array && array.element() instanceof RefType;
    if (type.isRealArray() && isWider) {
      return operand; // an array stays one, whatever the type of the variable that holds it
    }
    return new Operand.Scalar(convert(operand.value(), target, tree));
  }

  private Operand convertNull(Type target, Tree tree) {
    if (target instanceof Primitive) {
      return convert(throwNull(tree), target, tree);
    }
    return Scope.isPlain(target)
        ? new Operand.Scalar(scope.at(tree).constant(target, null))
        : new Operand.Null(target);
  }

  /** The primitive type of what is in the box, if the operand is one, or is one or null. */
  Optional<Primitive> boxed(Operand operand) {
    if (operand instanceof Operand.Boxed boxed) {
      return Optional.of((Primitive) boxed.value().type());
    }
    return operand instanceof Operand.Union union
        ? union.alternatives().values().stream().flatMap(a -> boxed(a).stream()).findFirst()
        : Optional.empty();
  }

  /** The box as an object. */
  Value box(Operand.Boxed boxed, Tree tree) {
    Type box = boxed.type();
    boolean isReal = boxed.value().type().isReal();
    Nature nature = isReal ? Nature.UNKNOWN : Nature.PURE;
    return opaque(boxed.value(), box, "{" + box + "}.valueOf(#0)", nature, tree);
  }

  /** An explicit cast. */
  Operand cast(Operand operand, Type target, Tree tree) {
    if (operand instanceof Operand.Scalar scalar) {
      Type type = operand.type();
      boolean keeps =
          type instanceof Primitive || type.equals(NULL) || target instanceof RecordType;
      return keeps || type.isRealArray() && target instanceof RefType
          ? convert(operand, target, tree)
          : new Operand.Scalar(cast(scalar.value(), target, tree));
    }
    ClassTests tests = new ClassTests(scope);
    Operand converted = convert(operand, target, tree);
    if (tests.holdsObjects(converted)) {
      return tests.cast(converted, scope.mirror(tree), tree);
    }
    if (!isAllowed(converted, target, tree)) {
      scope.report(tree, Problem.UNSUPPORTED_CONVERSION, operand.type(), target);
      throw new Rejected();
    }
    return converted;
  }

  /** Whether a cast of what is taken apart never throws. */
  private boolean isAllowed(Operand operand, Type target, Tree tree) {
    if (operand instanceof Operand.Union union) {
      return union.alternatives().values().stream().allMatch(a -> isAllowed(a, target, tree));
    }
    if (operand instanceof Operand.Boxed) {
      return unboxed(target).isEmpty() || operand.type().equals(target);
    }
    return !(operand instanceof Operand.Closure closure)
        || scope.program().isSubclass(scope.program().mirror(closure.code()), scope.mirror(tree));
  }

  /** Throws the exception of the use of a null reference; what comes next is never reached. */
  Operand throwNull(Tree tree) {
    Template java = new Template("{java.util.Objects}.requireNonNull(#0)");
    Operand none = new Operand.Scalar(scope.at(tree).constant(RefType.OBJECT, null));
    java.argument(none);
    scope.opaque(tree, java, Nature.SINK, "the use of a null reference");
    return new Operand.Unset(RefType.OBJECT);
  }

  /** Whether each thing a union may be is something Java that is not looked into can be given. */
  static boolean isWhole(Operand.Union union) {
    return union.alternatives().values().stream()
        .allMatch(
            a ->
                a instanceof Operand.Null
                    || a instanceof Operand.Boxed
                    || a instanceof Operand.Scalar
                    || a instanceof Operand.Tuple tuple && isWhole(tuple));
  }

  /** Whether a record can be made again of what it was taken apart into. */
  private static boolean isWhole(Operand.Tuple tuple) {
    return !Models.isModel(tuple)
        && tuple.components().stream()
            .allMatch(
                c ->
                    c instanceof Operand.Tuple inner
                        ? isWhole(inner)
                        : c instanceof Operand.Scalar || c instanceof Operand.Boxed);
  }

  /** Whether the operand is no value that Java that is not looked into could be given. */
  static boolean isLost(Operand operand) {
    return operand instanceof Instance
        || operand instanceof Linked
        || operand instanceof Columns
        || operand instanceof Operand.Closure
        || operand instanceof Operand.Union
        || operand instanceof Operand.Tuple tuple && !isWhole(tuple);
  }

  /** The operand as something a method that is not looked into can be given, or be called on. */
  Operand typed(Operand operand, ExecutableElement method, Tree tree) {
    String name = method.getEnclosingElement() + "." + method.getSimpleName();
    return typed(operand, "'" + name + "', whose code is not known", tree);
  }

  /**
   * The operand as something Java that is not looked into can be given.
   *
   * @param taker what it goes into, for messages
   */
  Operand typed(Operand operand, String taker, Tree tree) {
    if (operand.type().equals(NULL)) {
      return new Operand.Scalar(scope.at(tree).constant(RefType.OBJECT, null));
    }
    if (operand instanceof Operand.Null || operand instanceof Operand.Unset) {
      return new Operand.Scalar(scope.at(tree).zero(operand.type()));
    }
    if (isLost(operand) && boxed(operand).isEmpty() && !holdsFunction(operand)) {
      scope.report(tree, Problem.OBJECT_LOST, types(operand), taker);
      throw new Rejected();
    }
    Optional<Primitive> held = boxed(operand);
    if (operand instanceof Operand.Union union && held.isPresent()) {
      return new UnionDispatch(scope, union, tree)
          .each("", one -> boxOrNull(one, held.get(), tree));
    }
    if (operand instanceof Operand.Closure function) {
      Optional<Operand> written = new WrittenFunctions(scope, function).written(tree);
      if (written.isPresent()) {
        return written.get();
      }
    }
    if (isLost(operand)) {
      scope.report(tree, Problem.FUNCTION_LOST, taker);
      throw new Rejected();
    }
    return operand;
  }

  private static boolean holdsFunction(Operand operand) {
    return operand instanceof Operand.Closure
        || !(operand instanceof Instance || operand instanceof Columns)
            && Nesting.parts(operand).stream().anyMatch(Conversions::holdsFunction);
  }

  /** The types an object may have, as messages call them. */
  private static String types(Operand operand) {
    return Joining.alternatives(operand).stream()
        .filter(one -> !(one instanceof Operand.Null))
        .map(one -> one.type().toString())
        .distinct()
        .collect(Collectors.joining(" or "));
  }

  private Operand boxOrNull(Operand one, Primitive held, Tree tree) {
    return new Operand.Scalar(
        one instanceof Operand.Boxed boxed
            ? box(boxed, tree)
            : scope.at(tree).constant(box(held), null));
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
      return convert(box(new Operand.Boxed(value), tree), target, tree);
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
    boolean isGeneric = written(target).contains("<") && written(value.type()).contains("<");
    String via = isGeneric ? "(Object) " : ""; // Java compares type arguments, the program does not
    String java = "(" + written(target) + ") " + via + "#0";
    return opaque(value, target, java, Nature.UNKNOWN, tree);
  }

  private Value unbox(Value value, Tree tree) {
    if (value.type() instanceof Primitive) {
      return value;
    }
    Primitive primitive = unboxed(value.type()).orElseThrow(Rejected::new);
    String java = "#0." + primitive.keyword() + "Value()";
    return opaque(value, primitive, java, Nature.UNKNOWN, tree);
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
