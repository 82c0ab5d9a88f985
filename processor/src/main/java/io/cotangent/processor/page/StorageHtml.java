package io.cotangent.processor.page;

import io.cotangent.processor.model.StoragePlan;
import io.cotangent.processor.model.StoragePlan.Held;
import io.cotangent.processor.model.StoragePlan.Reversed;
import io.cotangent.processor.report.StorageText;
import java.util.List;

/** Storage plans as lists. */
final class StorageHtml {
  private final Sources sources;
  private final StringBuilder out;

  StorageHtml(Sources sources, StringBuilder out) {
    this.sources = sources;
    this.out = out;
  }

  void plans(List<StoragePlan> plans) {
    out.append("<div class=\"plans\">\n");
    for (StoragePlan plan : plans) {
      out.append("<div class=\"plan\"><h3>").append(Html.escape(plan.function()));
      amount(plan.bytes(), "outside of loops");
      out.append("</h3>\n");
      entries(plan.entries());
      out.append("</div>\n");
    }
    out.append("</div>\n");
  }

  private void entries(List<StoragePlan.Entry> entries) {
    out.append("<ul>\n");
    for (StoragePlan.Entry entry : entries) {
      out.append("<li>");
      if (entry instanceof Held held) {
        head(entry, held.what(), "w-" + held.way().name(), StorageText.way(held));
        out.append(Html.span("why", held.reason()));
      } else if (entry instanceof Reversed loop) {
        String what = loop.origin().statement();
        head(entry, what, "m-" + loop.manner().name(), loop.manner().text());
        amount(loop.bytes(), "an iteration");
        out.append(Html.span("why", StorageText.explain(loop.manner())));
        loop.reasons().forEach(reason -> out.append(Html.span("why not", reason)));
        entries(loop.entries());
      }
      out.append("</li>\n");
    }
    out.append("</ul>\n");
  }

  private void head(StoragePlan.Entry entry, String what, String kind, String text) {
    String key = sources.key(entry.origin());
    out.append("<code");
    if (!key.isEmpty()) {
      out.append(" data-k=\"").append(key).append("\" tabindex=\"0\" title=\"");
      out.append(Html.escape(sources.label(entry.origin()))).append('"');
    }
    out.append('>').append(Html.escape(what)).append("</code> ");
    out.append(Html.span("pill " + kind, text)).append(' ');
  }

  private void amount(int bytes, String each) {
    if (bytes > 0) {
      out.append(' ').append(Html.span("bytes", bytes + " bytes " + each)).append(' ');
    }
  }
}
