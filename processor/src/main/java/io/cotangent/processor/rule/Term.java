package io.cotangent.processor.rule;

import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Value;
import java.util.List;

/**
 * A value in a formula of the derivative table, with the arithmetic the formulas are written in.
 */
record Term(Builder builder, Value value) {
  /** A real constant of this term's type. */
  Term real(double constant) {
    return new Term(builder, builder.real(type(), constant));
  }

  Term plus(Term other) {
    return apply(Operator.ADD, other);
  }

  Term minus(Term other) {
    return apply(Operator.SUB, other);
  }

  Term times(Term other) {
    return apply(Operator.MUL, other);
  }

  Term over(Term other) {
    return apply(Operator.DIV, other);
  }

  Term negated() {
    return apply(Operator.NEG);
  }

  Term squared() {
    return times(this);
  }

  Term plus(double constant) {
    return plus(real(constant));
  }

  Term minus(double constant) {
    return minus(real(constant));
  }

  Term times(double constant) {
    return times(real(constant));
  }

  /** {@code constant - this}. */
  Term from(double constant) {
    return real(constant).minus(this);
  }

  /** {@code constant / this}. */
  Term under(double constant) {
    return real(constant).over(this);
  }

  /** {@code this == constant}, a boolean. */
  Term is(double constant) {
    return apply(Operator.EQ, real(constant));
  }

  /** Of a boolean: {@code this ? yes : no}. */
  Term choose(Term yes, Term no) {
    return new Term(
        builder,
        builder.apply(Operator.SELECT, yes.type(), "", List.of(value, yes.value(), no.value())));
  }

  Term cast(Type type) {
    return new Term(builder, builder.cast(value, type));
  }

  /** The operator with this term as its first operand. */
  Term apply(Operator operator, Term... more) {
    Value[] args = new Value[more.length + 1];
    args[0] = value;
    for (int i = 0; i < more.length; i++) {
      args[i + 1] = more[i].value();
    }
    return new Term(builder, builder.apply(operator, args));
  }

  Type type() {
    return value.type();
  }
}
