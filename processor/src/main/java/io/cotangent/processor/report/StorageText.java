package io.cotangent.processor.report;

import io.cotangent.processor.model.Place;
import io.cotangent.processor.model.StoragePlan;
import io.cotangent.processor.model.StoragePlan.Held;
import io.cotangent.processor.model.StoragePlan.Manner;
import io.cotangent.processor.model.StoragePlan.Reversed;
import java.util.List;

/** Storage plans in plain text. */
public final class StorageText {
  private final Place.Finder places;
  private final StringBuilder out = new StringBuilder();

  private StorageText(Place.Finder places) {
    this.places = places;
  }

  /** The plans of one method, a line for each thing that was decided. */
  public static String of(List<StoragePlan> plans, Place.Finder places) {
    StorageText text = new StorageText(places);
    for (StoragePlan plan : plans) {
      text.line(0, plan.function() + amount(plan.bytes(), "outside of loops"));
      text.entries(plan.entries(), 1);
    }
    return text.out.toString();
  }

  private void entries(List<StoragePlan.Entry> entries, int depth) {
    for (StoragePlan.Entry entry : entries) {
      if (entry instanceof Held held) {
        line(depth, held.what() + line(entry) + ": " + way(held) + " (" + held.reason() + ")");
      } else if (entry instanceof Reversed loop) {
        String head = loop.origin().statement() + line(entry) + ": " + loop.manner().text();
        line(depth, head + amount(loop.bytes(), "an iteration"));
        loop.reasons().forEach(reason -> line(depth + 2, reason));
        entries(loop.entries(), depth + 1);
      }
    }
  }

  /** How a value is had, with the bytes it takes. */
  public static String way(Held held) {
    return held.way().text() + (held.bytes() > 0 ? ", " + held.bytes() + " bytes" : "");
  }

  private static String amount(int bytes, String each) {
    return bytes > 0 ? ", " + bytes + " bytes " + each : "";
  }

  private String line(StoragePlan.Entry entry) {
    return places.of(entry.origin().site()).map(place -> " [" + place.line() + "]").orElse("");
  }

  private void line(int depth, String text) {
    out.append("  ".repeat(depth)).append(text).append('\n');
  }

  /** What reversing a loop in a manner means. */
  public static String explain(Manner manner) {
    return switch (manner) {
      case FUSED -> "each iteration is reversed where it has run";
      case BACKWARDS -> "a second loop goes backwards and needs nothing of the tape";
      case INDEPENDENT -> "the second loop runs the body again and reverses it at once";
      case CHECKPOINTED -> "iterations are run again from states that were kept";
      case RECORDED -> "a second loop goes backwards and takes from the tape what it needs";
      case UNROLLED -> "it is no loop any more";
    };
  }
}
