package io.cotangent.processor.source;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import io.cotangent.processor.ir.Op.Opaque.Nature;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/**
 * Functions that use nothing of the code around them, as generated code writes them where code that
 * is not looked into is given one. No active value gets there: its call would be refused.
 */
final class WrittenFunctions {
  private final Scope scope;
  private final Operand.Closure function;
  private final TreePath path;
  private final List<Element> names = new ArrayList<>();

  WrittenFunctions(Scope scope, Operand.Closure function) {
    this.scope = scope;
    this.function = function;
    this.path = function.code().path();
  }

  /** The function; empty if it uses what is around it, or does more than evaluate calls. */
  Optional<Operand> written(Tree tree) {
    ClosureSource code = function.code();
    if (!function.captured().isEmpty() || code.capturesReceiver() || code.element() == null) {
      return Optional.empty();
    }
    try {
      Template java = new Template(text(code.tree()));
      return Optional.of(scope.opaque(tree, function.type(), "", java, Nature.PURE, "a function"));
    } catch (NotWritten more) {
      return Optional.empty();
    }
  }

  /** Thrown where a function cannot be written. */
  private static final class NotWritten extends Exception {
    private static final long serialVersionUID = 1L;

    NotWritten() {
      super(null, null, false, false);
    }
  }

  private Element element(Tree tree) {
    return scope.program().trees().getElement(new TreePath(path, tree));
  }

  private String type(Tree tree) throws NotWritten {
    Tree plain = tree instanceof ParameterizedTypeTree p ? p.getType() : tree;
    if (element(plain) instanceof TypeElement type && scope.visibility().names(type)) {
      return "{" + type.getQualifiedName() + "}";
    }
    throw new NotWritten();
  }

  private String text(ExpressionTree tree) throws NotWritten {
    if (tree instanceof MemberReferenceTree reference) {
      return reference(reference);
    }
    if (tree instanceof LambdaExpressionTree lambda) {
      return lambda(lambda);
    }
    if (tree instanceof LiteralTree || tree instanceof IdentifierTree) {
      return simple(tree);
    }
    if (tree instanceof ParenthesizedTree inner) {
      return "(" + text(inner.getExpression()) + ")";
    }
    if (tree instanceof BinaryTree binary) {
      return text(binary.getLeftOperand())
          + operator(binary.getKind())
          + text(binary.getRightOperand());
    }
    if (tree instanceof ConditionalExpressionTree choice) {
      String arms = text(choice.getTrueExpression()) + " : " + text(choice.getFalseExpression());
      return text(choice.getCondition()) + " ? " + arms;
    }
    if (tree instanceof MethodInvocationTree call) {
      return call(call);
    }
    if (tree instanceof NewClassTree made && made.getClassBody() == null) {
      return made(made);
    }
    throw new NotWritten();
  }

  private String reference(MemberReferenceTree tree) throws NotWritten {
    boolean isConstructor = tree.getMode() == MemberReferenceTree.ReferenceMode.NEW;
    seen(tree);
    String qualifier = type(tree.getQualifierExpression());
    return qualifier + "::" + (isConstructor ? "new" : tree.getName());
  }

  private void seen(Tree tree) throws NotWritten {
    if (!(element(tree) instanceof ExecutableElement method) || !scope.visibility().sees(method)) {
      throw new NotWritten();
    }
  }

  private String lambda(LambdaExpressionTree tree) throws NotWritten {
    if (tree.getBodyKind() != LambdaExpressionTree.BodyKind.EXPRESSION
        || tree != function.code().tree()) {
      throw new NotWritten();
    }
    for (VariableTree parameter : tree.getParameters()) {
      names.add(element(parameter));
    }
    List<String> list = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      list.add(name(i));
    }
    String body = text((ExpressionTree) tree.getBody());
    return "(" + String.join(", ", list) + ") -> " + body;
  }

  /** No variable of generated code is called that. */
  private static String name(int parameter) {
    return "argument" + parameter + "_";
  }

  private String simple(ExpressionTree tree) throws NotWritten {
    if (tree instanceof LiteralTree) {
      String literal = tree.toString();
      if (literal.contains("{") || literal.contains("#")) {
        throw new NotWritten(); // templates have a meaning of their own for these
      }
      return literal;
    }
    int parameter = names.indexOf(element(tree));
    if (parameter < 0) {
      throw new NotWritten();
    }
    return name(parameter);
  }

  private String call(MethodInvocationTree tree) throws NotWritten {
    seen(tree.getMethodSelect());
    Element method = element(tree.getMethodSelect());
    String name = "." + method.getSimpleName() + list(tree.getArguments());
    if (method.getModifiers().contains(Modifier.STATIC)) {
      TypeElement owner = (TypeElement) method.getEnclosingElement();
      return "{" + owner.getQualifiedName() + "}" + name;
    }
    if (tree.getMethodSelect() instanceof MemberSelectTree select) {
      return text(select.getExpression()) + name;
    }
    throw new NotWritten();
  }

  private String made(NewClassTree tree) throws NotWritten {
    if (tree.getEnclosingExpression() != null) {
      throw new NotWritten();
    }
    seen(tree);
    String arguments = tree.getIdentifier() instanceof ParameterizedTypeTree ? "<>" : "";
    return "new " + type(tree.getIdentifier()) + arguments + list(tree.getArguments());
  }

  private String list(List<? extends ExpressionTree> arguments) throws NotWritten {
    List<String> texts = new ArrayList<>();
    for (ExpressionTree argument : arguments) {
      texts.add(text(argument));
    }
    return texts.stream().collect(Collectors.joining(", ", "(", ")"));
  }

  private static String operator(Tree.Kind kind) throws NotWritten {
    return switch (kind) {
      case PLUS -> " + ";
      case MINUS -> " - ";
      case MULTIPLY -> " * ";
      case DIVIDE -> " / ";
      case REMAINDER -> " % ";
      case LESS_THAN -> " < ";
      case LESS_THAN_EQUAL -> " <= ";
      case GREATER_THAN -> " > ";
      case GREATER_THAN_EQUAL -> " >= ";
      case EQUAL_TO -> " == ";
      case NOT_EQUAL_TO -> " != ";
      case CONDITIONAL_AND -> " && ";
      case CONDITIONAL_OR -> " || ";
      default -> throw new NotWritten();
    };
  }
}
