package io.cotangent.processor.source;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Op.Opaque.Nature;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.report.Problem;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** Lowers names: local variables, static fields, components, {@code length} and {@code class}. */
final class NameLowering {
  private final Scope scope;
  private final ExpressionLowering expressions;

  NameLowering(Scope scope, ExpressionLowering expressions) {
    this.scope = scope;
    this.expressions = expressions;
  }

  Operand identifier(IdentifierTree tree, String name) {
    Element element = scope.element(tree);
    Optional<Variable> local = scope.local(element);
    if (local.isPresent()) {
      return scope.cursor().variables().get(local.get());
    }
    if (isStaticField(element)) {
      return staticField(tree, element, tree.getName().toString());
    }
    boolean isSelf = tree.getName().contentEquals("this") || tree.getName().contentEquals("super");
    if (isSelf && scope.self().isPresent()) {
      return scope.self().get();
    }
    if (element instanceof VariableElement variable) {
      Optional<Operand> held =
          variable.getKind().isField()
              ? owner(variable).map(o -> expressions.fields().read(o, variable, name, tree))
              : scope.surroundings().variable(variable);
      if (held.isPresent()) {
        return held.get();
      }
    }
    return scope.reject(tree, Problem.UNSUPPORTED_CONSTRUCT, tree.getName());
  }

  /** The object around the code that a field without a qualifier belongs to. */
  Optional<Operand> owner(VariableElement field) {
    return scope.surroundings().self((TypeElement) field.getEnclosingElement());
  }

  static boolean isStaticField(Element element) {
    return element != null
        && element.getKind().isField()
        && element.getModifiers().contains(Modifier.STATIC);
  }

  Operand select(MemberSelectTree tree, String name) {
    String member = tree.getIdentifier().toString();
    if (member.equals("class")) {
      Type type = scope.type(tree.getExpression());
      return opaque(tree, name, Conversions.written(type) + ".class", Nature.PURE, "class");
    }
    Element element = scope.element(tree);
    if (isStaticField(element)) {
      return staticField(tree, element, name);
    }
    boolean isSelf = member.equals("this") || member.equals("super");
    if (isSelf && scope.element(tree.getExpression()) instanceof TypeElement outer) {
      return scope
          .surroundings()
          .self(outer)
          .orElseGet(() -> scope.reject(tree, Problem.UNSUPPORTED_CONSTRUCT, tree));
    }
    if (element == null || !element.getKind().isField() || scope.isType(tree.getExpression())) {
      return scope.reject(tree, Problem.UNSUPPORTED_CONSTRUCT, member);
    }
    if (scope.type(tree.getExpression()) instanceof ArrayType) {
      return expressions.arrays().length(expressions.arrays().array(tree.getExpression()), tree);
    }
    Operand receiver = expressions.lower(tree.getExpression(), "");
    return expressions.fields().read(receiver, (VariableElement) element, name, tree);
  }

  private Operand staticField(ExpressionTree tree, Element field, String name) {
    Optional<Operand> function = constantFunction(field);
    if (function.isPresent()) {
      return function.get();
    }
    TypeElement owner = (TypeElement) field.getEnclosingElement();
    boolean isSeen = scope.visibility().sees(field);
    if (!isSeen && !scope.visibility().reads(field)) {
      return scope.reject(tree, Problem.INACCESSIBLE_FIELD, field, owner.getSimpleName());
    }
    boolean fixed = field.getModifiers().contains(Modifier.FINAL);
    String separator = isSeen ? "." : Op.Opaque.PRIVATE;
    String java = "{" + owner.getQualifiedName() + "}" + separator + field.getSimpleName();
    String callee = owner.getQualifiedName() + "." + field.getSimpleName();
    return opaque(tree, name, java, fixed ? Nature.PURE : Nature.READ, callee);
  }

  /** The function a constant field holds, if its code is known. */
  private Optional<Operand> constantFunction(Element field) {
    if (!field.getModifiers().contains(Modifier.FINAL)) {
      return Optional.empty();
    }
    return scope
        .program()
        .findField((VariableElement) field)
        .filter(path -> path.getLeaf() instanceof VariableTree)
        .flatMap(
            path -> {
              ExpressionTree initializer = ((VariableTree) path.getLeaf()).getInitializer();
              return initializer == null
                  ? Optional.empty()
                  : expressions.closures().constant(path, field, initializer);
            });
  }

  private Operand opaque(Tree tree, String name, String java, Nature nature, String callee) {
    return scope.opaque(tree, scope.type(tree), name, new Template(java), nature, callee);
  }
}
