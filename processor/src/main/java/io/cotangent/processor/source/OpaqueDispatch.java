package io.cotangent.processor.source;

import com.sun.source.tree.Tree;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Op.Opaque.Nature;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.RefType;
import io.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/**
 * Calls a method of an object that was not made in the differentiated code. Which class of the
 * compilation it is of is asked at run time; an object of any other class is refused there.
 */
final class OpaqueDispatch {
  private final Scope scope;
  private final CallLowering calls;

  OpaqueDispatch(Scope scope, CallLowering calls) {
    this.scope = scope;
    this.calls = calls;
  }

  /** What the object may be, and the method that runs then. */
  private record Candidate(Element classOrConstant, MethodSource method) {}

  /** What the call comes to; empty if it can be left to the object itself, or must be. */
  Optional<Operand> invoke(Operand.Scalar receiver, Call call) {
    boolean leaves =
        call.arguments().stream().allMatch(OpaqueDispatch::isPassive)
            && scope.visibility().sees(call.method());
    List<Candidate> candidates = leaves ? List.of() : candidates(receiver, call);
    if (candidates.isEmpty()) {
      return Optional.empty();
    }
    calls.nonNull(receiver, call.tree());
    if (call.isSuper() || isClosed(candidates, call.method())) {
      return Optional.of(calls.invokeSource(candidates.get(0).method(), List.of(receiver), call));
    }
    return Optional.of(among(candidates, receiver, call));
  }

  private static boolean isPassive(Call.Argument argument) {
    return argument instanceof Call.Argument.Given given
        && given.operand() instanceof Operand.Scalar scalar
        && !scalar.type().isDifferentiable();
  }

  /** Whether no class anywhere can override the only method there is. */
  private boolean isClosed(List<Candidate> candidates, ExecutableElement method) {
    TypeElement owner = (TypeElement) method.getEnclosingElement();
    boolean isFinal =
        method.getModifiers().contains(Modifier.FINAL)
            || method.getModifiers().contains(Modifier.PRIVATE)
            || owner.getModifiers().contains(Modifier.FINAL)
            || owner.getKind() == ElementKind.ENUM;
    return isFinal && candidates.stream().map(c -> c.method().method()).distinct().count() == 1;
  }

  private List<Candidate> candidates(Operand.Scalar receiver, Call call) {
    List<Candidate> candidates = new ArrayList<>();
    if (call.isSuper()) {
      add(call.method().getEnclosingElement(), call.method(), candidates);
      return candidates;
    }
    Classes classes = scope.program().classes();
    for (TypeElement type : classes.subclasses(declared(receiver, call))) {
      if (type.getKind() == ElementKind.ENUM) {
        for (Element constant : classes.constants(type)) {
          TypeElement body = classes.body(constant).orElse(type);
          classes.implementation(body, call.method()).ifPresent(m -> add(constant, m, candidates));
        }
      } else {
        classes.implementation(type, call.method()).ifPresent(m -> add(type, m, candidates));
      }
    }
    return candidates;
  }

  private void add(Element classOrConstant, ExecutableElement method, List<Candidate> candidates) {
    scope
        .program()
        .find(method)
        .ifPresent(source -> candidates.add(new Candidate(classOrConstant, source)));
  }

  private TypeElement declared(Operand.Scalar receiver, Call call) {
    TypeElement owner = (TypeElement) call.method().getEnclosingElement();
    String name = receiver.type().toString().replaceAll("<.*", "");
    TypeElement type = scope.program().elements().getTypeElement(name);
    return type != null && scope.program().isSubclass(type.asType(), owner.asType()) ? type : owner;
  }

  private Operand among(List<Candidate> candidates, Operand.Scalar receiver, Call call) {
    if (candidates.isEmpty()) {
      return refused(receiver, call);
    }
    Candidate first = candidates.get(0);
    return scope
        .cursor()
        .choose(
            scope.origin(call.tree()),
            is(first, receiver, call.tree()),
            call.name(),
            () -> calls.invokeSource(first.method(), List.of(as(first, receiver, call)), call),
            () -> among(candidates.subList(1, candidates.size()), receiver, call));
  }

  private Value is(Candidate candidate, Operand.Scalar receiver, Tree tree) {
    Template java = new Template();
    String object = java.argument(receiver);
    java.add(
        candidate.classOrConstant() instanceof TypeElement type
            ? isOfClass(object, type)
            : object + " == " + constant(candidate.classOrConstant()));
    return scope
        .opaque(tree, Primitive.BOOLEAN, "", java, Nature.UNKNOWN, "the class of an object")
        .leaves()
        .get(0);
  }

  private String isOfClass(String object, TypeElement type) {
    if (scope.visibility().sees(type)) {
      return "((java.lang.Object) "
          + object
          + ").getClass() == {"
          + type.getQualifiedName()
          + "}.class";
    }
    String name = scope.program().elements().getBinaryName(type).toString();
    return object + ".getClass().getName().equals(\"" + name + "\")";
  }

  private static String constant(Element constant) {
    TypeElement owner = (TypeElement) constant.getEnclosingElement();
    return "{" + owner.getQualifiedName() + "}." + constant.getSimpleName();
  }

  /** The receiver as one of the class it is known to be of. */
  private Operand as(Candidate candidate, Operand.Scalar receiver, Call call) {
    Element found = candidate.classOrConstant();
    TypeElement type =
        (TypeElement) (found instanceof TypeElement ? found : found.getEnclosingElement());
    if (!scope.visibility().sees(type)) {
      return receiver;
    }
    RefType name = new RefType(type.getQualifiedName().toString());
    if (receiver.type().equals(name)) {
      return receiver;
    }
    Template java = new Template();
    java.add("({" + name + "}) ").add(java.argument(receiver));
    Value cast = new Value(name, "");
    scope
        .at(call.tree())
        .add(
            new Op.Opaque(
                List.of(cast),
                java.text(),
                java.args(),
                Nature.UNKNOWN,
                "a cast",
                scope.origin(call.tree())));
    return new Operand.Scalar(cast);
  }

  private Operand refused(Operand.Scalar receiver, Call call) {
    Template java = new Template("new {java.lang.IllegalArgumentException}");
    java.add("(\"the derivative of " + call.method().getSimpleName() + " is not known for \" + ");
    java.add(java.argument(receiver)).add(".getClass().getName())");
    RefType type = new RefType("java.lang.IllegalArgumentException");
    Operand exception = scope.opaque(call.tree(), type, "", java, Nature.SINK, "an unknown class");
    scope.at(call.tree()).add(new Op.Throw(exception.leaves().get(0), scope.origin(call.tree())));
    return new Operand.Unset(RefType.OBJECT);
  }
}
