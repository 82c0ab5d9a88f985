package io.cotangent.fuzz.interpret;

import io.cotangent.fuzz.program.Kind;
import io.cotangent.fuzz.program.Parameter;
import io.cotangent.fuzz.program.Program;
import io.cotangent.fuzz.program.Type;
import java.util.ArrayList;
import java.util.List;

/** Values and derivatives of programs, found without the processor. */
public final class Oracle {
  private static final double LARGE = 1e6;

  private Oracle() {}

  /**
   * Runs a program.
   *
   * @param arguments boxed scalars and arrays; not changed
   * @throws Unsuitable if it cannot be used at this point
   */
  public static Reference evaluate(Program program, Object[] arguments) {
    List<Parameter> params = program.entry().params();
    Entrance entrance = new Entrance(program, arguments);
    List<Object> args = entrance.values();
    int n = entrance.inputs();
    Object result = run(program, args);
    List<Block> ofArguments = new ArrayList<>();
    for (int i = 0; i < params.size(); i++) {
      if (program.isDifferentiated(params.get(i))) {
        Object leaves = params.get(i).type().rank() > 0 ? args.get(i) : null;
        ofArguments.add(block(leaves, n));
      }
    }
    Object[] after = new Object[args.size()];
    for (int i = 0; i < after.length; i++) {
      after[i] = JavaValues.of(args.get(i), params.get(i).type());
    }
    return new Reference(result(program, result), after, n, block(result, n), ofArguments);
  }

  private static Object run(Program program, List<Object> args) {
    try {
      return new Interpreter(program).call(program.entry(), args);
    } catch (Thrown e) {
      throw new Unsuitable("throws");
    }
  }

  private static Object result(Program program, Object value) {
    Type type = program.entry().result();
    if (type.kind() != Kind.RECORD) {
      return value == null ? null : JavaValues.of(value, type);
    }
    Object[] components = ((Object[]) value).clone();
    for (int i = 0; i < components.length; i++) {
      Type component = program.components().get(i);
      components[i] = JavaValues.of(components[i], component);
    }
    return components;
  }

  private static Block block(Object value, int inputs) {
    List<Real> reals = new ArrayList<>();
    collect(value, reals);
    double[][] partials = new double[reals.size()][inputs];
    double[][] scales = new double[reals.size()][inputs];
    for (int i = 0; i < partials.length; i++) {
      Real real = reals.get(i);
      if (Math.abs(real.value()) > LARGE) {
        throw new Unsuitable("large");
      }
      if (real.partials() != null) {
        partials[i] = real.partials();
        scales[i] = real.scales();
      }
    }
    return new Block(partials, scales);
  }

  private static void collect(Object value, List<Real> reals) {
    if (value instanceof Real real) {
      reals.add(real);
    } else if (value instanceof Object[] array) {
      for (Object element : array) {
        collect(element, reals);
      }
    }
  }
}
