package io.cotangent.processor.source;

import io.cotangent.processor.ir.Unit;
import java.util.Map;

/**
 * A lowered method.
 *
 * @param unit the method and what it calls, but for generated members
 * @param generated the generated members it calls, by the name of the function they are called as
 */
public record Lowered(Unit unit, Map<String, GeneratedMember> generated) {
  public Lowered {
    generated = Map.copyOf(generated);
  }
}
