package io.cotangent.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.cotangent.processor.analysis.Lending;
import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.model.Apart;
import io.cotangent.processor.model.Derived;
import io.cotangent.processor.model.Form;
import io.cotangent.processor.model.Parameter;
import io.cotangent.processor.model.Signature;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** The names and types that the members of one nested class agree on. */
final class Members {
  private static final List<String> PUBLIC =
      List.of(
          "gradient",
          "vjp",
          "jvp",
          "pullback",
          "jacobian",
          "hvp",
          "hessian",
          "derivatives",
          JacobianColumns.NAME);

  /** The functions whose tape is used for nothing else while they run. */
  private static final List<String> BORROWING =
      List.of(Derived.VJP, Derived.JVP, Derived.STRIP, Derived.HVP);

  private final Derived derived;
  private final LineMarks lineMarks;
  private final Map<String, String> bars = new LinkedHashMap<>();
  private final Map<String, String> dots = new LinkedHashMap<>();
  private final Map<String, List<Local>> locals = new LinkedHashMap<>();
  private final Map<String, Lending> lending = new LinkedHashMap<>();
  private final String seed;
  private final String tape;
  private final Rows rows;

  Members(Derived derived, LineMarks lineMarks) {
    this.derived = derived;
    this.lineMarks = lineMarks;
    NameTable names = new NameTable();
    derived.signature().parameters().forEach(p -> names.claim(p.name()));
    this.tape = names.fresh("tape");
    this.seed = names.fresh("seed");
    this.rows = new Rows(methods(derived));
    for (Parameter parameter : derived.signature().differentiated()) {
      bars.put(parameter.name(), names.fresh(parameter.name() + "Bar"));
      dots.put(parameter.name(), names.fresh(parameter.name() + "Dot"));
    }
    for (Parameter p : derived.signature().parameters()) {
      locals.put(p.name(), Locals.of(p, bars.get(p.name()), dots.get(p.name()), names, rows));
    }
    for (Lending own : Lending.ofEntries(derived.unit(), BORROWING)) {
      own.functions().forEach(function -> lending.put(function, own));
    }
  }

  private static NameTable methods(Derived derived) {
    NameTable methods = new NameTable();
    PUBLIC.forEach(methods::claim);
    derived.unit().functions().keySet().forEach(f -> methods.claim(Identifiers.method(f)));
    return methods;
  }

  /** Takes arrays of objects apart. */
  Rows rows() {
    return rows;
  }

  /** Puts results together. */
  ResultExprs results() {
    return new ResultExprs(rows);
  }

  Derived derived() {
    return derived;
  }

  /** The body of one of the functions. */
  BodyEmitter body(Function function, NameTable names) {
    return new BodyEmitter(derived.unit(), function, names, lending(function.name()), lineMarks);
  }

  /** What one of the functions borrows. */
  Lending lending(String function) {
    return lending.getOrDefault(function, Lending.none());
  }

  Signature signature() {
    return derived.signature();
  }

  /** The name of the buffer of a parameter. */
  String bar(Parameter parameter) {
    return bars.get(parameter.name());
  }

  /** The name of the tangent of a parameter. */
  String dot(Parameter parameter) {
    return dots.get(parameter.name());
  }

  /** What all parameters consist of, in order. */
  List<Local> locals() {
    return locals.values().stream().flatMap(List::stream).toList();
  }

  /** What a parameter consists of. */
  List<Local> locals(Parameter parameter) {
    return locals.get(parameter.name());
  }

  /** The leaves derivatives were asked for. */
  List<Local> differentiated() {
    return locals().stream().filter(Local::isDifferentiated).toList();
  }

  /** A name for each thing the caller passes, and everything made of it. */
  NameTable names() {
    NameTable names = new NameTable();
    names.claim(tape);
    names.claim(seed);
    signature().parameters().forEach(p -> names.claim(p.name()));
    bars.values().forEach(names::claim);
    dots.values().forEach(names::claim);
    for (Local local : locals()) {
      names.claim(local.name());
      if (local.isDifferentiated()) {
        names.claim(local.bar());
        names.claim(local.dot());
      }
    }
    return names;
  }

  String seed() {
    return seed;
  }

  String tape() {
    return tape;
  }

  /** The class all members are in. */
  ClassName owner() {
    return ClassName.get(signature().packageName(), signature().adjointClass())
        .nestedClass(signature().nestedClass());
  }

  ClassName gradient() {
    return owner().nestedClass("Gradient");
  }

  ClassName pullback() {
    return owner().nestedClass("Pullback");
  }

  ClassName tangent() {
    return owner().nestedClass("Tangent");
  }

  /** The type of the result; {@code void} if there is none. */
  TypeName result() {
    return signature().resultForm().map(JavaTypes::of).orElse(TypeName.VOID);
  }

  /** The type of tangents and seeds of the result. */
  TypeName resultDual() {
    return signature().resultForm().map(JavaTypes::dual).orElse(TypeName.VOID);
  }

  boolean isVoid() {
    return signature().result().isEmpty();
  }

  boolean hasScalarResult() {
    return signature().result().filter(t -> t.isReal()).isPresent();
  }

  /** What must not be one object. */
  List<Apart> apart() {
    return derived.apart();
  }

  boolean isWritten(Local local) {
    return derived.isWritten(local.leaf());
  }

  boolean isWritten(Parameter parameter) {
    return locals(parameter).stream().anyMatch(this::isWritten);
  }

  /** The differentiated parameters whose final contents are results. */
  List<Parameter> outputs() {
    return signature().differentiated().stream().filter(this::isWritten).toList();
  }

  /** The differentiated parameters of which the method changes fields. */
  List<Parameter> changedObjects() {
    return signature().differentiated().stream()
        .filter(p -> locals(p).stream().anyMatch(this::isChangedField))
        .toList();
  }

  private boolean isChangedField(Local local) {
    return local.cells() > 0 && local.column().isEmpty() && isWritten(local);
  }

  /** Whether there is anything {@code jvp} returns. */
  boolean hasTangent() {
    return !isVoid() || !changedObjects().isEmpty();
  }

  /** The type of a buffer. */
  static TypeName buffer(Parameter parameter) {
    TypeName type = dual(parameter);
    return isArray(parameter) ? type : ArrayTypeName.of(type);
  }

  /** Whether a parameter is an array for the user, whatever its elements are. */
  static boolean isArray(Parameter parameter) {
    return parameter.type() instanceof ArrayType || parameter.form() instanceof Form.Row;
  }

  /** The type of tangents and adjoints. */
  static TypeName dual(Parameter parameter) {
    return JavaTypes.dual(parameter.form());
  }

  /** The modifiers of a member users call. */
  static Modifier[] open() {
    return new Modifier[] {Modifier.PUBLIC, Modifier.STATIC};
  }

  /** The names of the method's parameters as an argument list. */
  String arguments() {
    List<String> names = new ArrayList<>();
    signature().parameters().forEach(p -> names.add(p.name()));
    return String.join(", ", names);
  }

  /** Declares the type variables and the exceptions of the annotated method. */
  MethodSpec.Builder throwing(MethodSpec.Builder method) {
    signature().typeVariables().forEach(v -> method.addTypeVariable(JavaTypes.variable(v)));
    return throwingOnly(method);
  }

  /** The same in a method that knows nothing of type variables. */
  MethodSpec.Builder throwingOnly(MethodSpec.Builder method) {
    signature().thrown().forEach(name -> method.addException(JavaTypes.named(name)));
    return method;
  }
}
