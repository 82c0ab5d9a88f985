package io.cotangent.processor.source;

import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.RefType;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.model.Form;
import io.cotangent.processor.model.Parameter;
import io.cotangent.processor.model.Signature;
import io.cotangent.processor.model.Watched;
import io.cotangent.processor.report.Problem;
import io.cotangent.processor.report.Report;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads one annotated method: what is asked for, and everything that is wrong with it. */
final class RequestReader {
  private final Program program;
  private final ExecutableElement outer;
  private final ExecutableElement method;
  private final AnnotationMembers members;
  private final Forms forms;
  private final List<Complaint> complaints = new ArrayList<>();
  private final Report report = new Report();
  private Scope scope;

  /**
   * A reader.
   *
   * @param outer the method in the running compilation
   * @param method the same method in the attributed copy
   */
  RequestReader(Program program, ExecutableElement outer, ExecutableElement method) {
    this.program = program;
    this.outer = outer;
    this.method = method;
    this.members = AnnotationMembers.of(outer);
    this.forms = new Forms(program, place(), this::obstacle);
  }

  /** Everything that is wrong, once {@link #read} has been called. */
  List<Complaint> complaints() {
    return complaints;
  }

  /** Everything that is wrong inside the method, likewise. */
  Report report() {
    return report;
  }

  /** The request; empty if there are complaints, or the compiler has its own about the types. */
  Optional<Request> read() {
    checkMethod();
    checkTypes();
    Optional<MethodSource> source = program.find(method);
    Optional<List<Parameter>> parameters = source.flatMap(this::parameters);
    parameters.ifPresent(this::checkWrt);
    Optional<Form> result = source.flatMap(this::row).or(this::result);
    String nested = GeneratedNames.nestedClass(method, members.name());
    if (source.isEmpty()) {
      complain(Problem.NO_BODY, null, method.getSimpleName());
    }
    if (source.filter(program::missesGenerated).isPresent()) {
      complain(Problem.CALLS_GENERATED, null, method.getSimpleName());
    }
    boolean hasErrors = source.filter(program::hasErrors).isPresent();
    if (!complaints.isEmpty() || parameters.isEmpty() || hasErrors) {
      return Optional.empty();
    }
    if (parameters.get().stream().noneMatch(Parameter::differentiated)) {
      complain(Problem.NO_PARAMETER, null, method.getSimpleName());
      return Optional.empty();
    }
    if (result.isEmpty() && parameters.get().stream().noneMatch(RequestReader::isOutput)) {
      complain(Problem.VOID_WITHOUT_OUTPUT, null, method.getSimpleName());
      return Optional.empty();
    }
    List<Watched> watched = Watching.read(program, source.orElseThrow(), report);
    if (report.hasErrors()) {
      return Optional.empty();
    }
    Signature signature = signature(nested, parameters.get(), result, watched);
    Optional<String> obstacle = orderObstacle(signature);
    if (obstacle.isPresent()) {
      complain(Problem.HIGHER_ORDER, members.order(), signature.order(), obstacle.get());
      return Optional.empty();
    }
    return Optional.of(new Request(outer, source.orElseThrow(), signature));
  }

  private void complain(Problem problem, AnnotationValue value, Object... arguments) {
    complaints.add(Complaint.of(problem, value, arguments));
  }

  private void checkMethod() {
    AnnotationValue name = members.name();
    if (name != null && !isSimpleName((String) name.getValue())) {
      complain(Problem.BAD_NAME, name, name.getValue());
    }
  }

  private int order() {
    return members.order() == null ? 1 : (Integer) members.order().getValue();
  }

  /** What stands in the way of derivatives of the order that was asked for. */
  private static Optional<String> orderObstacle(Signature signature) {
    if (signature.order() < 1) {
      return Optional.of("the first is 1");
    }
    if (signature.order() > 1 && signature.result().filter(Type::isReal).isEmpty()) {
      return Optional.of("the result is not a number");
    }
    return signature.order() > 2 && !signature.hasOneVariable()
        ? Optional.of("more than one number is differentiated")
        : Optional.empty();
  }

  private static boolean isSimpleName(String name) {
    return SourceVersion.isIdentifier(name) && !SourceVersion.isKeyword(name);
  }

  private void checkTypes() {
    for (VariableElement parameter : method.getParameters()) {
      if (Accessibility.isPrivate(parameter.asType())) {
        complain(Problem.INACCESSIBLE_TYPE, null, parameter.getSimpleName(), parameter.asType());
      }
    }
    TypeMirror owner = method.getEnclosingElement().asType();
    if (!method.getModifiers().contains(Modifier.STATIC) && Accessibility.isPrivate(owner)) {
      complain(Problem.INACCESSIBLE_TYPE, null, Asked.RECEIVER, owner);
    }
    if (Accessibility.isPrivate(method.getReturnType())) {
      complain(Problem.INACCESSIBLE_TYPE, null, method.getSimpleName(), method.getReturnType());
    }
  }

  private void checkWrt(List<Parameter> parameters) {
    Set<String> seen = new HashSet<>();
    for (AnnotationValue value : members.wrt()) {
      String name = (String) value.getValue();
      Optional<Parameter> found =
          parameters.stream().filter(p -> p.name().equals(name)).findFirst();
      if (found.isEmpty()) {
        complain(Problem.WRT_UNKNOWN, value, name, names(parameters));
      } else if (!seen.add(name)) {
        complain(Problem.WRT_TWICE, value, name);
      } else if (!found.get().form().isDifferentiable()) {
        complain(Problem.WRT_PASSIVE, value, name, found.get().form().javaType());
      } else if (isConstant(name)) {
        complain(Problem.WRT_CONSTANT, value, name);
      }
    }
  }

