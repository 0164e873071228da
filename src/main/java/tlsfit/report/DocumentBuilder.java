package tlsfit.report;

import java.util.ArrayList;
import java.util.List;

/** A document in the making; every method adds a block and returns this builder. */
final class DocumentBuilder {
  private final String title;
  private final List<Block> blocks = new ArrayList<>();

  DocumentBuilder(String title) {
    this.title = title;
  }

  DocumentBuilder add(Block block) {
    blocks.add(block);
    return this;
  }

  DocumentBuilder heading(String heading) {
    return add(new Block.Heading(2, heading));
  }

  DocumentBuilder paragraph(String words) {
    return add(new Block.Paragraph(words));
  }

  DocumentBuilder item(String words) {
    return add(new Block.Item(words));
  }

  DocumentBuilder table(TextTable table) {
    return add(table.block());
  }

  Document document() {
    return new Document(title, blocks);
  }

  /** What was added so far. */
  List<Block> blocks() {
    return List.copyOf(blocks);
  }
}
