package io.cotangent.processor.source;

import com.sun.source.tree.AssertTree;
import io.cotangent.processor.ir.Op.Opaque.Nature;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.RefType;
import io.cotangent.processor.ir.Value;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Lowers {@code assert}: checked if the user's class has assertions enabled. */
final class Assertions {
  private static final RefType ERROR = new RefType("java.lang.AssertionError");

  private Assertions() {}

  static void lower(AssertTree tree, Scope scope, ExpressionLowering expressions) {
    String status = "{" + outermost(scope.source().element()) + "}.class.desiredAssertionStatus()";
    Value enabled =
        scope
            .opaque(
                tree, Primitive.BOOLEAN, "asserting", new Template(status), Nature.PURE, "assert")
            .leaves()
            .get(0);
    Runnable check =
        () ->
            scope
                .cursor()
                .branch(
                    scope.origin(tree),
                    expressions.condition(tree.getCondition()),
                    () -> {},
                    () -> fail(tree, scope, expressions));
    scope.cursor().branch(scope.origin(tree), enabled, check, () -> {});
  }

  private static String outermost(Element element) {
    Element at = element;
    while (!(at instanceof TypeElement) || at.getEnclosingElement() instanceof TypeElement) {
      at = at.getEnclosingElement();
    }
    return ((TypeElement) at).getQualifiedName().toString();
  }

  private static void fail(AssertTree tree, Scope scope, ExpressionLowering expressions) {
    Template java = new Template("new {" + ERROR + "}");
    java.addArguments(
        tree.getDetail() == null ? List.of() : List.of(expressions.lower(tree.getDetail(), "")));
    Operand error = scope.opaque(tree, ERROR, "", java, Nature.SINK, "assert");
    scope.cursor().raising().raise(error.leaves().get(0), scope.origin(tree));
  }
}