  private static String names(List<Parameter> parameters) {
    return parameters.isEmpty()
        ? "no parameters"
        : parameters.stream().map(Parameter::name).collect(Collectors.joining(", "));
  }

  /** The parameters, the receiver first; empty if the compiler does not know a type either. */
  private Optional<List<Parameter>> parameters(MethodSource source) {
    boolean isKnown =
        method.getParameters().stream().allMatch(p -> program.types().map(p.asType()).isPresent());
    if (!isKnown) {
      return Optional.empty();
    }
    Scope scope = scope(source);
    Arguments arguments = new Arguments(scope, source, this::obstacle);
    Asked asked = Asked.of(method);
    List<Parameter> parameters = new ArrayList<>();
    try {
      arguments.receiver(source).ifPresent(s -> parameters.add(receiver(s.form(), asked)));
      for (VariableElement element : method.getParameters()) {
        String name = asked.nameOf(element);
        boolean isAsked = asked.isAsked(element);
        Form form = arguments.of(element.asType(), name, isAsked).form();
        parameters.add(new Parameter(name, form, isAsked && form.isDifferentiable()));
      }
    } catch (Rejected alreadyReported) {
      return Optional.empty();
    }
    return Optional.of(parameters);
  }

  /** One for parameters and the result: what both are made of has the same numbers. */
  private Scope scope(MethodSource source) {
    if (scope == null) {
      scope = new Scope(source, program, new Visibility(place()), report, new Rooms());
    }
    return scope;
  }

  private static Parameter receiver(Form form, Asked asked) {
    return new Parameter(Asked.RECEIVER, form, asked.isReceiverAsked() && form.isDifferentiable());
  }

  private boolean isConstant(String name) {
    return method.getParameters().stream()
        .anyMatch(p -> p.getSimpleName().contentEquals(name) && Stopping.isConstant(p));
  }

  private void obstacle(String path, TypeMirror owner, String reason) {
    complain(Problem.UNSUPPORTED_PARAMETER, null, path, owner, reason);
  }

  private PackageElement place() {
    return program.elements().getPackageOf(method);
  }

  private static boolean isOutput(Parameter parameter) {
    return parameter.leaves().stream()
        .anyMatch(leaf -> leaf.differentiated() && leaf.type() instanceof ArrayType);
  }

  /** The form of a result that is an array of records. */
  private Optional<Form> row(MethodSource source) {
    ObjectForms objects =
        new ObjectForms(scope(source), place(), new RecordChecks(program, place(), this::obstacle));
    try {
      return new RootResult(scope(source), source).row(objects, "the result");
    } catch (Rejected alreadyReported) {
      return Optional.empty();
    }
  }

  /** The form of a result that is an object. */
  private Optional<Form> object(MethodSource source) {
    RootResult result = new RootResult(scope(source), source);
    ObjectForms objects =
        new ObjectForms(scope(source), place(), new RecordChecks(program, place(), this::obstacle));
    try {
      return result.isObject()
          ? result.object(objects, "the result").filter(Form::isDifferentiable)
          : Optional.empty();
    } catch (Rejected alreadyReported) {
      return Optional.empty();
    }
  }

  private Optional<Form> result() {
    if (method.getReturnType().getKind() == TypeKind.VOID) {
      return Optional.empty();
    }
    Optional<Form> object = program.find(method).flatMap(this::object);
    if (object.isPresent()) {
      return object;
    }
    Optional<Type> type = program.types().map(method.getReturnType());
    if (type.filter(Type::isDifferentiable).isEmpty()
        && method.getReturnType().getKind() != TypeKind.ERROR) {
      complain(Problem.PASSIVE_RESULT, null, method.getSimpleName(), method.getReturnType());
    }
    forms.checkResult(method.getReturnType(), "the result");
    return Optional.of(
        forms
            .of(method.getReturnType(), "the result")
            .orElseGet(() -> new Form.Single(RefType.OBJECT)));
  }

  private Signature signature(
      String nested, List<Parameter> parameters, Optional<Form> result, List<Watched> watched) {
    return new Signature(
        place().getQualifiedName().toString(),
        GeneratedNames.adjointClass(method),
        nested,
        method.getEnclosingElement().toString(),
        method.getSimpleName().toString(),
        typeVariables(),
        isPublic(),
        !method.getModifiers().contains(Modifier.STATIC),
        parameters,
        result,
        method.getThrownTypes().stream().map(Object::toString).toList(),
        order(),
        watched);
  }

  /** Those of the class, if there is a receiver, and of the method, with their bounds. */
  private List<String> typeVariables() {
    List<TypeParameterElement> all = new ArrayList<>();
    if (!method.getModifiers().contains(Modifier.STATIC)) {
      Element at = method.getEnclosingElement();
      while (at instanceof TypeElement type) {
        all.addAll(0, type.getTypeParameters());
        at = type.getModifiers().contains(Modifier.STATIC) ? null : type.getEnclosingElement();
      }
    }
    all.addAll(method.getTypeParameters());
    return all.stream().map(RequestReader::declared).toList();
  }

  private static String declared(TypeParameterElement variable) {
    String bounds =
        variable.getBounds().stream().map(Object::toString).collect(Collectors.joining(" & "));
    return bounds.equals("java.lang.Object")
        ? variable.toString()
        : variable + " extends " + bounds;
  }

  private boolean isPublic() {
    Element at = method;
    while (at.getKind() != ElementKind.PACKAGE) {
      if (!at.getModifiers().contains(Modifier.PUBLIC)) {
        return false;
      }
      at = at.getEnclosingElement();
    }
    return true;
  }
}
