package io.cotangent.processor.pass;

import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Builds the For that a counted While becomes. */
final class Counting {
  private final CountedLoop counted;
  private final boolean keepsCounter;
  private final Map<Integer, Value> results = new LinkedHashMap<>();

  /**
   * A For of its own results.
   *
   * @param keepsCounter whether the counter is also carried, for its value after the loop
   */
  Counting(CountedLoop counted, boolean keepsCounter) {
    this.counted = counted;
    this.keepsCounter = keepsCounter;
    for (int slot : counted.changing()) {
      results.put(slot, counted.loop().before().params().get(slot).copy());
    }
    if (keepsCounter) {
      results.put(counted.slot(), counted.counter().copy());
    }
  }

  Op.For loop() {
    Op.While loop = counted.loop();
    Region old = counted.body();
    List<Value> params = new ArrayList<>(List.of(counted.counter()));
    List<Value> inits = new ArrayList<>();
    List<Value> yields = new ArrayList<>();
    for (int slot : results.keySet()) {
      Value param = loop.before().params().get(slot);
      params.add(slot == counted.slot() ? param.copy() : param);
      inits.add(loop.inits().get(slot));
      yields.add(old.yields().get(slot));
    }
    return new Op.For(
        List.copyOf(results.values()),
        loop.inits().get(counted.slot()),
        counted.bound().value(),
        counted.step(),
        counted.bound().inclusive(),
        inits,
        new Region(params, old.ops(), yields),
        loop.origin());
  }

  /** What takes the place of a result of the While. */
  Value resultOf(int index) {
    Value result = results.get(counted.carried().sources().get(index));
    return result != null ? result : counted.handedOn(index);
  }
}
