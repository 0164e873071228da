package tlsfit.report;

import java.util.List;
import java.util.stream.Collectors;

/** Documents as Markdown (CommonMark, tables as GitHub has them), harmless whatever they hold. */
public final class MarkdownRenderer {
  private static final String SPECIAL = "\\`*_{}[]()<>#+-.!|~&$^:@='\"";

  private MarkdownRenderer() {}

  /** The document, ending in a line feed. */
  public static String render(Document document) {
    StringBuilder text = new StringBuilder();
    boolean inList = false;
    for (Block block : document.blocks()) {
      boolean item = block instanceof Block.Item;
      if (!text.isEmpty() && !(item && inList)) {
        text.append('\n');
      }
      inList = item;
      text.append(block(block));
    }
    return text.toString();
  }

  private static String block(Block block) {
    if (block instanceof Block.Verdict verdict) {
      return "# "
          + escaped(verdict.sample())
          + ": "
          + verdict.status().words()
          + "\n\n"
          + escaped(verdict.text())
          + "\n";
    } else if (block instanceof Block.SampleLine line) {
      return "- **"
          + escaped(line.sample())
          + "**: "
          + line.status().words()
          + ", "
          + escaped(line.text())
          + "\n";
    } else if (block instanceof Block.Headline headline) {
      return "**"
          + escaped(headline.text())
          + "**"
          + (headline.remark().isEmpty() ? "" : " (" + escaped(headline.remark()) + ")")
          + "\n";
    } else if (block instanceof Block.Heading heading) {
      return "#".repeat(heading.level()) + " " + escaped(heading.text()) + "\n";
    } else if (block instanceof Block.Paragraph paragraph) {
      return escaped(paragraph.text()) + "\n";
    } else if (block instanceof Block.Note note) {
      return "> " + escaped(note.text()) + "\n";
    } else if (block instanceof Block.Closing closing) {
      return escaped(closing.text()) + "\n";
    } else if (block instanceof Block.Item item) {
      return "- " + escaped(item.text()) + "\n";
    } else if (block instanceof Block.Verbatim verbatim) {
      return verbatim
          .text()
          .lines()
          .map(line -> "    " + PlainText.clean(line) + "\n")
          .collect(Collectors.joining());
    } else if (block instanceof Block.Table table) {
      return table(table);
    } else if (block instanceof Block.Findings findings) {
      return findings.lines().stream()
          .map(
              line ->
                  "- **"
                      + line.mark().word()
                      + "** "
                      + (line.code().isEmpty() ? "" : escaped(line.code()) + ": ")
                      + escaped(line.text())
                      + "\n")
          .collect(Collectors.joining());
    } else if (block instanceof Block.Bars bars) {
      return bars(bars);
    }
    return block instanceof Block.Figure figure ? "*" + escaped(figure.caption()) + "*\n" : "";
  }

  private static String bars(Block.Bars bars) {
    TextTable table = new TextTable("lrr");
    bars.bars().forEach(bar -> table.add(bar.label(), bar.value(), bar.share()));
    return table(table.block());
  }

  private static String table(Block.Table table) {
    StringBuilder text = new StringBuilder();
    text.append(
        row(table.columns().stream().map(column -> String.join(" ", column.heads())).toList()));
    text.append(
        table.columns().stream()
            .map(column -> column.right() ? "---:" : ":---")
            .collect(Collectors.joining(" | ", "| ", " |\n")));
    table.rows().forEach(row -> text.append(row(row.stream().map(Cell::text).toList())));
    return text.toString();
  }

  private static String row(List<String> cells) {
    return cells.stream()
        .map(MarkdownRenderer::escaped)
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  /**
   * Plain text: characters that Markdown or the HTML within it might take for more are escaped
   * where they may do so.
   */
  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    String clean = PlainText.clean(text);
    for (int i = 0; i < clean.length(); i++) {
      char c = clean.charAt(i);
      if (c == '<') {
        escaped.append("&lt;");
      } else if (c == '>') {
        escaped.append("&gt;");
      } else if (c == '&') {
        escaped.append("&amp;");
      } else {
        escaped.append(mustBeEscaped(clean, i) ? "\\" : "").append(c);
      }
    }
    return escaped.toString();
  }

  /** Points within numbers and hyphens within words mean nothing and stay legible. */
  private static boolean mustBeEscaped(String text, int i) {
    char c = text.charAt(i);
    if (SPECIAL.indexOf(c) < 0) {
      return false;
    }
    return switch (c) {
      case '.', '-', '+', '=', '(', ')', '\'', '"', '!', '^', '$' ->
          i == 0 || (c == '.' && text.startsWith("www.", Math.max(0, i - 3)));
      case ':' -> text.startsWith("://", i);
      case '_' -> true;
      default -> true;
    };
  }
}
