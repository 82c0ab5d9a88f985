package io.cotangent.fuzz.generate;

import io.cotangent.fuzz.interpret.Oracle;
import io.cotangent.fuzz.interpret.Unsuitable;
import io.cotangent.fuzz.program.Kind;
import io.cotangent.fuzz.program.Method;
import io.cotangent.fuzz.program.Parameter;
import io.cotangent.fuzz.program.Program;
import io.cotangent.fuzz.program.Type;
import java.util.ArrayList;
import java.util.List;

/** Makes programs from seeds. */
public final class Generator {
  private static final int ATTEMPTS = 500;
  private static final int POINTS = 2;

  /** Of a hundred attempts: one large program takes as long as four others. */
  private static final int LARGE = 10;

  private Generator() {}

  /** A program that can be used at one point or more; always the same for a seed. */
  public static Sample generate(long seed) {
    Dice dice = new Dice(seed);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Program program = program(dice);
      List<Object[]> points = new ArrayList<>();
      for (int i = 0; i < POINTS; i++) {
        Object[] point = new Inputs(dice).draw(program);
        if (isSuitable(program, point)) {
          points.add(point);
        }
      }
      if (!points.isEmpty()) {
        return new Sample(seed, program, points);
      }
    }
    throw new IllegalStateException("nothing usable for seed " + seed);
  }

  private static boolean isSuitable(Program program, Object[] point) {
    try {
      Oracle.evaluate(program, point);
      return true;
    } catch (Unsuitable e) {
      return false;
    }
  }

  private static Program program(Dice dice) {
    boolean large = dice.percent(LARGE);
    boolean floats = dice.percent(25);
    Type result = result(dice, floats);
    List<Type> components = result.equals(Type.RECORD) ? components(dice, floats) : List.of();
    Plan plan =
        new Plan(
            dice,
            large,
            dice.between(2, 3),
            dice.between(1, 4),
            floats,
            components,
            new ArrayList<>());
    Methods methods = new Methods(plan);
    if (dice.percent(large ? 60 : 30)) {
      new Classes(plan, methods).add();
    }
    List<Method> helpers = new ArrayList<>();
    for (int i = large ? dice.weighted(45, 30, 25) : dice.weighted(60, 40); i > 0; i--) {
      helpers.add(methods.helper("helper" + i, helpers));
    }
    Method entry = methods.entry(result, helpers);
    return new Program(entry, wrt(dice, entry), plan.classes(), helpers, components);
  }

  private static Type result(Dice dice, boolean floats) {
    Kind real = floats && dice.percent(30) ? Kind.FLOAT : Kind.DOUBLE;
    return switch (dice.weighted(58, 14, 6, 10, 12)) {
      case 0 -> Type.of(real);
      case 1 -> new Type(real, 1);
      case 2 -> new Type(real, 2);
      case 3 -> Type.RECORD;
      default -> Type.VOID;
    };
  }

  private static List<Type> components(Dice dice, boolean floats) {
    List<Type> components = new ArrayList<>(List.of(Type.DOUBLE));
    for (int i = dice.below(3); i > 0; i--) {
      components.add(
          switch (dice.weighted(35, 30, 15, floats ? 20 : 0)) {
            case 0 -> Type.DOUBLE;
            case 1 -> new Type(Kind.DOUBLE, 1);
            case 2 -> Type.INT;
            default -> Type.FLOAT;
          });
    }
    return components;
  }

  private static List<String> wrt(Dice dice, Method entry) {
    List<String> names =
        entry.params().stream()
            .filter(p -> p.type().isDifferentiable())
            .map(Parameter::name)
            .toList();
    if (names.size() < 2 || entry.result().equals(Type.VOID) || dice.percent(85)) {
      return List.of();
    }
    return List.of(dice.pick(names));
  }
}
