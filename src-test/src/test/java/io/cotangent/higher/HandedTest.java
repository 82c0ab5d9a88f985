package io.cotangent.higher;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cotangent.higher.HandedProgramsAdjoint.Copied;
import io.cotangent.higher.HandedProgramsAdjoint.CopiedStored;
import io.cotangent.higher.HandedProgramsAdjoint.Made;
import io.cotangent.higher.HandedProgramsAdjoint.MadeStored;
import io.cotangent.higher.HandedProgramsAdjoint.Rotated;
import io.cotangent.higher.HandedProgramsAdjoint.RotatedStored;
import io.cotangent.higher.HandedProgramsAdjoint.Swapped;
import io.cotangent.higher.HandedProgramsAdjoint.SwappedStored;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Arrays that checkpointed loops hand on: the same bits as without, of every member. */
final class HandedTest {
  private static final double RATE = 0.2;
  private static final double[] DIRECTION = {1, -2, 3, 0.5};

  private static double[] start() {
    return new double[] {0.3, 1.2, -0.5, 0.7};
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 7, 50})
  void twoThatChangePlaces(int steps) {
    var expected = SwappedStored.gradient(start(), RATE, steps);
    assertSame(expected.value(), expected.start(), expected.rate(), swapped(start(), steps));
    var direction = SwappedStored.hvp(start(), RATE, steps, DIRECTION, 2);
    var hvp = Swapped.hvp(start(), RATE, steps, DIRECTION, 2);
    assertSame(direction.tangent(), direction.start(), direction.rate(), numbers(hvp));
    try (var pullback = Swapped.pullback(start(), RATE, steps)) {
      pullback.apply(3);
      assertArrayEquals(expected.start(), pullback.apply(1).start());
    }
  }

  private static Numbers swapped(double[] start, int steps) {
    var gradient = Swapped.gradient(start, RATE, steps);
    return new Numbers(gradient.value(), gradient.start(), gradient.rate());
  }

  private static Numbers numbers(Swapped.Hvp hvp) {
    return new Numbers(hvp.tangent(), hvp.start(), hvp.rate());
  }

  private record Numbers(double first, double[] start, double rate) {}

  private static void assertSame(double first, double[] start, double rate, Numbers actual) {
    assertEquals(first, actual.first());
    assertArrayEquals(start, actual.start());
    assertEquals(rate, actual.rate());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 7, 50})
  void oneMadeInEachIteration(int steps) {
    var expected = MadeStored.gradient(start(), RATE, steps);
    double[] mine = start();
    var made = Made.gradient(mine, RATE, steps);
    assertArrayEquals(start(), mine, "the caller's array");
    Numbers numbers = new Numbers(made.value(), made.start(), made.rate());
    assertSame(expected.value(), expected.start(), expected.rate(), numbers);
    double tangent = MadeStored.jvp(start(), RATE, steps, DIRECTION, 2).tangent();
    assertEquals(tangent, Made.jvp(start(), RATE, steps, DIRECTION, 2).tangent());
    try (var pullback = Made.pullback(mine, RATE, steps)) {
      mine[0] = 9;
      assertArrayEquals(expected.start(), pullback.apply(1).start());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 7, 50})
  void threeGoRound(int steps) {
    var expected = RotatedStored.gradient(start(), RATE, steps);
    var actual = Rotated.gradient(start(), RATE, steps);
    Numbers numbers = new Numbers(actual.value(), actual.start(), actual.rate());
    assertSame(expected.value(), expected.start(), expected.rate(), numbers);
    var hessian = Rotated.hessian(start(), RATE, steps);
    assertArrayEquals(RotatedStored.hessian(start(), RATE, steps), hessian);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 7, 50})
  void elementsCopiedByTheLibrary(int steps) {
    var expected = CopiedStored.gradient(start(), RATE, steps);
    var actual = Copied.gradient(start(), RATE, steps);
    Numbers numbers = new Numbers(actual.value(), actual.start(), actual.rate());
    assertSame(expected.value(), expected.start(), expected.rate(), numbers);
    double[] far = {1e4, 1, 1, 1};
    if (steps > 0) {
      var thrown = assertThrows(ArithmeticException.class, () -> Copied.gradient(far, RATE, steps));
      assertEquals("too large in step 0", thrown.getMessage());
    }
  }
}
