package io.cotangent.processor.pass;

import io.cotangent.processor.ir.Function;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Cuts functions that would become long methods. HotSpot does not compile methods of more than 8000
 * bytes of bytecode, and javac refuses more than 65535. In: functions ready to be written. Out: the
 * same, none longer than the settings say.
 */
public final class Split {
  /** Estimates are wrong by up to a fifth. */
  private static final double SAFE = 0.8;

  /** The size of pieces when they are cut out; they grow by what travels between them. */
  private static final double PIECE = 0.6;

  /** What argument checks and the like add for each parameter of a member users call. */
  private static final int PER_PARAMETER = 25;

  private Split() {}

  /**
   * The functions, the cut ones followed by their pieces.
   *
   * @param methodSize the bytes a method may have
   */
  public static Map<String, Function> run(Map<String, Function> functions, int methodSize) {
    Map<String, Function> all = new LinkedHashMap<>();
    for (Function function : functions.values()) {
      int checks = Math.min(methodSize / 4, PER_PARAMETER * function.params().size());
      pieces(function, (int) (methodSize * SAFE) - checks, (int) (methodSize * PIECE))
          .forEach(f -> all.put(f.name(), f));
    }
    return all;
  }

  /** Pieces are cut smaller until all estimates are right. */
  private static List<Function> pieces(Function function, int limit, int largest) {
    List<Function> pieces = List.of(function);
    int piece = largest;
    while (piece > largest / 4 && pieces.stream().anyMatch(f -> CodeSize.of(f) > limit)) {
      pieces = new Splitter(function, Math.min(limit, piece), piece).run();
      piece = piece * 3 / 4;
    }
    return pieces;
  }
}
