package io.cotangent.processor.page;

import io.cotangent.processor.model.Derived;
import io.cotangent.processor.model.StoragePlan;
import io.cotangent.processor.model.StoragePlan.Manner;
import io.cotangent.processor.model.StoragePlan.Reversed;
import io.cotangent.processor.pass.CodeSize;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The page that leads to the others. */
public final class IndexPage {
  private final Map<String, String> rows = new TreeMap<>();

  /** Adds a method. */
  public void add(Derived derived) {
    String file = MethodPage.fileName(derived.signature());
    StringBuilder row = new StringBuilder("<tr><th><a href=\"").append(Html.escape(file));
    row.append("\">").append(Html.escape(MethodPage.title(derived.signature())));
    row.append("</a></th><td class=\"text\">");
    manners(derived.storage())
        .forEach((manner, count) -> row.append(pill(manner, count)).append(' '));
    row.append("</td><td>").append(CodeSize.of(derived.function(Derived.VJP)));
    rows.put(file, row.append("</td></tr>\n").toString());
  }

  /** The page as it is now. */
  public String text() {
    return Template.page(
        "Differentiated methods",
        "<div class=\"wide\"><table>\n<thead><tr><th></th><th class=\"text\">loops of vjp</th>"
            + "<th>bytes of vjp, estimated</th></tr></thead>\n<tbody>\n"
            + String.join("", rows.values())
            + "</tbody></table></div>\n");
  }

  private static String pill(Manner manner, int count) {
    String text = (count > 1 ? count + " " : "") + manner.text();
    return Html.span("pill m-" + manner.name(), text);
  }

  private static Map<Manner, Integer> manners(List<StoragePlan> plans) {
    Map<Manner, Integer> counts = new EnumMap<>(Manner.class);
    for (StoragePlan plan : plans) {
      if (plan.function().equals(Derived.VJP) || plan.function().equals(StoragePlan.EVERYWHERE)) {
        count(plan.entries(), counts);
      }
    }
    return counts;
  }

  private static void count(List<StoragePlan.Entry> entries, Map<Manner, Integer> counts) {
    for (StoragePlan.Entry entry : entries) {
      if (entry instanceof Reversed loop) {
        counts.merge(loop.manner(), 1, Integer::sum);
        count(loop.entries(), counts);
      }
    }
  }
}
