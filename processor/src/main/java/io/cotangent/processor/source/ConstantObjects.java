package io.cotangent.processor.source;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.RefType;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/**
 * Objects that constant fields and enum constants hold: where the source says how they are made, of
 * constants only, and nothing in them can change, they are made once more to see what they hold.
 */
final class ConstantObjects {
  private final Scope scope;
  private final Functions functions;

  ConstantObjects(Scope scope, Functions functions) {
    this.scope = scope;
    this.functions = functions;
  }

  /** What the object consists of; empty if that cannot be said. Its identity means nothing. */
  Optional<Instance> of(Element field, Tree tree) {
    if (!field.getModifiers().contains(Modifier.FINAL)) {
      return Optional.empty();
    }
    return scope.program().classes().made(field).flatMap(made -> make(made, tree));
  }

  private Optional<Instance> make(NewClassTree made, Tree tree) {
    Classes classes = scope.program().classes();
    if (!(scope.element(made) instanceof ExecutableElement constructor)) {
      return Optional.empty();
    }
    TypeElement owner = (TypeElement) constructor.getEnclosingElement();
    Optional<MethodSource> source = scope.program().find(constructor);
    boolean isKnown = source.isPresent() && (classes.isEnum(owner) || classes.isTakenApart(owner));
    if (!isKnown || classes.outer(owner).isPresent()) {
      return Optional.empty();
    }
    ObjectClass of = classes.of((DeclaredType) owner.asType());
    Scope inner = scope.within(source.get(), null);
    if (scope.rooms().linked().contains(of)) {
      return Optional.empty();
    }
    boolean changes = of.slots().stream().anyMatch(s -> s.kind() == ObjectClass.Kind.CELL);
    if (changes || !made.getArguments().stream().allMatch(a -> isConstant(a, inner))) {
      return Optional.empty();
    }
    ExpressionLowering expressions = new StatementLowering(inner, functions).expressions();
    Construction construction = new Construction(scope, functions, owner, tree);
    Operand blank = construction.blank(of, Optional.empty());
    Operand object = construction.run(blank, constructor, expressions.arguments(made, constructor));
    return Optional.of((Instance) object).filter(ConstantObjects::isFixed);
  }

  private static boolean isConstant(ExpressionTree argument, Scope scope) {
    return scope.constants().of(argument) != null
        || argument instanceof LambdaExpressionTree
        || argument instanceof MemberReferenceTree;
  }

  /** Whether nothing the object holds can change. */
  private static boolean isFixed(Instance object) {
    for (int i = 0; i < object.parts().size(); i++) {
      Operand part = object.parts().get(i);
      boolean isIdentity = object.of().slots().get(i).kind() == ObjectClass.Kind.IDENTITY;
      boolean isNumber = part.type() instanceof Primitive || part.type().equals(RefType.STRING);
      if (!isIdentity && !isNumber && !(part instanceof Operand.Closure)) {
        return false;
      }
    }
    return true;
  }
}
