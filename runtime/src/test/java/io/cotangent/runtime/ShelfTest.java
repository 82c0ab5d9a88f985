package io.cotangent.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Arrays at their places. */
final class ShelfTest {
  private final Shelf shelf = new Shelf();

  @Test
  void anArrayStaysAtItsPlace() {
    double[] array = shelf.unset(3, 5);
    array[2] = 7;
    assertSame(array, shelf.at(3));
    assertSame(array, shelf.unset(3, 5));
    assertEquals(7, shelf.at(3)[2]);
  }

  @Test
  void zerosAreZerosAgain() {
    shelf.zeros(0, 2)[1] = 7;
    assertArrayEquals(new double[2], shelf.zeros(0, 2));
  }

  @Test
  void placesDoNotShareArrays() {
    Set<double[]> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (int round = 0; round < 3; round++) {
      seen.clear();
      for (int place = 0; place < 50; place++) {
        seen.add(shelf.unset(place, (place + round) % 4));
      }
      for (int place = 0; place < 50; place++) {
        assertEquals((place + round) % 4, shelf.at(place).length);
      }
      assertEquals(50, seen.size());
    }
  }

  @Test
  void lengthsThatComeAgainAreNotMadeAgain() {
    Set<double[]> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (int round = 0; round < 5; round++) {
      for (int length = 0; length < 20; length++) {
        seen.add(shelf.unset(0, length));
      }
    }
    assertEquals(20, seen.size());
  }

  @Test
  void aNegativeLengthIsRefusedAsByJava() {
    double[] array = shelf.unset(0, 1);
    assertThrows(NegativeArraySizeException.class, () -> shelf.unset(0, -1));
    assertSame(array, shelf.unset(0, 1));
  }

  @Test
  void aTapeLendsItAgainWhenItHasComeBack() {
    Tape tape = new Tape();
    tape.enter();
    Shelf first = tape.shelf();
    assertNotSame(first, tape.shelf());
    tape.exit();
    tape.enter();
    assertSame(first, tape.shelf());
    tape.exit();
  }
}
