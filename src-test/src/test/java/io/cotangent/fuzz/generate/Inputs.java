package io.cotangent.fuzz.generate;

import io.cotangent.fuzz.program.Kind;
import io.cotangent.fuzz.program.Parameter;
import io.cotangent.fuzz.program.Program;
import io.cotangent.fuzz.program.Type;
import java.util.Arrays;

/** Draws arguments. */
final class Inputs {
  private final Dice dice;

  Inputs(Dice dice) {
    this.dice = dice;
  }

  Object[] draw(Program program) {
    return program.entry().params().stream().map(this::draw).toArray();
  }

  private Object draw(Parameter parameter) {
    return draw(parameter.type(), parameter);
  }

  private Object draw(Type type, Parameter p) {
    if (type.rank() == 2) {
      return type.kind() == Kind.FLOAT
          ? fill(new float[p.rows()][], type, p)
          : fill(new double[p.rows()][], type, p);
    }
    if (type.rank() == 1) {
      return vector(type.kind(), p.length());
    }
    return switch (type.kind()) {
      case BOOLEAN -> dice.percent(50);
      case INT -> dice.between(-2, 4);
      case LONG -> (long) dice.between(-2, 4);
      case FLOAT -> (float) dice.real();
      default -> dice.real();
    };
  }

  private Object fill(Object[] rows, Type type, Parameter p) {
    Arrays.setAll(rows, i -> draw(type.element(), p));
    return rows;
  }

  private Object vector(Kind kind, int length) {
    double[] reals = new double[length];
    Arrays.setAll(reals, i -> dice.real());
    if (kind == Kind.DOUBLE) {
      return reals;
    }
    if (kind == Kind.INT) {
      return Arrays.stream(reals).mapToInt(x -> (int) (2 * x)).toArray();
    }
    float[] floats = new float[length];
    for (int i = 0; i < length; i++) {
      floats[i] = (float) reals[i];
    }
    return floats;
  }
}
