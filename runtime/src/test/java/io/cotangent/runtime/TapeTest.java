package io.cotangent.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.ref.WeakReference;
import org.junit.jupiter.api.Test;

/** The stacks, marks and recordings of one tape. */
final class TapeTest {
  private static final int MANY = 100_000;

  private final Tape tape = new Tape();

  @Test
  void givesBackTheSameBits() {
    double[] doubles = {0.0, -0.0, Double.MIN_VALUE, Double.NEGATIVE_INFINITY, Double.NaN, 0.1};
    for (double value : doubles) {
      tape.pushDouble(value);
      assertEquals(Double.doubleToRawLongBits(value), Double.doubleToRawLongBits(tape.popDouble()));
    }
    float[] floats = {-0f, Float.MIN_VALUE, Float.MAX_VALUE, Float.NaN, 0.1f};
    for (float value : floats) {
      tape.pushFloat(value);
      assertEquals(Float.floatToRawIntBits(value), Float.floatToRawIntBits(tape.popFloat()));
    }
  }

  @Test
  void givesBackTheLastFirstWhileItGrows() {
    for (int i = 0; i < MANY; i++) {
      tape.pushDouble(i + 0.5);
      tape.pushLong(Long.MAX_VALUE - i);
      tape.pushInt(-i);
      tape.pushBoolean(i % 3 == 0);
      tape.pushRef(i % 2 == 0 ? Integer.valueOf(i) : null);
    }
    for (int i = MANY - 1; i >= 0; i--) {
      Integer ref = tape.popRef();
      assertEquals(i % 2 == 0 ? Integer.valueOf(i) : null, ref);
      assertEquals(i % 3 == 0, tape.popBoolean());
      assertEquals(-i, tape.popInt());
      assertEquals(Long.MAX_VALUE - i, tape.popLong());
      assertEquals(i + 0.5, tape.popDouble());
    }
  }

  @Test
  void refusesToGiveWhatWasNotPushed() {
    assertThrows(ArrayIndexOutOfBoundsException.class, tape::popDouble);
    assertThrows(ArrayIndexOutOfBoundsException.class, () -> new Tape().popRef());
  }

  @Test
  void leavesWhatWasThereBefore() {
    pushOneOfEach(1);
    tape.enter();
    pushOneOfEach(2);
    tape.enter();
    pushOneOfEach(3);
    tape.exit();
    popOneOfEach(2);
    pushOneOfEach(4);
    tape.exit();
    popOneOfEach(1);
  }

  @Test
  void nestsDeeply() {
    for (int i = 0; i < 1_000; i++) {
      tape.pushInt(i);
      tape.enter();
    }
    for (int i = 999; i >= 0; i--) {
      tape.pushInt(-1);
      tape.exit();
      assertEquals(i, tape.popInt());
    }
  }

  /** Also where more was taken back than the exception left, as in a reverse sweep. */
  @Test
  void isCleanAfterAnException() {
    pushOneOfEach(1);
    for (int popped = 0; popped < 3; popped++) {
      int before = popped;
      assertThrows(IllegalStateException.class, () -> fail(before));
    }
    popOneOfEach(1);
  }

  private void fail(int popped) {
    tape.enter();
    try {
      pushOneOfEach(7);
      pushOneOfEach(8);
      for (int i = 0; i < popped; i++) {
        tape.popDouble();
        tape.popRef();
      }
      throw new IllegalStateException();
    } finally {
      tape.exit();
    }
  }

  @Test
  void keepsNoReferenceAfterExit() {
    tape.pushRef("below");
    tape.enter();
    tape.pushRef(null);
    WeakReference<Object> kept = pushed();
    WeakReference<Object> popped = pushed();
    tape.popRef();
    tape.exit();
    assertForgotten(kept);
    assertForgotten(popped);
    assertEquals("below", tape.<String>popRef());
  }

