package io.cotangent.processor.source;

import com.sun.source.tree.Tree;
import io.cotangent.Constant;
import io.cotangent.Gradients;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Op.Opaque.Nature;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.report.Problem;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;

/** Ends derivatives where the user says so: {@link Gradients#stop} and {@link Constant}. */
final class Stopping {
  private Stopping() {}

  /** Whether a method is {@link Gradients#stop}. */
  static boolean isStop(ExecutableElement method) {
    return method.getEnclosingElement().toString().equals(Gradients.class.getName());
  }

  /** Whether something is marked as constant. */
  static boolean isConstant(Element element) {
    return element != null
        && element.getAnnotationMirrors().stream()
            .anyMatch(a -> a.getAnnotationType().toString().equals(Constant.class.getName()));
  }

  /** What a constant method or field gives; anything else as it is. */
  static Operand result(Element element, Operand operand, Tree tree, Scope scope) {
    boolean hasValue = element instanceof ExecutableElement || isField(element);
    return hasValue && isConstant(element) ? whole(element, operand, tree, scope) : operand;
  }

  private static boolean isField(Element element) {
    return element != null && element.getKind() == ElementKind.FIELD;
  }

  /** The same numbers without derivatives; arrays are refused, for others may write them. */
  static Operand whole(Element element, Operand operand, Tree tree, Scope scope) {
    if (operand.leaves().stream().map(Value::type).anyMatch(Type::isRealArray)) {
      scope.report(tree, Problem.CONSTANT_ARRAY, element.getSimpleName());
    }
    return numbers(operand, tree, scope);
  }

  /** The same numbers without derivatives. */
  static Operand numbers(Operand operand, Tree tree, Scope scope) {
    List<Value> leaves = new ArrayList<>();
    for (Value leaf : operand.leaves()) {
      leaves.add(leaf.type().isReal() ? stop(leaf, tree, scope) : leaf);
    }
    return operand.withLeaves(leaves.iterator());
  }

  private static Value stop(Value number, Tree tree, Scope scope) {
    Operand argument = new Operand.Scalar(number);
    Template java = new Template();
    java.add(java.argument(argument));
    return scope
        .opaque(tree, number.type(), number.name(), java, Nature.PURE, Op.Opaque.STOP)
        .leaves()
        .get(0);
  }
}
