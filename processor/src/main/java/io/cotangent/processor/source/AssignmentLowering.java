package io.cotangent.processor.source;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.tree.UnaryTree;
import io.cotangent.processor.ir.Arithmetic;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.RefType;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.report.Problem;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;

/** Lowers assignments of every form; the place is evaluated before the right-hand side. */
final class AssignmentLowering {
  private final Scope scope;
  private final ExpressionLowering expressions;
  private final OperatorLowering operators;
  private final ArrayLowering arrays;
  private final NameLowering names;

  AssignmentLowering(
      Scope scope,
      ExpressionLowering expressions,
      NameLowering names,
      OperatorLowering operators,
      ArrayLowering arrays) {
    this.scope = scope;
    this.expressions = expressions;
    this.names = names;
    this.operators = operators;
    this.arrays = arrays;
  }

  private Place place(ExpressionTree tree) {
    Tree target = ExpressionLowering.withoutParentheses(tree);
    if (target instanceof ArrayAccessTree access) {
      return arrays.element(access, "");
    }
    Element element = scope.element(target);
    Optional<Variable> local = scope.local(element);
    if (local.isPresent()) {
      return new Local(scope, local.get());
    }
    if (element instanceof VariableElement field
        && field.getKind() == ElementKind.FIELD
        && !field.getModifiers().contains(Modifier.STATIC)) {
      return field(target, field);
    }
    scope.report(target, Problem.FIELD_ASSIGNMENT, target);
    throw new Rejected();
  }

  private Place field(Tree target, VariableElement field) {
    boolean isOwn =
        target instanceof IdentifierTree
            || ((MemberSelectTree) target).getExpression() instanceof IdentifierTree name
                && name.getName().contentEquals("this");
    if (isOwn && scope.making().isPresent()) {
      return ownField(field, target);
    }
    Optional<Operand> object =
        target instanceof MemberSelectTree select
            ? Optional.of(expressions.lower(select.getExpression(), ""))
            : names.owner(field);
    if (object.isEmpty()) {
      scope.report(target, Problem.FIELD_ASSIGNMENT, target);
      throw new Rejected();
    }
    return expressions.fields().place(object.get(), field, target);
  }

  /** A field of the object that is being made, or of one around it. */
  Place ownField(VariableElement field, Tree tree) {
    Variable made = scope.making().orElseThrow();
    Operand object = scope.cursor().variables().get(made);
    boolean isInitial =
        object instanceof Operand.Tuple
            || object instanceof Instance instance && instance.of().isFixed(field);
    if (isInitial) {
      return expressions.fields().initial(made, field, tree);
    }
    Operand owner = names.owner(field).orElse(object);
    return expressions.fields().place(owner, field, tree);
  }

  /** A local variable. */
  private record Local(Scope scope, Variable variable) implements Place {
    @Override
    public Type type() {
      return variable.type();
    }

    @Override
    public Operand load() {
      return scope.cursor().variables().get(variable);
    }

    @Override
    public void store(Operand content) {
      scope.assign(variable, content);
    }

    @Override
    public String name() {
      return variable.name();
    }
  }

  Operand assign(AssignmentTree tree) {
    Place place = place(tree.getVariable());
    Operand content = expressions.converted(tree.getExpression(), place.type(), place.name());
    scope.at(tree);
    place.store(content);
    return content;
  }

  Operand compound(CompoundAssignmentTree tree) {
    Place place = place(tree.getVariable());
    Value before = single(place.load(), tree);
    Operand right = expressions.lower(tree.getExpression(), "");
    Operator operator = JavaOperators.binary(tree.getKind());
    if (operator == Operator.ADD && before.type().equals(RefType.STRING)) {
      List<Operand> parts = List.of(new Operand.Scalar(before), right);
      return stored(place, operators.concatenate(parts, place.name(), tree), tree);
    }
    Value result = operators.apply(operator, before, single(right, tree), place.name(), tree);
    return stored(place, result, tree);
  }

  private Value single(Operand operand, Tree tree) {
    return expressions.value(operand, tree);
  }

  /** {@code ++} and {@code --}, before or after the operand. */
  Operand step(UnaryTree tree) {
    Place place = place(tree.getExpression());
    Operand before = place.load();
    Kind kind = tree.getKind();
    boolean up = kind == Kind.PREFIX_INCREMENT || kind == Kind.POSTFIX_INCREMENT;
    boolean prefix = kind == Kind.PREFIX_INCREMENT || kind == Kind.PREFIX_DECREMENT;
    Primitive type = Conversions.promoted(place.type());
    Value one = scope.at(tree).constant(type, Arithmetic.cast(1, type));
    Operator operator = up ? Operator.ADD : Operator.SUB;
    Value sum = operators.apply(operator, single(before, tree), one, place.name(), tree);
    Operand after = stored(place, sum, tree);
    return prefix ? after : before;
  }

  private Operand stored(Place place, Value computed, Tree tree) {
    // The implicit cast of a compound assignment goes by way of the primitive types.
    Value narrowed =
        computed.type() instanceof Primitive && Conversions.unboxed(place.type()).isPresent()
            ? scope.at(tree).cast(computed, Conversions.unboxed(place.type()).orElseThrow())
            : computed;
    Operand result = new Operand.Scalar(narrowed);
    Operand content = expressions.conversions().convert(result, place.type(), tree);
    scope.at(tree);
    place.store(content);
    return content;
  }
}
