package tlsfit.report;

import java.util.List;

/**
 * A report in blocks, whatever form it is then given: what a renderer turns into text, a page,
 * Markdown or LaTeX. It holds words and numbers as they are to be shown and no calculation.
 *
 * @param title what it is about, in a few words
 * @param blocks its blocks in their order
 */
public record Document(String title, List<Block> blocks) {
  /** Copies the list. */
  public Document {
    blocks = List.copyOf(blocks);
  }
}
