package tlsfit.report;

import java.util.ArrayList;
import java.util.List;

/** Documents as text for a terminal, no line wider than it where words allow. */
public final class TextRenderer {
  /** Where there is no terminal to ask. */
  public static final int USUAL_WIDTH = 80;

  private static final String INDENT = "  ";
  private static final int LONGEST_BAR = 24;
  private static final int MARK = 6;
  private static final int STATUS = 14; // of the longest

  private final int width;
  private final boolean colour;

  private TextRenderer(int width, boolean colour) {
    this.width = width;
    this.colour = colour;
  }

  /**
   * A renderer without colour.
   *
   * @param width cells of a line
   */
  public static TextRenderer of(int width) {
    return new TextRenderer(width, false);
  }

  /** The same with ANSI colours, or without. */
  public TextRenderer withColour(boolean wanted) {
    return new TextRenderer(width, wanted);
  }

  /** The document as lines, each ending in a line feed. */
  public String render(Document document) {
    List<String> lines = new ArrayList<>();
    for (Block block : document.blocks()) {
      add(lines, block);
    }
    return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
  }

  private void add(List<String> lines, Block block) {
    if (block instanceof Block.Verdict verdict) {
      verdict(lines, verdict);
    } else if (block instanceof Block.SampleLine line) {
      sample(lines, line);
    } else if (block instanceof Block.Closing closing) {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      lines.addAll(PlainText.wrap("", "", PlainText.clean(closing.text()), width));
    } else if (block instanceof Block.Headline headline) {
      headline(lines, headline);
    } else if (block instanceof Block.Heading heading) {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      PlainText.wrap("", "", PlainText.clean(heading.text()), width)
          .forEach(line -> lines.add(Colour.BOLD.of(line, colour)));
    } else if (block instanceof Block.Paragraph paragraph) {
      lines.addAll(PlainText.wrap(INDENT, INDENT, PlainText.clean(paragraph.text()), width));
    } else if (block instanceof Block.Item item) {
      lines.addAll(PlainText.wrap("  - ", "    ", PlainText.clean(item.text()), width));
    } else if (block instanceof Block.Note note) {
      lines.addAll(PlainText.wrap(INDENT, INDENT, PlainText.clean(note.text()), width));
    } else if (block instanceof Block.Verbatim verbatim) {
      verbatim.text().lines().forEach(line -> lines.add(INDENT + PlainText.clean(line)));
    } else if (block instanceof Block.Table table) {
      lines.addAll(TableText.lines(table, width));
    } else if (block instanceof Block.Findings findings) {
      findings.lines().forEach(line -> finding(lines, line));
    } else if (block instanceof Block.Bars bars) {
      bars(lines, bars);
    }
    // a figure has no place in text
  }

  private void verdict(List<String> lines, Block.Verdict verdict) {
    String sample = PlainText.clean(verdict.sample());
    String words = verdict.status().words();
    String start = sample + ": " + words;
    List<String> wrapped =
        PlainText.wrap("", INDENT, start + " " + PlainText.clean(verdict.text()), width);
    Colour shade = shade(verdict.status());
    if (wrapped.get(0).startsWith(start)) {
      String rest = wrapped.get(0).substring(start.length());
      wrapped.set(0, Colour.BOLD.of(sample, colour) + ": " + shade.of(words, colour) + rest);
    }
    lines.addAll(wrapped);
  }

  private static Colour shade(Block.Status status) {
    return switch (status) {
      case VALID -> Colour.GREEN;
      case NOT_VALID -> Colour.RED;
      case NOT_DETERMINED -> Colour.YELLOW;
    };
  }

  private void sample(List<String> lines, Block.SampleLine line) {
    String name = PlainText.clean(line.sample());
    String words = line.status().words();
    lines.add(
        name
            + " ".repeat(Math.max(0, line.width() - PlainText.width(name)) + 2)
            + shade(line.status()).of(words, colour)
            + " ".repeat(STATUS - words.length() + 2)
            + PlainText.clean(line.text()));
  }

  /** The remark stands at the right of the line, or on the next one. */
  private void headline(List<String> lines, Block.Headline headline) {
    String text = PlainText.clean(headline.text());
    String remark = PlainText.clean(headline.remark());
    int gap = width - PlainText.width(INDENT) - PlainText.width(text) - PlainText.width(remark);
    if (remark.isEmpty() || gap < 2) {
      PlainText.wrap(INDENT, INDENT, text, width)
          .forEach(line -> lines.add(Colour.BOLD.of(line, colour)));
      if (!remark.isEmpty()) {
        lines.addAll(PlainText.wrap(INDENT, INDENT, remark, width));
      }
    } else {
      lines.add(INDENT + Colour.BOLD.of(text, colour) + " ".repeat(Math.min(gap, 6)) + remark);
    }
  }

  private void finding(List<String> lines, Block.FindingLine finding) {
    String mark = finding.mark().word();
    String first = INDENT + mark + " ".repeat(MARK - mark.length());
    String code = finding.code().isEmpty() ? "" : finding.code() + ": ";
    List<String> wrapped =
        PlainText.wrap(
            first, " ".repeat(first.length()), PlainText.clean(code + finding.text()), width);
    Colour shade =
        switch (finding.mark()) {
          case OK -> Colour.GREEN;
          case LOOK -> Colour.YELLOW;
          case FAILED -> Colour.RED;
          case NOTE -> Colour.PLAIN;
        };
    String line = wrapped.get(0);
    wrapped.set(
        0, INDENT + shade.of(mark, colour) + line.substring(INDENT.length() + mark.length()));
    lines.addAll(wrapped);
  }

  private void bars(List<String> lines, Block.Bars block) {
    TextTable table = new TextTable("lrrl");
    double largest = block.largest();
    for (Block.Bar bar : block.bars()) {
      double cells = largest > 0 ? LONGEST_BAR * bar.size() / largest : 0;
      table.add(bar.label(), bar.value(), bar.share(), drawn(cells));
    }
    lines.addAll(TableText.lines(table.block(), width));
  }

  /** A bar of so many cells, to the half of one; something where there is something. */
  private static String drawn(double cells) {
    int halves = (int) Math.round(2 * cells);
    return cells > 0 && halves == 0 ? "▏" : "█".repeat(halves / 2) + (halves % 2 == 1 ? "▌" : "");
  }
}
