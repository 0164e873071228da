package tlsfit.report;

import java.util.List;
import tlsfit.result.InputFile;

/** The files that were read. */
final class InputTable {
  private static final int DIGITS_OF_HASH = 12;

  private InputTable() {}

  static void add(DocumentBuilder page, List<InputFile> inputs) {
    TextTable table = new TextTable("lrl");
    for (InputFile input : inputs) {
      int digits = Math.min(DIGITS_OF_HASH, input.sha256().length());
      table.add(
          input.file(),
          input.rows() == 0 ? "" : input.rows() + " rows",
          "sha256 " + input.sha256().substring(0, digits));
    }
    page.heading("Input").table(table);
  }
}
