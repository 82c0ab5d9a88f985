package io.cotangent.processor.source;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.SimpleTreeVisitor;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.report.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;

/**
 * Lowers expressions, in the order Java evaluates them. The parameter of the visitor is the name
 * the value of the expression is to have; empty if it has none.
 */
final class ExpressionLowering extends SimpleTreeVisitor<Operand, String> {
  private final Scope scope;
  private final Conversions conversions;
  private final NameLowering names;
  private final OperatorLowering operators;
  private final AssignmentLowering assignments;
  private final ArrayLowering arrays;
  private final CallLowering calls;
  private final ObjectLowering objects;
  private final ClosureLowering closures;
  private final FieldAccess fields;
  private final SwitchLowering switches;

  ExpressionLowering(Scope scope, Functions functions, SwitchLowering switches) {
    this.scope = scope;
    this.switches = switches;
    this.conversions = new Conversions(scope);
    this.fields = new FieldAccess(scope, conversions, new ConstantObjects(scope, functions));
    this.names = new NameLowering(scope, this);
    this.operators = new OperatorLowering(scope, this);
    this.arrays = new ArrayLowering(scope, this);
    this.assignments = new AssignmentLowering(scope, this, names, operators, arrays);
    this.calls = new CallLowering(scope, this, arrays, functions);
    this.objects = new ObjectLowering(scope, this, calls, functions);
    this.closures = new ClosureLowering(scope, this, calls, objects);
  }

  Conversions conversions() {
    return conversions;
  }

  CallLowering calls() {
    return calls;
  }

  ArrayLowering arrays() {
    return arrays;
  }

  FieldAccess fields() {
    return fields;
  }

  /** A field of the object that is being made, as something that can be assigned to. */
  Place ownField(VariableElement field, Tree tree) {
    return assignments.ownField(field, tree);
  }

  /** The arguments of a constructor of the compilation, as its parameters. */
  List<Operand> arguments(NewClassTree tree, ExecutableElement constructor) {
    return calls.spread(constructor, Call.written(tree, constructor, tree.getArguments(), ""));
  }

  /** The arguments of a call, as the parameters of a method or constructor of the compilation. */
  List<Operand> arguments(MethodInvocationTree tree, ExecutableElement called) {
    return calls.spread(called, Call.written(tree, called, tree.getArguments(), ""));
  }

  /** Any expression. */
  Operand lower(Tree tree, String name) {
    Object constant = scope.constants().of(tree);
    if (constant != null) {
      Type type = scope.type(tree);
      Value value = new Value(type, name);
      scope.at(tree).add(new Op.Const(value, constant, scope.origin(tree)));
      return new Operand.Scalar(value);
    }
    return tree.accept(this, name);
  }

  /** An expression that is a single value; what is boxed comes out of its box. */
  Value value(Tree tree, String name) {
    return value(lower(tree, name), tree);
  }

  /** An operand as a single value. */
  Value value(Operand operand, Tree tree) {
    if (operand instanceof Operand.Unset && scope.type(tree) instanceof Primitive type) {
      return scope.zero(type).leaves().get(0); // an exception is thrown before anybody reads it
    }
    Optional<Primitive> boxed = conversions.boxed(operand);
    return boxed.isPresent()
        ? ((Operand.Scalar) conversions.convert(operand, boxed.get(), tree)).value()
        : single(operand, tree);
  }

  /** The operand as one value, which may be a reference to an object. */
  Value single(Operand operand, Tree tree) {
    if (conversions.typed(operand, "code that is not known", tree)
        instanceof Operand.Scalar scalar) {
      return scalar.value();
    }
    if (operand instanceof Operand.Boxed boxed) {
      return conversions.box(boxed, tree);
    }
    scope.report(tree, Problem.UNSUPPORTED_CONVERSION, operand.type(), "a single value");
    throw new Rejected();
  }

  /** An expression where one of the given type is expected. */
  Operand converted(Tree tree, Type target, String name) {
    return conversions.convert(lower(tree, name), target, tree);
  }

  /** A primitive expression where one of the given type is expected. */
  Value converted(Tree tree, Primitive target) {
    return conversions.convert(value(tree, ""), target, tree);
  }

  /** Whether a reference is null. */
  Value isNull(Operand operand, Tree tree) {
    return new IdentityLowering(scope, operators).isNullAtRunTime(operand, tree);
  }

  /** An expression that decides something. */
  Value condition(Tree tree) {
    return converted(tree, Primitive.BOOLEAN);
  }

  static Tree withoutParentheses(Tree tree) {
    Tree inner = tree;
    while (inner instanceof ParenthesizedTree parentheses) {
      inner = parentheses.getExpression();
    }
    return inner;
  }

  @Override
  protected Operand defaultAction(Tree tree, String name) {
    String what = tree.getKind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return scope.reject((ExpressionTree) tree, Problem.UNSUPPORTED_CONSTRUCT, what);
  }

  @Override
  public Operand visitParenthesized(ParenthesizedTree tree, String name) {
    return lower(tree.getExpression(), name);
  }

  @Override
  public Operand visitLiteral(LiteralTree tree, String name) {
    // All literals but null are constants.
    return new Operand.Scalar(scope.at(tree).constant(Conversions.NULL, null));
  }

  @Override
  public Operand visitIdentifier(IdentifierTree tree, String name) {
    return Stopping.result(scope.element(tree), names.identifier(tree, name), tree, scope);
  }

  @Override
  public Operand visitMemberSelect(MemberSelectTree tree, String name) {
    return Stopping.result(scope.element(tree), names.select(tree, name), tree, scope);
  }

  @Override
  public Operand visitUnary(UnaryTree tree, String name) {
    return switch (tree.getKind()) {
      case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT ->
          assignments.step(tree);
      default -> operators.unary(tree, name);
    };
  }

  @Override
  public Operand visitBinary(BinaryTree tree, String name) {
    return operators.binary(tree, name);
  }

  @Override
  public Operand visitConditionalExpression(ConditionalExpressionTree tree, String name) {
    return operators.conditional(tree, name);
  }

  @Override
  public Operand visitAssignment(AssignmentTree tree, String name) {
    return assignments.assign(tree);
  }

  @Override
  public Operand visitCompoundAssignment(CompoundAssignmentTree tree, String name) {
    return assignments.compound(tree);
  }

  @Override
  public Operand visitTypeCast(TypeCastTree tree, String name) {
    Type target = scope.type(tree);
    Operand operand = lower(tree.getExpression(), name);
    return conversions.cast(operand, target, tree);
  }

  @Override
  public Operand visitInstanceOf(InstanceOfTree tree, String name) {
    return objects.instanceOf(tree);
  }

  @Override
  public Operand visitArrayAccess(ArrayAccessTree tree, String name) {
    return arrays.element(tree, name).load();
  }

  @Override
  public Operand visitNewArray(NewArrayTree tree, String name) {
    return arrays.create(tree, name);
  }

  @Override
  public Operand visitMethodInvocation(MethodInvocationTree tree, String name) {
    return calls.invoke(tree, name);
  }

  @Override
  public Operand visitNewClass(NewClassTree tree, String name) {
    return objects.create(tree, name);
  }

  @Override
  public Operand visitLambdaExpression(LambdaExpressionTree tree, String name) {
    return closures.create(tree);
  }

  @Override
  public Operand visitMemberReference(MemberReferenceTree tree, String name) {
    return closures.create(tree);
  }

  ClosureLowering closures() {
    return closures;
  }

  @Override
  public Operand visitSwitchExpression(SwitchExpressionTree tree, String name) {
    return switches.expression(tree, name);
  }
}