  @Test
  void keepsNoReferenceAfterClose() {
    WeakReference<Object> here = pushed();
    WeakReference<Object> there = new WeakReference<>(new Object());
    tape.scratch().pushRef(there.get());
    tape.close();
    assertForgotten(here);
    assertForgotten(there);
  }

  private WeakReference<Object> pushed() {
    Object value = new Object();
    tape.pushRef(value);
    return new WeakReference<>(value);
  }

  private static void assertForgotten(WeakReference<Object> reference) {
    for (int i = 0; i < 100 && reference.get() != null; i++) {
      System.gc();
    }
    assertNull(reference.get());
  }

  @Test
  void playsARecordingAgain() {
    pushOneOfEach(1);
    pushOneOfEach(2);
    tape.seal();
    for (int i = 0; i < 3; i++) {
      tape.rewind();
      popOneOfEach(2);
      popOneOfEach(1);
    }
    tape.rewind();
    popOneOfEach(2);
    tape.rewind();
    popOneOfEach(2);
  }

  @Test
  void hasOneScratchThatIsAnother() {
    Tape scratch = tape.scratch();
    assertSame(scratch, tape.scratch());
    assertNotSame(tape, scratch);
    scratch.pushDouble(5);
    tape.pushDouble(6);
    assertEquals(6, tape.popDouble());
    assertEquals(5, scratch.popDouble());
  }

  /** What an interrupted reverse sweep left there must not be found by the next. */
  @Test
  void emptiesTheScratchAtTheOutermostExitAndOnRewind() {
    tape.enter();
    tape.enter();
    tape.scratch().pushDouble(1);
    tape.exit();
    assertEquals(1, tape.scratch().popDouble());
    tape.scratch().pushDouble(2);
    tape.exit();
    assertThrows(ArrayIndexOutOfBoundsException.class, () -> tape.scratch().popDouble());
    tape.seal();
    tape.scratch().pushDouble(3);
    tape.rewind();
    assertThrows(ArrayIndexOutOfBoundsException.class, () -> tape.scratch().popDouble());
  }

  @Test
  void canBeUsedAgainAfterClose() {
    tape.enter();
    pushOneOfEach(1);
    tape.seal();
    tape.close();
    tape.close();
    tape.rewind();
    assertThrows(ArrayIndexOutOfBoundsException.class, tape::popDouble);
    pushOneOfEach(2);
    popOneOfEach(2);
  }

  @Test
  void closeForgetsMarks() {
    tape.enter();
    tape.close();
    assertThrows(ArrayIndexOutOfBoundsException.class, tape::exit);
  }

  @Test
  void closesWhatItOwnsWithWhatWasPushed() {
    StringBuilder closed = new StringBuilder();
    tape.own(() -> closed.append("outer "));
    tape.enter();
    tape.own(() -> closed.append("first "));
    tape.own(() -> closed.append("second "));
    tape.exit();
    assertEquals("second first ", closed.toString());
    tape.rewind();
    assertEquals("second first ", closed.toString());
    tape.close();
    tape.close();
    assertEquals("second first outer ", closed.toString());
  }

  @Test
  void allocatesNothingInTheSteadyState() {
    Allocation.assertNone(
        () -> {
          tape.enter();
          for (int i = 0; i < 1_000; i++) {
            tape.pushDouble(i);
            tape.pushLong(i);
            tape.pushBoolean(true);
            tape.pushRef(tape);
            tape.scratch().pushDouble(i);
          }
          tape.exit();
        });
  }

  private void pushOneOfEach(int value) {
    tape.pushDouble(value);
    tape.pushFloat(value);
    tape.pushLong(value);
    tape.pushInt(value);
    tape.pushRef("ref " + value);
  }

  private void popOneOfEach(int value) {
    assertEquals("ref " + value, tape.<String>popRef());
    assertEquals(value, tape.popInt());
    assertEquals(value, tape.popLong());
    assertEquals(value, tape.popFloat());
    assertEquals(value, tape.popDouble());
  }
}
