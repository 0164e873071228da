package tlsfit.report;

import java.util.List;
import tlsfit.result.FitResult.InputResult;

/** The files that were read. */
final class InputTable {
  private static final int DIGITS_OF_HASH = 12;

  private InputTable() {}

  static void add(Page page, List<InputResult> inputs) {
    TextTable table = new TextTable("lrl");
    for (InputResult input : inputs) {
      int digits = Math.min(DIGITS_OF_HASH, input.sha256().length());
      table.add(
          input.file(),
          input.rows() == 0 ? "" : input.rows() + " rows",
          "sha256 " + input.sha256().substring(0, digits));
    }
    page.heading("Read").table(table);
  }
}
