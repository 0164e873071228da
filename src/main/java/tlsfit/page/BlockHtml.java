package tlsfit.page;

import java.util.List;
import java.util.Locale;
import tlsfit.report.Block;
import tlsfit.report.Cell;

/** The blocks of a report as HTML. */
final class BlockHtml {
  private BlockHtml() {}

  static void add(Html html, List<Block> blocks) {
    boolean list = false;
    for (Block block : blocks) {
      boolean item = block instanceof Block.Item;
      if (item && !list) {
        html.open("ul");
      } else if (!item && list) {
        html.close();
      }
      list = item;
      block(html, block);
      html.line();
    }
    if (list) {
      html.close();
    }
  }

  private static void block(Html html, Block block) {
    if (block instanceof Block.Verdict verdict) {
      String kind = verdict.status().name().toLowerCase(Locale.ROOT).replace('_', '-');
      html.open("p", "class", "verdict");
      html.element("span", verdict.status().words(), "class", "badge " + kind);
      html.text(" " + verdict.text()).close();
    } else if (block instanceof Block.Headline headline) {
      html.open("p", "class", "headline").element("strong", headline.text());
      html.element("span", headline.remark(), "class", "remark").close();
    } else if (block instanceof Block.Heading heading) {
      html.element("h" + Math.min(6, heading.level() + 1), heading.text());
    } else if (block instanceof Block.Paragraph paragraph) {
      html.element("p", paragraph.text());
    } else if (block instanceof Block.Item item) {
      html.element("li", item.text());
    } else if (block instanceof Block.Note note) {
      html.element("p", note.text(), "class", "note");
    } else if (block instanceof Block.Verbatim verbatim) {
      html.element("pre", verbatim.text(), "class", "drawn", "tabindex", "0");
    } else if (block instanceof Block.Table table) {
      table(html, table);
    } else if (block instanceof Block.Findings findings) {
      findings.lines().forEach(line -> finding(html, line));
    } else if (block instanceof Block.Bars bars) {
      bars(html, bars);
    }
    // figures stand where the page has them
  }

  private static void table(Html html, Block.Table table) {
    html.open("div", "class", "wide", "tabindex", "0").open("table");
    if (table.headed()) {
      html.open("thead").open("tr");
      for (Block.Column column : table.columns()) {
        String head = String.join(" ", column.heads()).strip();
        html.element("th", head, "scope", "col", "class", column.right() ? "number" : "words");
      }
      html.close().close();
    }
    html.open("tbody");
    for (List<Cell> row : table.rows()) {
      html.open("tr");
      for (int k = 0; k < row.size(); k++) {
        boolean right = table.columns().get(k).right();
        html.element("td", row.get(k).text(), "class", right ? "number" : "words");
      }
      html.close();
    }
    html.close().close().close();
  }

  private static void finding(Html html, Block.FindingLine line) {
    html.open("p", "class", "finding " + line.mark().name().toLowerCase(Locale.ROOT));
    html.element("span", line.mark().word(), "class", "mark");
    html.text(" " + (line.code().isEmpty() ? "" : line.code() + ": ") + line.text()).close();
  }

  private static void bars(Html html, Block.Bars bars) {
    html.open("div", "class", "wide").open("table", "class", "bars").open("tbody");
    double largest = bars.largest();
    for (Block.Bar bar : bars.bars()) {
      double width = largest > 0 ? 100 * bar.size() / largest : 0;
      html.open("tr").element("th", bar.label(), "scope", "row");
      html.element("td", bar.value(), "class", "number");
      html.element("td", bar.share(), "class", "number");
      html.open("td", "class", "bar");
      html.open("span", "style", String.format(Locale.ROOT, "width:%.1f%%", width));
      html.close().close().close();
    }
    html.close().close().close();
  }
}
