package io.cotangent.runtime;

import java.lang.reflect.Array;
import java.util.IdentityHashMap;

/**
 * Which arrays below an array are one object, and whether buffers are one object in the same
 * places. An array of no elements holds nothing that could be shared and never counts.
 *
 * <p>One instance a thread, so that asking allocates nothing in the steady state: the maps keep
 * their tables, and are empty between questions.
 */
final class Sharing {
  /** Maps that were larger are not kept: emptying them costs their size. */
  private static final int KEPT = 1 << 14;

  private static final ThreadLocal<Sharing> OF_THREAD = ThreadLocal.withInitial(Sharing::new);

  /** A value of {@link #bufferOf} no buffer is equal to. */
  private static final Object SEVERAL = new Object();

  private final IdentityHashMap<Object, Object> bufferOf = new IdentityHashMap<>();
  private final IdentityHashMap<Object, Object> arrayOf = new IdentityHashMap<>();

  private Sharing() {}

  /** Whether two arrays share one, at any depth. */
  static boolean any(@Nullable Object a, @Nullable Object b) {
    if (a == null || b == null) {
      return false;
    }
    if (!(a instanceof Object[]) && !(b instanceof Object[])) {
      return a == b && !isEmpty(a);
    }
    Sharing sharing = OF_THREAD.get();
    try {
      sharing.addOnce(a);
      return sharing.hasOneOf(b);
    } finally {
      sharing.forget();
    }
  }

  /** Whether an array holds one array in two places, at any depth. */
  static boolean within(@Nullable Object array) {
    if (!(array instanceof Object[])) {
      return false;
    }
    Sharing sharing = OF_THREAD.get();
    try {
      return !sharing.addOnce(array);
    } finally {
      sharing.forget();
    }
  }

  /** Whether buffers are one object exactly where the arrays are; they have the arrays' shapes. */
  static boolean isSame(Object a, Object aBar, Object b, Object bBar) {
    if (!(a instanceof Object[]) && !(b instanceof Object[])) {
      return (a == b) == (aBar == bBar) || isEmpty(a) || isEmpty(b);
    }
    Sharing sharing = OF_THREAD.get();
    try {
      sharing.pair(a, aBar);
      return sharing.isPaired(b, bBar);
    } finally {
      sharing.forget();
    }
  }

  /** Adds an array and those below it; whether none was met before. Goes on after one was. */
  private boolean addOnce(Object array) {
    if (isEmpty(array)) {
      return true;
    }
    boolean isNew = bufferOf.put(array, array) == null;
    if (array instanceof Object[] rows) {
      for (Object row : rows) {
        isNew &= row == null || addOnce(row);
      }
    }
    return isNew;
  }

  private boolean hasOneOf(Object array) {
    if (isEmpty(array)) {
      return false;
    }
    if (bufferOf.containsKey(array)) {
      return true;
    }
    if (array instanceof Object[] rows) {
      for (Object row : rows) {
        if (row != null && hasOneOf(row)) {
          return true;
        }
      }
    }
    return false;
  }

  private void pair(Object array, Object buffer) {
    if (isEmpty(array)) {
      return;
    }
    put(bufferOf, array, buffer);
    put(arrayOf, buffer, array);
    if (array instanceof Object[] rows) {
      for (int i = 0; i < rows.length; i++) {
        if (rows[i] != null) {
          pair(rows[i], ((Object[]) buffer)[i]);
        }
      }
    }
  }

  private static void put(IdentityHashMap<Object, Object> map, Object key, Object value) {
    Object before = map.put(key, value);
    if (before != null && before != value) {
      map.put(key, SEVERAL);
    }
  }

  private boolean isPaired(Object array, Object buffer) {
    if (isEmpty(array)) {
      return true;
    }
    if (!isOrMissing(bufferOf, array, buffer) || !isOrMissing(arrayOf, buffer, array)) {
      return false;
    }
    if (array instanceof Object[] rows) {
      for (int i = 0; i < rows.length; i++) {
        if (rows[i] != null && !isPaired(rows[i], ((Object[]) buffer)[i])) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isOrMissing(
      IdentityHashMap<Object, Object> map, Object key, Object expected) {
    Object value = map.get(key);
    return value == null || value == expected;
  }

  /** Anything that is not an array, a string in an array of them say, holds nothing either. */
  private static boolean isEmpty(Object array) {
    if (array instanceof double[] doubles) {
      return doubles.length == 0;
    }
    if (array instanceof Object[] rows) {
      return rows.length == 0;
    }
    return !array.getClass().isArray() || Array.getLength(array) == 0;
  }

  private void forget() {
    if (bufferOf.size() > KEPT) {
      OF_THREAD.remove();
    } else if (!bufferOf.isEmpty()) {
      bufferOf.clear();
      arrayOf.clear();
    }
  }
}
