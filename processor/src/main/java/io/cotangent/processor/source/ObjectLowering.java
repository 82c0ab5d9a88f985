package io.cotangent.processor.source;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.NewClassTree;
import io.cotangent.processor.ir.Op.Opaque.Nature;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.RecordType;
import io.cotangent.processor.ir.RefType;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.report.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** Lowers the creation of objects and questions about their class. */
final class ObjectLowering {
  private static final Set<String> SINKS =
      Set.of("java.lang.String", "java.lang.StringBuilder", "java.lang.StringBuffer");

  private final Scope scope;
  private final ExpressionLowering expressions;
  private final CallLowering calls;

  ObjectLowering(Scope scope, ExpressionLowering expressions, CallLowering calls) {
    this.scope = scope;
    this.expressions = expressions;
    this.calls = calls;
  }

  Operand create(NewClassTree tree, String name) {
    if (tree.getClassBody() != null || tree.getEnclosingExpression() != null) {
      return scope.reject(tree, Problem.UNSUPPORTED_CONSTRUCT, "the creation of this object");
    }
    List<Call.Argument> given =
        tree.getArguments().stream().<Call.Argument>map(Call.Argument.Written::new).toList();
    return create(tree, scope.element(tree), scope.type(tree), given, name);
  }

  /** A new object by way of a constructor reference. */
  Operand create(ExpressionTree tree, Element element, Type type, List<Operand> arguments) {
    List<Call.Argument> given =
        arguments.stream().<Call.Argument>map(o -> new Call.Argument.Given(o, tree)).toList();
    return create(tree, element, type, given, "");
  }

  private Operand create(
      ExpressionTree tree, Element element, Type type, List<Call.Argument> given, String name) {
    if (!(element instanceof ExecutableElement constructor)) {
      return scope.reject(tree, Problem.UNSUPPORTED_CONSTRUCT, "the creation of this object");
    }
    TypeElement owner = (TypeElement) constructor.getEnclosingElement();
    if (type instanceof RecordType record) {
      return createRecord(tree, constructor, record, given);
    }
    boolean known = scope.program().trees().getPath(owner) != null;
    boolean allowed = isThrowable(owner) || owner.getKind() == ElementKind.RECORD;
    if (known && !allowed || !scope.visibility().sees(constructor)) {
      return scope.reject(tree, Problem.UNSUPPORTED_CONSTRUCT, "the creation of this object");
    }
    List<Operand> arguments = calls.arguments(given, constructor);
    String arrow = owner.getTypeParameters().isEmpty() ? "" : "<>";
    Template java = new Template("new {" + owner.getQualifiedName() + "}" + arrow);
    java.addArguments(arguments);
    boolean sink = isThrowable(owner) && !known || SINKS.contains(owner.toString());
    Nature nature = sink ? Nature.SINK : Nature.UNKNOWN;
    return scope.opaque(tree, type, name, java, nature, LibraryCalls.signature(constructor));
  }

  private boolean isThrowable(TypeElement type) {
    TypeElement throwable = scope.program().elements().getTypeElement("java.lang.Throwable");
    return scope.program().languageTypes().isSubtype(type.asType(), throwable.asType());
  }

  private Operand createRecord(
      ExpressionTree tree,
      ExecutableElement constructor,
      RecordType record,
      List<Call.Argument> given) {
    if (!Records.isPlain(constructor, scope.program().elements())) {
      return scope.reject(
          tree, Problem.UNSUPPORTED_CONSTRUCT, "a record with a constructor of its own");
    }
    List<Operand> components = new ArrayList<>();
    for (int i = 0; i < record.components().size(); i++) {
      RecordType.Component component = record.components().get(i);
      components.add(calls.converted(given.get(i), component.type(), component.name()));
    }
    return new Operand.Tuple(record, components);
  }

  Operand instanceOf(InstanceOfTree tree, String name) {
    Type type = tree.getType() == null ? Conversions.NULL : scope.type(tree.getType());
    if (tree.getPattern() != null || !(type instanceof RefType)) {
      return scope.reject(tree, Problem.UNSUPPORTED_CONSTRUCT, "instanceof with a pattern");
    }
    Operand operand = expressions.lower(tree.getExpression(), "");
    Template java = new Template();
    java.add(java.argument(operand)).add(" instanceof " + Conversions.written(type));
    return scope.opaque(tree, Primitive.BOOLEAN, name, java, Nature.PURE, "instanceof");
  }
}
