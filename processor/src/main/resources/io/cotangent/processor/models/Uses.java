package io.cotangent.models;

import java.util.*;
import java.util.function.*;

/** A stream is used once, and the list it comes from has to stay as it was until the end. */
final class Use {
  private final IntSupplier changes;
  private final int before;
  private boolean used;

  Use() {
    this(() -> 0, 0);
  }

  Use(IntSupplier changes) {
    this(changes, changes.getAsInt());
  }

  private Use(IntSupplier changes, int before) {
    this.changes = changes;
    this.before = before;
  }

  private void take() {
    if (used) {
      throw new IllegalStateException("stream has already been operated upon or closed");
    }
    used = true;
  }

  /** The use of the stream that is made of this one. */
  Use next() {
    take();
    return new Use(changes, before);
  }

  /** The use of the stream that this one and another are made into. */
  Use with(Use other) {
    take();
    other.take();
    IntSupplier own = changes;
    IntSupplier others = other.changes;
    return new Use(() -> own.getAsInt() + others.getAsInt(), before + other.before);
  }

  /** Before the items are asked for. */
  void begin() {
    take();
    end();
  }

  /** Behind the last item. */
  void end() {
    if (changes.getAsInt() != before) {
      throw new ConcurrentModificationException();
    }
  }

  void close() {
    used = true;
  }
}
