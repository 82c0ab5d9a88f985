package io.cotangent.processor.model;

import io.cotangent.processor.ir.Origin;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;

/**
 * What the reverse sweep of a function needs of its forward sweep, how each of these values is had,
 * how each loop is reversed, and why: as the planners that decided said it.
 *
 * @param function the function with both sweeps, or the forward function of a pair
 * @param entries in the order of the program
 */
public record StoragePlan(String function, List<Entry> entries) {
  /** In place of a function: what was decided before there were any. */
  public static final String EVERYWHERE = "everywhere";

  /** The bytes of a reference, without what it refers to, on heaps of up to 32 GB. */
  private static final int REFERENCE = 4;

  public StoragePlan {
    entries = List.copyOf(entries);
  }

  /** One thing that was decided. */
  public sealed interface Entry {
    /** What the decision is about. */
    Origin origin();
  }

  /** How a value is had. */
  public enum Way {
    AVAILABLE("still there"),
    AGAIN("computed again"),
    RESULT("kept in a local variable"),
    STATE("kept in each state"),
    TAPE("tape"),
    CALLEE("tape of the call"),
    BORROWED("array borrowed from the tape"),
    MADE("array made in each call");

    private final String text;

    Way(String text) {
      this.text = text;
    }

    /** What the way is called. */
    public String text() {
      return text;
    }
  }

  /** How a loop is reversed. */
  public enum Manner {
    FUSED("fused"),
    BACKWARDS("backwards"),
    INDEPENDENT("independent iterations"),
    CHECKPOINTED("checkpointed"),
    RECORDED("recorded"),
    UNROLLED("unrolled");

    private final String text;

    Manner(String text) {
      this.text = text;
    }

    /** What the manner is called. */
    public String text() {
      return text;
    }
  }

  /**
   * A value the reverse sweep needs.
   *
   * @param what its name, or the expression it comes from
   * @param origin where it was computed
   */
  public record Held(String what, Type type, Origin origin, Way way, String reason)
      implements Entry {
    /** The bytes it takes on the tape each time. */
    public int bytes() {
      return way == Way.TAPE ? size(type) : 0;
    }
  }

  /**
   * A loop.
   *
   * @param reasons why in this manner and in no better one
   * @param entries what its body is about
   */
  public record Reversed(Origin origin, Manner manner, List<String> reasons, List<Entry> entries)
      implements Entry {
    public Reversed {
      reasons = List.copyOf(reasons);
      entries = List.copyOf(entries);
    }

    /** The bytes an iteration leaves on the tape, without those of inner loops and calls. */
    public int bytes() {
      return StoragePlan.bytes(entries);
    }
  }

  /** The same with more behind it. */
  public StoragePlan with(List<Entry> more) {
    List<Entry> all = new ArrayList<>(entries);
    all.addAll(more);
    return new StoragePlan(function, all);
  }

  /** The bytes the function leaves on the tape outside its loops. */
  public int bytes() {
    return bytes(entries);
  }

  private static int bytes(List<Entry> entries) {
    return entries.stream().mapToInt(e -> e instanceof Held held ? held.bytes() : 0).sum();
  }

  private static int size(Type type) {
    if (!(type instanceof Primitive primitive)) {
      return REFERENCE;
    }
    return switch (primitive) {
      // The stack of doubles takes floats, too.
      case DOUBLE, FLOAT, LONG -> Long.BYTES;
      case BOOLEAN, BYTE, SHORT, CHAR, INT -> Integer.BYTES;
    };
  }
}
