package io.cotangent.fuzz.interpret;

import io.cotangent.fuzz.program.BinaryOp;
import io.cotangent.fuzz.program.LibraryMethod;
import io.cotangent.fuzz.program.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What methods of collections do, by those of the JDK. */
record CollectionRules(Objects functions) {
  Object call(LibraryMethod method, List<Object> args) {
    return switch (method) {
      case NEW_LIST -> new ArrayList<Object>();
      case NEW_DEQUE -> new ArrayDeque<Object>();
      case NEW_MAP -> new HashMap<Integer, Object>();
      default -> changed(method, args);
    };
  }

  private Object changed(LibraryMethod method, List<Object> args) {
    Object first = args.get(0);
    if (first instanceof Map<?, ?>) {
      return ofMap(method, Cast.<Map<Integer, Object>>to(first), args);
    }
    return first instanceof List<?>
        ? ofList(method, Cast.<List<Object>>to(first), args)
        : ofDeque(method, Cast.<ArrayDeque<Object>>to(first), args);
  }

  /** Casts that are right because the program has compiled. */
  private static final class Cast {
    @SuppressWarnings("unchecked")
    static <T> T to(Object value) {
      return (T) value;
    }
  }

  private static int modulo(Object index, int size) {
    if (size == 0) {
      throw new Unsuitable("empty");
    }
    return Math.floorMod((Integer) index, size);
  }

  private static Object real(Object value) {
    return Conversions.convert(value, Type.DOUBLE);
  }

  private Object ofList(LibraryMethod method, List<Object> list, List<Object> args) {
    int size = list.size();
    return switch (method) {
      case ADD -> list.add(real(args.get(1)));
      case INSERT -> {
        list.add(modulo(args.get(1), size + 1), real(args.get(2)));
        yield null;
      }
      case GET -> list.get(modulo(args.get(1), size));
      case SET -> list.set(modulo(args.get(1), size), real(args.get(2)));
      case REMOVE -> list.remove(modulo(args.get(1), size));
      case REPLACE_ALL -> {
        list.replaceAll(x -> functions.apply(args.get(1), List.of(x)));
        yield null;
      }
      case FOLD -> fold(list, args.get(1));
      case SIZE -> size;
      default -> throw new IllegalArgumentException(method.toString());
    };
  }

  private static Object ofDeque(LibraryMethod method, ArrayDeque<Object> deque, List<Object> args) {
    boolean takes =
        method == LibraryMethod.POLL_FIRST
            || method == LibraryMethod.POLL_LAST
            || method == LibraryMethod.PEEK_LAST;
    if (takes && deque.isEmpty()) {
      throw new Unsuitable("empty");
    }
    return switch (method) {
      case ADD_FIRST -> {
        deque.push(real(args.get(1)));
        yield null;
      }
      case ADD_LAST -> {
        deque.addLast(real(args.get(1)));
        yield null;
      }
      case POLL_FIRST -> deque.pop();
      case POLL_LAST -> deque.removeLast();
      case PEEK_LAST -> deque.getLast();
      case SIZE -> deque.size();
      default -> throw new IllegalArgumentException(method.toString());
    };
  }

  private static Object ofMap(LibraryMethod method, Map<Integer, Object> map, List<Object> args) {
    return switch (method) {
      case PUT -> map.put((Integer) args.get(1) % 3, real(args.get(2)));
      case MERGE -> map.merge((Integer) args.get(1) % 3, real(args.get(2)), CollectionRules::sum);
      case GET_OR -> map.getOrDefault((Integer) args.get(1) % 3, real(args.get(2)));
      case FOLD_VALUES -> fold(map.values(), args.get(1));
      case SIZE -> map.size();
      default -> throw new IllegalArgumentException(method.toString());
    };
  }

  private static Object sum(Object a, Object b) {
    return Arithmetic.apply(BinaryOp.ADD, a, Type.DOUBLE, b, Type.DOUBLE);
  }

  private static Object fold(Iterable<Object> elements, Object start) {
    Object result = real(start);
    for (Object element : elements) {
      Object half = Real.constant(0.5);
      result = sum(Arithmetic.apply(BinaryOp.MUL, half, Type.DOUBLE, result, Type.DOUBLE), element);
    }
    return result;
  }
}
