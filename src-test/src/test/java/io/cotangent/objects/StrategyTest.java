package io.cotangent.objects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cotangent.objects.StrategyPrograms.Act;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Objects that arrive as parameters: their class is asked for when the method runs. */
final class StrategyTest {

  static Act[] acts() {
    return new Act[] {
      new StrategyPrograms.Scale(3),
      new StrategyPrograms.Cubic(2),
      StrategyPrograms.hidden(),
      StrategyPrograms.Listed.SQUARE,
      StrategyPrograms.Listed.LINE
    };
  }

  @ParameterizedTest
  @MethodSource("acts")
  void everyClassOfTheCompilation(Act act) {
    double x = 0.7;
    double h = 1e-6;
    var gradient = StrategyProgramsAdjoint.Applied.gradient(x, act);
    double above = StrategyPrograms.applied(x + h, act);
    double below = StrategyPrograms.applied(x - h, act);
    assertEquals(StrategyPrograms.applied(x, act), gradient.value());
    assertEquals((above - below) / (2 * h), gradient.x(), 1e-6 * (1 + Math.abs(gradient.x())));
  }

  @Test
  void aForeignClassIsNamed() {
    Act foreign = x -> x;
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> StrategyProgramsAdjoint.Applied.gradient(1, foreign));
    String expected = "the derivative of twice is not known for " + foreign.getClass().getName();
    assertEquals(expected, refused.getMessage());
  }

  @Test
  void nullIsRefusedAsJavaDoes() {
    assertThrows(
        NullPointerException.class, () -> StrategyProgramsAdjoint.Applied.gradient(1, null));
  }
}
